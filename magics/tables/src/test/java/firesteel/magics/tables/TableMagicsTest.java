package firesteel.magics.tables;

import static org.assertj.core.api.Assertions.assertThat;

import firesteel.api.display.MimeBundle;
import firesteel.api.session.RecordingOutputs;
import firesteel.testkit.MagicCase;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** {@code %table} and {@code %stats}. */
class TableMagicsTest extends MagicCase {
  @BeforeAll
  void declareCities() {
    run(
        """
        record City(String name, int people, Double area) {}
        List<City> cities = new ArrayList<>();
        for (int i = 1; i <= 100; i++) cities.add(new City("city " + i, i, i == 3 ? null : i / 2.0));
        """,
        new RecordingOutputs(Optional.empty()));
  }

  @Test
  void table_shows_twenty_rows() {
    assertThat(shown("%table cities"))
        .contains("|name   |people|area|", "|city 20|    20|10.0|")
        .doesNotContain("city 21")
        .endsWith("first 20 of 100 rows × 3 columns");
  }

  @Test
  void table_shows_as_many_rows_and_the_columns_that_are_asked_for() {
    assertThat(shown("%table cities --limit 30 --columns people,Name"))
        .contains("|people|name   |", "|    30|city 30|")
        .endsWith("first 30 of 100 rows × 2 columns");
    assertThat(shown("%table --limit 2 cities.subList(5, 9) --columns=area"))
        .contains("| 3.5|")
        .endsWith("first 2 of 4 rows × 1 column");
  }

  @Test
  void table_takes_an_expression_with_text_that_looks_like_options() {
    assertThat(shown("%table List.of(Map.of(\"a b\", \"x --limit 9\")) --columns \"a b\""))
        .contains("|x --limit 9|", "1 row × 1 column");
  }

  @Test
  void table_is_as_wide_as_its_data_when_that_is_asked_for() {
    String wide = "%table List.of(Map.of(\"long\", \"x\".repeat(500) + \"end\")) --wide";
    assertThat(shown(wide)).contains("xxxend|", "1 row × 1 column").doesNotContain("…");
    assertThat(outputs.shown().get(0).metadata())
        .isEqualTo(Map.of("firesteel", Map.of("wide", true)));
    String columns =
        "Map<String, Object> many = new LinkedHashMap<>();"
            + " for (int i = 0; i < 60; i++) many.put(\"c\" + i, i);\n%table List.of(many) --wide";
    assertThat(shown(columns)).contains("|c59|").endsWith("1 row × 60 columns");
  }

  @Test
  void table_adds_statistics() {
    assertThat(run("%table cities --limit 1 --stats").error()).isEmpty();
    List<MimeBundle> shown = outputs.shown();
    assertThat(shown).hasSize(2);
    assertThat(shown.get(1).text()).contains("|people|int ", "100 rows × 3 columns");
  }

  @Test
  void stats_describes_columns() {
    assertThat(shown("%stats cities --columns area,name"))
        .contains(
            "|area  |Double|    1|      99|████████████|0.5   |  13|  25.5|  38|50     |25.4899|")
        .contains(
            "|name  |String|    0|     100|            |city 1|    |      |    |city 99|       |")
        .endsWith("100 rows × 2 columns");
  }

  @Test
  void an_unknown_column_is_answered_with_the_nearest() {
    assertThat(refusal("%table cities --columns nmae"))
        .contains(
            "there is no column \"nmae\"; did you mean \"name\"? There are name, people, area");
    assertThat(refusal("%stats cities --columns x")).contains("there are name, people, area");
  }

  @Test
  void what_is_no_table_is_named() {
    assertThat(refusal("%table \"a text\""))
        .contains("\"a text\" is no table but a String: a text", "a Dataset, a list");
    assertThat(refusal("List<City> none = null;\n%stats none")).contains("none is null");
    assertThat(refusal("%table")).contains("%table needs a table behind it");
  }

  @Test
  void wrong_options_are_answered_with_the_usage() {
    assertThat(refusal("%table cities --limt 5")).contains("Unknown option", "--limit");
    assertThat(refusal("%table cities --limit many")).contains("--limit", "many");
    assertThat(refusal("%table cities --limit 0")).contains("from 1 to 10,000, not 0");
  }

  @Test
  void what_the_expression_throws_is_the_cells_error() {
    assertThat(failure("%table cities.get(1000)")).contains("IndexOutOfBounds");
    assertThat(failure("%table citties")).contains("cannot find symbol", "citties");
  }

  @Test
  void java_and_options_behind_it_are_completed() {
    assertThat(proposals("%table citi")).contains("cities");
    assertThat(proposals("%table cities --l")).containsExactly("--limit");
    assertThat(proposals("%stats cities --c")).containsExactly("--columns");
  }
}
