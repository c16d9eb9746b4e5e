package firesteel.magics.data;

import static org.assertj.core.api.Assertions.assertThat;

import firesteel.data.Catalogue;
import firesteel.data.CsvRows;
import firesteel.data.Dataset;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code %data NAME --from DIR} with files that differ from what is documented. */
class RealFilesTest extends SparkCase {
  private static final Dataset INCOME = Catalogue.find("income").orElseThrow();
  private static final String HEADER =
      "Country,Year,Population,Gini Index,Average Income (USD),Top 10% Income Share (%),"
          + "Bottom 10% Income Share (%),Income Group\n";

  private Path file(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private void parquet(String name, String select) {
    value(
        """
        spark.sql(\"""
            %s\""").coalesce(1).write().parquet("%s");
        1
        """
            .formatted(select, folder.resolve(name)));
  }

  @Test
  void files_as_documented_are_read_whole_and_nothing_differs() throws IOException {
    StringWriter csv = new StringWriter();
    CsvRows.write(
        INCOME.columns(),
        false,
        LongStream.range(0, 500).mapToObj(row -> INCOME.row(2023, row)),
        csv);
    file("2023/01/income.csv", csv.toString());
    assertThat(printed("%data income --from . --into real"))
        .startsWith("income: 1 file read, 500 rows; all have its columns\n");
    printed("%data income --rows 500 --into made");
    assertThat(value("real.exceptAll(made).count() + made.exceptAll(real).count()")).isEqualTo("0");
    assertThat(value("real.schema().equals(made.schema())")).isEqualTo("true");
  }

  @Test
  void a_byte_order_mark_quoted_commas_quotes_and_line_ends_are_no_difference() throws IOException {
    file(
        "income.csv",
        "\uFEFF" + HEADER + "\"Congo, \"\"Dem.\"\" Rep.\",2020,1,2,3,4,5,\"Low\nIncome\"\n");
    assertThat(printed("%data income --from income.csv --into real")).contains("1 row");
    assertThat(value("real.first().getString(0)")).isEqualTo("Congo, \"Dem.\" Rep.");
    assertThat(value("real.first().getString(7).length()")).isEqualTo("10");
  }

  @Test
  void names_in_other_case_missing_and_extra_columns_are_told_and_read() {
    parquet(
        "2020/part", "SELECT 'Bern' AS country, 2020 AS Year, 1.5D AS Population, 'x' AS Remark");
    String shown = displayed("%data income --from . --into real");
    assertThat(shown)
        .contains("named country")
        .contains("|Gini Index ", "missing: null")
        .contains("|Remark ", "no column of income: left out");
    assertThat(
            value(
                "real.select(\"Country\", \"Year\", \"Population\", \"Gini Index\").first().toString()"))
        .isEqualTo("[Bern,2020,1.5,null]");
    assertThat(value("real.columns().length")).isEqualTo("8");
  }

  @Test
  void other_types_are_cast_and_values_that_do_not_fit_are_counted_and_null() {
    parquet(
        "a",
        "SELECT 'A' AS Country, 2020D AS Year, '12.5' AS Population UNION ALL"
            + " SELECT 'B', 2020.5D, 'many' UNION ALL SELECT 'C', CAST('NaN' AS DOUBLE), NULL");
    parquet("b", "SELECT 'D' AS Country, 2021L AS Year, 7 AS Population");
    String shown = displayed("%data income --from . --into real");
    assertThat(shown)
        .contains("double, not int; 2 values are no int: null")
        .contains("string, not double; 1 value is no double: null")
        .contains("bigint, not int ", "int, not double ");
    assertThat(
            value(
                "real.select(\"Country\", \"Year\", \"Population\").orderBy(\"Country\")"
                    + ".collectAsList().toString()"))
        .isEqualTo("[[A,2020,12.5], [B,null,null], [C,null,null], [D,2021,7.0]]");
  }

  @Test
  void texts_with_values_that_do_not_fit_are_counted_in_each_file() throws IOException {
    file("a.csv", HEADER + "A,2020,1,2,3,4,5,High\nB,20x,1,2,3,4,5,High\nC,2021.0,,2,3,4,5,High\n");
    file("b.csv", HEADER + "D,2020,1,2,3,4,5,High\nE,2020,1\n");
    file("c.json", "{\"Country\": \"F\", \"Year\": 2020}\n{\"Country\": \n");
    String shown = displayed("%data income --from . --into real");
    assertThat(shown)
        .containsPattern("a.csv *\\|Year *\\|1 value is no int: null")
        .containsPattern("b.csv *\\| *\\|1 row has too few or too many values")
        .containsPattern("c.json *\\| *\\|1 line is not JSON: left out");
    assertThat(outputs.out()).startsWith("income: 3 files read, ");
    assertThat(
            value(
                "real.select(\"Country\", \"Year\").orderBy(\"Country\").collectAsList().toString()"))
        .isEqualTo("[[A,2020], [B,null], [C,2021], [D,2020], [E,2020], [F,2020]]");
    assertThat(value("real.count()")).isEqualTo("6");
  }

  @Test
  void what_can_not_be_read_is_named_with_the_reason_and_the_rest_is_read() throws IOException {
    file("broken.parquet", "no parquet at all");
    file("empty.csv", "");
    file("other.csv", "a,b\n1,2\n");
    file("_hidden.csv", "a,b\n1,2\n");
    file("notes.txt", "nothing");
    file("sub (1)/good.csv", HEADER + "A,2020,1,2,3,4,5,High\n");
    String shown = displayed("%data income --from . --into real");
    assertThat(outputs.out())
        .startsWith("income: 1 file read, 1 row; all have its columns; 3 files skipped\n");
    assertThat(shown)
        .containsPattern("broken.parquet *\\| *\\|skipped: .*(not a Parquet file|footer)")
        .containsPattern("empty.csv *\\| *\\|skipped: it is empty")
        .containsPattern("other.csv *\\| *\\|skipped: it has no column of income")
        .doesNotContain("hidden", "notes", folder.toString());
    assertThat(value("real.count()")).isEqualTo("1");
  }

  @Test
  void folders_named_after_columns_give_their_values() {
    parquet("Year=2020", "SELECT 'A' AS Country");
    parquet("Year=2021", "SELECT 'B' AS Country");
    displayed("%data income --from . --into real");
    assertThat(
            value(
                "real.select(\"Country\", \"Year\").orderBy(\"Country\").collectAsList().toString()"))
        .isEqualTo("[[A,2020], [B,2021]]");
  }

  @Test
  void without_a_readable_file_it_says_why() throws IOException {
    assertThat(refusal("%data income --from .")).contains("none is named .parquet, .csv or .json");
    file("empty.csv", "");
    assertThat(refusal("%data income --from .")).contains("empty.csv: it is empty");
    assertThat(refusal("%data income --from nowhere")).contains("there is no folder");
  }

  @Test
  void the_rows_are_shown_without_a_variable() throws IOException {
    file("a.csv", HEADER + "Atlantis,2020,1,2,3,4,5,High\n");
    assertThat(Stream.of(value("%data income --from ."))).allMatch(s -> s.contains("Atlantis"));
  }
}
