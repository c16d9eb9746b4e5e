package firesteel.data.spark;

import static org.assertj.core.api.Assertions.assertThat;

import firesteel.data.Catalogue;
import firesteel.data.Dataset;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@ExtendWith(LocalSpark.class)
class DatasetRowsTest {
  private static final long ROWS = 2_000;

  private final SparkSession spark;

  DatasetRowsTest(SparkSession spark) {
    this.spark = spark;
  }

  static Stream<String> names() {
    return Catalogue.datasets().stream().map(Dataset::name);
  }

  @ParameterizedTest
  @MethodSource("names")
  void partitions_do_not_change_a_row(String name) throws Exception {
    Dataset dataset = Catalogue.find(name).orElseThrow();
    long rows = Math.min(ROWS, dataset.maxRows());
    List<String> expected =
        LongStream.range(0, rows).mapToObj(row -> RowTexts.of(dataset.row(5, row))).toList();
    assertThat(RowTexts.of(DatasetRows.of(spark, dataset, 5, rows, 1))).isEqualTo(expected);
    assertThat(RowTexts.of(DatasetRows.of(spark, dataset, 5, rows, 7))).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("names")
  void the_truth_is_that_of_the_same_rows(String name) throws Exception {
    Dataset dataset = Catalogue.find(name).orElseThrow();
    long rows = Math.min(ROWS, dataset.maxRows());
    assertThat(RowTexts.of(DatasetRows.truth(spark, dataset, 5, rows, 3)))
        .isEqualTo(
            LongStream.range(0, rows).mapToObj(row -> RowTexts.of(dataset.truth(5, row))).toList());
  }
}
