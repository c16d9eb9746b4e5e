package firesteel.data;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HealthIndicatorsTest {
  private static final int KEYS = 4;
  private static final long SEED = Dataset.SAMPLE_SEED;
  private static final List<String> LIFE_AND_DEATH =
      List.of(
          "SP.DYN.LE00.IN",
          "SP.DYN.LE00.FE.IN",
          "SP.DYN.LE00.MA.IN",
          "SP.DYN.IMRT.IN",
          "SH.DYN.MORT",
          "SP.DYN.CDRT.IN");

  private final Dataset dataset = new HealthIndicators();

  @Test
  void the_header_is_that_of_the_real_file() {
    List<String> names = dataset.columns().stream().map(Column::name).toList();
    assertThat(names)
        .hasSize(68)
        .startsWith("Country Name", "Country Code", "Indicator Name", "Indicator Code", "1960")
        .endsWith("2023");
    assertThat(dataset.byteOrderMark()).isTrue();
    assertThat(dataset.publishedFile(SEED, 0)).isEqualTo("WDICSV.csv");
  }

  @Test
  void the_sample_is_a_small_file_with_quoted_commas() throws IOException {
    StringWriter out = new StringWriter();
    CsvRows.write(dataset.columns(), true, sample(), out);
    assertThat(out.toString().getBytes(UTF_8).length).isBetween(800_000, 1_600_000);
    assertThat(out.toString())
        .startsWith("\uFEFFCountry Name,Country Code,")
        .contains(
            "\n\"Korea, Rep.\",KOR,\"Life expectancy at birth, total (years)\",SP.DYN.LE00.IN,")
        .contains("\nWorld,WLD,", "\nArab World,ARB,", "\nCôte d'Ivoire,CIV,");
  }

  @Test
  void every_country_has_a_code_of_its_own() {
    Map<Object, List<Object>> codes =
        sample()
            .collect(
                Collectors.groupingBy(
                    row -> row[1], Collectors.mapping(row -> row[0], Collectors.toList())));
    assertThat(codes).hasSize(228).doesNotContainKey(null);
    assertThat(codes.values()).allMatch(names -> names.stream().distinct().count() == 1);
  }

  @Test
  void some_indicators_of_a_country_have_no_row_and_some_no_value() {
    List<Object[]> rows = sample().filter(row -> LIFE_AND_DEATH.contains(row[3])).toList();
    assertThat(rows.stream().map(row -> row[1] + "/" + row[3]).distinct().count())
        .isBetween(228 * 6 - 40L, 228 * 6 - 3L);
    assertThat(rows.stream().filter(row -> filled(row) == 0).count()).isBetween(15L, 80L);
    assertThat(sample().filter(row -> filled(row) == 0).count() / (double) dataset.sampleRows())
        .isBetween(0.02, 0.045);
  }

  @Test
  void early_years_are_mostly_empty_and_the_last_in_part() {
    double rows = dataset.sampleRows();
    assertThat(sample().filter(row -> row[KEYS] != null).count() / rows).isLessThan(0.1);
    assertThat(sample().filter(row -> row[KEYS + 50] != null).count() / rows).isBetween(0.75, 0.95);
    assertThat(sample().filter(row -> row[KEYS + 63] != null).count() / rows).isBetween(0.6, 0.75);
  }

  @Test
  void values_are_plausible() {
    Map<String, Object[]> truths =
        LongStream.range(0, dataset.sampleRows())
            .mapToObj(row -> dataset.truth(SEED, row))
            .collect(
                Collectors.toMap(row -> row[2] + "/" + row[3], row -> row, (first, copy) -> first));
    for (Object[] row : truths.values()) {
      if (row[3].equals("SP.DYN.LE00.IN")) {
        for (int year = 25; year < 64; year++) {
          double all = (Double) row[KEYS + year];
          assertThat(all).isBetween(38.0, 92.0);
          Object[] women = truths.get(row[2] + "/SP.DYN.LE00.FE.IN");
          Object[] men = truths.get(row[2] + "/SP.DYN.LE00.MA.IN");
          if (women != null && men != null) {
            assertThat((Double) women[KEYS + year]).isGreaterThan(all);
            assertThat((Double) men[KEYS + year]).isLessThan(all);
          }
        }
        assertThat((Double) row[KEYS + 59]).isGreaterThan((Double) row[KEYS + 30]);
      }
      if (row[3].equals("SP.DYN.IMRT.IN") && truths.containsKey(row[2] + "/SH.DYN.MORT")) {
        Object[] children = truths.get(row[2] + "/SH.DYN.MORT");
        assertThat((Double) row[KEYS + 60]).isLessThan((Double) children[KEYS + 60]);
      }
    }
    assertThat((Double) truths.get("JPN/SP.DYN.LE00.IN")[KEYS + 55])
        .isGreaterThan((Double) truths.get("TCD/SP.DYN.LE00.IN")[KEYS + 55] + 12);
  }

  @Test
  void a_value_is_missing_or_that_of_the_truth() {
    for (long row = 0; row < dataset.sampleRows(); row++) {
      Object[] dirty = dataset.row(SEED, row);
      Object[] truth = dataset.truth(SEED, row);
      assertThat(truth[2]).isEqualTo(dirty[1]);
      assertThat(truth[3]).isEqualTo(dirty[3]);
      for (int i = KEYS; i < dirty.length; i++) {
        if (dirty[i] != null) {
          assertThat(dirty[i]).isEqualTo(truth[i]);
        }
      }
    }
  }

  @Test
  void few_rows_are_there_twice() {
    long distinct = sample().map(Arrays::asList).distinct().count();
    assertThat(dataset.sampleRows() - distinct).isBetween(2L, 20L);
  }

  @Test
  void rows_beyond_the_sample_deviate_otherwise() {
    Object[] first = dataset.truth(SEED, 1_000);
    Object[] again = dataset.truth(SEED, 1_000 + dataset.sampleRows());
    assertThat(again[2]).isEqualTo(first[2]);
    assertThat(Arrays.copyOfRange(again, 4, 68)).isNotEqualTo(Arrays.copyOfRange(first, 4, 68));
  }

  private static long filled(Object[] row) {
    return Arrays.stream(row, KEYS, row.length).filter(Objects::nonNull).count();
  }

  private Stream<Object[]> sample() {
    return LongStream.range(0, dataset.sampleRows()).mapToObj(row -> dataset.row(SEED, row));
  }
}
