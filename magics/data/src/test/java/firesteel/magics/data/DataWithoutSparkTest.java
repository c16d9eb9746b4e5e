package firesteel.magics.data;

import static org.assertj.core.api.Assertions.assertThat;

import firesteel.data.Catalogue;
import firesteel.data.Column;
import firesteel.data.Dataset;
import firesteel.testkit.MagicCase;
import org.junit.jupiter.api.Test;

/** What {@code %data} does in a session that has no Spark. */
class DataWithoutSparkTest extends MagicCase {
  @Test
  void all_datasets_are_listed_with_the_rows_of_their_samples() {
    String listed = shown("%data list");
    for (Dataset dataset : Catalogue.datasets()) {
      assertThat(listed)
          .contains(dataset.name(), String.valueOf(dataset.sampleRows()), dataset.description());
    }
    assertThat(shown("%data")).isEqualTo(listed);
  }

  @Test
  void a_dataset_is_described_with_every_column_and_its_dirt() {
    String described = shown("%data describe income");
    for (Column column : Catalogue.find("income").orElseThrow().columns()) {
      assertThat(described).contains(column.name(), column.description(), column.dirt());
    }
    assertThat(outputs.out()).startsWith("income: Population, Gini index");
  }

  @Test
  void an_unknown_name_is_refused_with_the_names_that_there_are() {
    assertThat(refusal("%data incme")).isEqualTo("there is no dataset incme; did you mean income?");
    assertThat(refusal("%data describe nothing")).contains("there are ", "income");
  }

  @Test
  void options_need_a_dataset_and_names_of_variables() {
    assertThat(refusal("%data --into trips")).contains("say which dataset");
    assertThat(refusal("%data income --into 2x")).contains("2x is not one");
    assertThat(refusal("%data income --path class")).contains("class is not one");
    assertThat(refusal("%data income --rows 5 --from .")).contains("--from reads all rows");
  }

  @Test
  void rows_need_spark_and_that_is_said() {
    assertThat(refusal("%data income --rows 5")).contains("this kernel runs without Spark");
    assertThat(refusal("%data income --from .")).contains("this kernel runs without Spark");
  }

  @Test
  void no_rows_and_negative_numbers_are_refused() {
    assertThat(refusal("%data income --rows 0")).contains("1 row or more");
  }

  @Test
  void names_subcommands_and_options_are_completed() {
    assertThat(proposals("%data ")).contains("list", "describe", "clean", "income");
    assertThat(proposals("%data inc")).containsExactly("income");
    assertThat(proposals("%data describe inc")).containsExactly("income");
    assertThat(proposals("%data income --")).contains("--rows", "--seed", "--into", "--from");
  }
}
