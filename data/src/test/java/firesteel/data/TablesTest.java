package firesteel.data;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for reviews, usage and health alike. */
class TablesTest {
  private static final long SEED = Dataset.SAMPLE_SEED;

  @ParameterizedTest
  @CsvSource({"reviews,623c77aaa27dd12a", "usage,19615ba6f1cc899f", "health,61872f19fe708289"})
  void rows_are_the_same_on_every_jdk(String name, String checksum)
      throws IOException, NoSuchAlgorithmException {
    Dataset dataset = Catalogue.find(name).orElseThrow();
    StringWriter out = new StringWriter();
    CsvRows.write(
        dataset.columns(),
        false,
        LongStream.range(0, 5_000).mapToObj(row -> dataset.row(SEED, row)),
        out);
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(out.toString().getBytes(UTF_8));
    assertThat(HexFormat.of().formatHex(digest)).startsWith(checksum);
  }

  @ParameterizedTest
  @ValueSource(strings = {"reviews", "usage", "health"})
  void a_row_is_the_same_in_any_order(String name) {
    Dataset dataset = Catalogue.find(name).orElseThrow();
    List<Long> rows = new ArrayList<>(LongStream.range(0, 1_000).boxed().toList());
    List<Object[]> inOrder = rows.stream().map(row -> dataset.row(SEED, row)).toList();
    Collections.shuffle(rows, new Random(1));
    Dataset another =
        switch (name) {
          case "reviews" -> new Reviews();
          case "usage" -> new UsageSessions();
          default -> new HealthIndicators();
        };
    for (long row : rows) {
      assertThat(another.row(SEED, row)).isEqualTo(inOrder.get((int) row));
      assertThat(another.row(SEED, 1_000_000_000_000L + row)).hasSize(dataset.columns().size());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"reviews", "usage", "health"})
  void another_seed_gives_other_values(String name) {
    Dataset dataset = Catalogue.find(name).orElseThrow();
    assertThat(dataset.row(SEED, 8)).isNotEqualTo(dataset.row(SEED + 1, 8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"reviews", "usage", "health"})
  void values_are_of_the_classes_that_columns_name(String name) {
    Dataset dataset = Catalogue.find(name).orElseThrow();
    for (long row = 0; row < 2_000; row++) {
      checkClasses(dataset.columns(), dataset.row(SEED, row));
      checkClasses(dataset.truthColumns(), dataset.truth(SEED, row));
      String file = dataset.publishedFile(SEED, row);
      checkClasses(dataset.publishedColumns(file), dataset.publishedRow(SEED, row));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"reviews", "usage", "health"})
  void the_truth_of_a_copy_is_that_of_an_earlier_original(String name) {
    Dataset dataset = Catalogue.find(name).orElseThrow();
    int copies = 0;
    for (long row = 0; row < dataset.sampleRows(); row++) {
      Object[] truth = dataset.truth(SEED, row);
      assertThat(truth[0]).isEqualTo(row);
      if (truth[1] != null) {
        copies++;
        Object[] original = dataset.truth(SEED, (Long) truth[1]);
        assertThat((Long) truth[1]).isLessThan(row);
        assertThat(original[1]).isNull();
        original[0] = truth[0];
        original[1] = truth[1];
        assertThat(truth).isEqualTo(original);
      }
    }
    assertThat(copies).isPositive();
  }

  private static void checkClasses(List<Column> columns, Object[] values) {
    assertThat(values).hasSize(columns.size());
    for (int i = 0; i < values.length; i++) {
      if (values[i] != null) {
        Class<?> expected =
            switch (columns.get(i).type()) {
              case STRING -> String.class;
              case INTEGER -> Integer.class;
              case LONG -> Long.class;
              case DOUBLE -> Double.class;
              case BOOLEAN -> Boolean.class;
              case DATE -> LocalDate.class;
              case TIMESTAMP -> LocalDateTime.class;
            };
        assertThat(values[i]).as(columns.get(i).name()).isInstanceOf(expected);
      }
    }
  }
}
