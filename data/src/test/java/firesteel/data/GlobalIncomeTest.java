package firesteel.data;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GlobalIncomeTest {
  private static final int COUNTRY = 0;
  private static final int YEAR = 1;
  private static final int GINI = 3;
  private static final int TOP = 5;
  private static final int BOTTOM = 6;
  private static final int GROUP = 7;

  private final Dataset dataset = Catalogue.find("income").orElseThrow();

  @Test
  void the_committed_sample_is_what_the_generator_writes() throws IOException {
    String sample = Files.readString(Path.of("samples", dataset.publishedFile(0, 0)), UTF_8);
    assertThat(sample).isEqualTo(csv(dataset.sampleRows(), Dataset.SAMPLE_SEED));
    assertThat(sample.getBytes(UTF_8).length).isLessThan(500_000);
  }

  @Test
  void the_header_is_that_of_the_real_file() throws IOException {
    assertThat(csv(0, 1))
        .isEqualTo(
            "Country,Year,Population,Gini Index,Average Income (USD),Top 10% Income Share (%),"
                + "Bottom 10% Income Share (%),Income Group\n");
  }

  @Test
  void fewer_rows_are_the_beginning_of_more_rows() throws IOException {
    assertThat(csv(10_000, 7)).startsWith(csv(3_000, 7));
  }

  @Test
  void another_seed_gives_other_values() throws IOException {
    assertThat(csv(100, 1)).isNotEqualTo(csv(100, 2));
  }

  @Test
  void every_country_has_one_row_a_year() throws IOException {
    List<String[]> filled = rows(dataset.sampleRows()).stream().filter(this::hasValues).toList();
    assertThat(filled.stream().map(row -> row[COUNTRY].strip()).distinct().count())
        .isGreaterThan(190);
    assertThat(filled.stream().map(row -> row[YEAR]).collect(Collectors.toSet())).hasSize(24);
    assertThat(filled.stream().map(row -> row[COUNTRY].strip() + row[YEAR]))
        .doesNotHaveDuplicates();
    assertThat(filled).anyMatch(row -> row[COUNTRY].equals("Korea, Rep."));
    assertThat(filled).anyMatch(row -> row[COUNTRY].equals("Côte d'Ivoire"));
    assertThat(filled).anyMatch(row -> row[COUNTRY].equals("Korea, Dem. People's Rep."));
  }

  @Test
  void values_are_plausible() throws IOException {
    for (String[] row : rows(dataset.sampleRows())) {
      if (!row[GINI].isEmpty()) {
        assertThat(Double.parseDouble(row[GINI])).isBetween(22.0, 66.0);
      }
      if (!row[TOP].isEmpty() && !row[BOTTOM].isEmpty()) {
        assertThat(Double.parseDouble(row[TOP]))
            .isBetween(15.0, 60.0)
            .isGreaterThan(Double.parseDouble(row[BOTTOM]) * 3);
      }
    }
  }

  @Test
  void the_file_is_as_dirty_as_real_ones() throws IOException {
    List<String[]> rows = rows(dataset.sampleRows());
    assertThat(rows.stream().filter(row -> !hasValues(row)).count()).isBetween(3L, 30L);
    List<String[]> filled = rows.stream().filter(this::hasValues).toList();
    assertThat(filled).anyMatch(row -> row[GINI].isEmpty() && row[TOP].isEmpty());
    assertThat(filled).anyMatch(row -> !row[GROUP].equals(row[GROUP].strip()));
    assertThat(filled).anyMatch(row -> !row[COUNTRY].equals(row[COUNTRY].strip()));
    assertThat(csv(dataset.sampleRows(), Dataset.SAMPLE_SEED)).contains("\n,,,,,,,\n");
  }

  @Test
  void a_row_is_the_same_in_any_order() {
    Object[] late = dataset.row(7, 12_000);
    assertThat(dataset.row(7, 3)).isNotEqualTo(late);
    assertThat(dataset.row(7, 12_000)).isEqualTo(late);
  }

  @Test
  void the_truth_has_the_values_that_are_missing() {
    for (long row = 0; row < dataset.sampleRows(); row++) {
      Object[] dirty = dataset.row(Dataset.SAMPLE_SEED, row);
      Object[] truth = dataset.truth(Dataset.SAMPLE_SEED, row);
      assertThat(truth[0]).isEqualTo(row);
      if (dirty[YEAR] != null) {
        assertThat(Arrays.asList(truth).subList(2, 10)).doesNotContainNull();
        assertThat(truth[2]).isEqualTo(dirty[COUNTRY].toString().strip());
      }
    }
  }

  private boolean hasValues(String[] row) {
    return Arrays.stream(row).anyMatch(value -> !value.isEmpty());
  }

  private List<String[]> rows(long count) throws IOException {
    try (MappingIterator<String[]> rows =
        CsvMapper.builder()
            .enable(CsvParser.Feature.WRAP_AS_ARRAY)
            .build()
            .readerFor(String[].class)
            .readValues(csv(count, Dataset.SAMPLE_SEED))) {
      List<String[]> all = rows.readAll();
      return all.subList(1, all.size());
    }
  }

  private String csv(long count, long seed) throws IOException {
    StringWriter out = new StringWriter();
    Stream<Object[]> rows = LongStream.range(0, count).mapToObj(row -> dataset.row(seed, row));
    CsvRows.write(dataset.columns(), dataset.byteOrderMark(), rows, out);
    return out.toString();
  }
}
