package firesteel.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TaxiTripsTest {
  private static final long SEED = Dataset.SAMPLE_SEED;
  private static final int ROWS = 10_000;

  private static final Map<ColumnType, Class<?>> CLASSES =
      Map.of(
          ColumnType.STRING, String.class,
          ColumnType.INTEGER, Integer.class,
          ColumnType.LONG, Long.class,
          ColumnType.DOUBLE, Double.class,
          ColumnType.TIMESTAMP, LocalDateTime.class);

  @ParameterizedTest
  @CsvSource({
    "taxi_yellow, 2057611137743588861",
    "taxi_green, -2115057701415382943",
    "taxi_fhvhv, -7000110194327975318",
    "taxi_zones, -5666759926788551198"
  })
  void rows_and_truths_are_the_same_on_every_jdk(String name, long checksum) {
    Dataset dataset = dataset(name);
    long sum = 0;
    for (long row = 0; row < Math.min(ROWS, dataset.maxRows()); row++) {
      sum = checksum(checksum(sum, dataset.row(SEED, row)), dataset.truth(SEED, row));
    }
    assertThat(sum).isEqualTo(checksum);
  }

  @ParameterizedTest
  @ValueSource(strings = {"taxi_yellow", "taxi_green", "taxi_fhvhv"})
  void a_row_is_the_same_in_any_order(String name) {
    Dataset dataset = dataset(name);
    List<Object[]> forwards = LongStream.range(0, 500).mapToObj(r -> dataset.row(7, r)).toList();
    for (int row = 499; row >= 0; row--) {
      assertThat(dataset.row(7, row)).isEqualTo(forwards.get(row));
    }
    assertThat(dataset.row(8, 3)).isNotEqualTo(forwards.get(3));
    assertThat(dataset.row(7, 5_000_000_000L)).isEqualTo(dataset.row(7, 5_000_000_000L));
  }

  @ParameterizedTest
  @ValueSource(strings = {"taxi_yellow", "taxi_green", "taxi_fhvhv"})
  void values_have_the_types_of_their_columns(String name) {
    Dataset dataset = dataset(name);
    for (long row = 0; row < ROWS; row++) {
      assertTypes(dataset.columns(), dataset.row(SEED, row));
      assertTypes(dataset.truthColumns(), dataset.truth(SEED, row));
      assertTypes(
          dataset.publishedColumns(dataset.publishedFile(SEED, row)),
          dataset.publishedRow(SEED, row));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"taxi_yellow", "taxi_green", "taxi_fhvhv"})
  void rows_without_faults_are_their_truth(String name) {
    Dataset dataset = dataset(name);
    List<String> names = dataset.columns().stream().map(Column::name).toList();
    List<Column> truthColumns = dataset.truthColumns();
    int equal = 0;
    for (long row = 0; row < ROWS; row++) {
      Object[] values = dataset.row(SEED, row);
      Object[] truth = dataset.truth(SEED, row);
      assertThat(truth[0]).isEqualTo(row);
      boolean same = true;
      for (int i = 2; i < truth.length; i++) {
        Object value = values[names.indexOf(truthColumns.get(i).name())];
        same &= truth[i] == null ? value == null : truth[i].equals(value);
      }
      equal += same ? 1 : 0;
    }
    assertThat(equal / (double) ROWS).isBetween(0.88, 0.995);
  }

  @ParameterizedTest
  @ValueSource(strings = {"taxi_yellow", "taxi_green", "taxi_fhvhv"})
  void a_copy_names_an_earlier_original_with_the_same_truth_and_file(String name) {
    Dataset dataset = dataset(name);
    int copies = 0;
    for (long row = 0; row < ROWS; row++) {
      Object[] truth = dataset.truth(SEED, row);
      if (truth[1] == null) {
        continue;
      }
      copies++;
      long original = (Long) truth[1];
      Object[] originalTruth = dataset.truth(SEED, original);
      assertThat(original).isLessThan(row);
      assertThat(originalTruth[1]).isNull();
      for (int i = 2; i < truth.length; i++) {
        assertThat(truth[i]).isEqualTo(originalTruth[i]);
      }
      assertThat(dataset.publishedFile(SEED, row)).isEqualTo(dataset.publishedFile(SEED, original));
    }
    assertThat(copies).isBetween(15, 110);
  }

  @ParameterizedTest
  @CsvSource({"taxi_yellow, 0.02, 0.06", "taxi_green, 0.05, 0.11", "taxi_fhvhv, 0.15, 0.27"})
  void trips_collapse_in_april_2020_and_every_month_has_some(
      String name, double least, double most) {
    Map<String, Integer> files = files(dataset(name), 50_000);
    String service = name.substring("taxi_".length());
    assertThat(files).hasSize(24);
    int january = files.get(service + "/2020/01/" + service + "_tripdata_2020-01.parquet");
    int april = files.get(service + "/2020/04/" + service + "_tripdata_2020-04.parquet");
    assertThat(april / (double) january).isBetween(least, most);
  }

  @ParameterizedTest
  @ValueSource(strings = {"taxi_yellow", "taxi_green", "taxi_fhvhv"})
  void the_sample_has_each_month_and_enough_of_those_that_courses_use(String name) {
    Dataset dataset = dataset(name);
    String service = name.substring("taxi_".length());
    Map<String, Integer> files = files(dataset, dataset.sampleRows());
    assertThat(files).hasSize(24);
    String month = service.equals("fhvhv") ? "2021/01" : "2020/02";
    assertThat(
            files.get(
                service
                    + "/"
                    + month
                    + "/"
                    + service
                    + "_tripdata_"
                    + month.replace('/', '-')
                    + ".parquet"))
        .isGreaterThan(120);
  }

  @Test
  void files_of_yellow_taxis_differ_in_types_and_names() {
    Dataset yellow = dataset("taxi_yellow");
    assertThat(types(yellow, "yellow/2020/01/yellow_tripdata_2020-01.parquet"))
        .containsEntry("VendorID", ColumnType.LONG)
        .containsEntry("passenger_count", ColumnType.DOUBLE)
        .containsEntry("RatecodeID", ColumnType.DOUBLE)
        .containsEntry("PULocationID", ColumnType.LONG)
        .containsEntry("airport_fee", ColumnType.INTEGER);
    assertThat(types(yellow, "yellow/2021/01/yellow_tripdata_2021-01.parquet"))
        .containsEntry("passenger_count", ColumnType.DOUBLE)
        .containsEntry("airport_fee", ColumnType.DOUBLE);
    assertThat(types(yellow, "yellow/2021/12/yellow_tripdata_2021-12.parquet"))
        .containsEntry("VendorID", ColumnType.INTEGER)
        .containsEntry("passenger_count", ColumnType.LONG)
        .containsEntry("RatecodeID", ColumnType.LONG)
        .containsEntry("PULocationID", ColumnType.INTEGER)
        .containsEntry("Airport_fee", ColumnType.DOUBLE)
        .doesNotContainKey("airport_fee");
    assertThatThrownBy(() -> yellow.publishedColumns("yellow/2019/12/none.parquet"))
        .hasMessageContaining("There is no file 'yellow/2019/12/none.parquet'");
  }

  @Test
  void files_of_green_taxis_and_for_hire_vehicles_differ_in_types() {
    Dataset green = dataset("taxi_green");
    assertThat(types(green, "green/2020/01/green_tripdata_2020-01.parquet"))
        .containsEntry("ehail_fee", ColumnType.INTEGER)
        .containsEntry("trip_type", ColumnType.DOUBLE);
    assertThat(types(green, "green/2021/12/green_tripdata_2021-12.parquet"))
        .containsEntry("ehail_fee", ColumnType.DOUBLE)
        .containsEntry("trip_type", ColumnType.LONG);
    Dataset fhvhv = dataset("taxi_fhvhv");
    assertThat(types(fhvhv, "fhvhv/2021/01/fhvhv_tripdata_2021-01.parquet"))
        .containsEntry("PULocationID", ColumnType.LONG);
    assertThat(types(fhvhv, "fhvhv/2021/12/fhvhv_tripdata_2021-12.parquet"))
        .containsEntry("PULocationID", ColumnType.INTEGER);
  }

  @Test
  void services_have_trips_of_their_own() {
    assertThat(LongStream.range(0, 100).boxed())
        .noneMatch(
            row ->
                dataset("taxi_yellow")
                    .row(SEED, row)[1]
                    .equals(dataset("taxi_green").row(SEED, row)[1]));
  }

  private static Map<String, ColumnType> types(Dataset dataset, String file) {
    Map<String, ColumnType> types = new HashMap<>();
    dataset.publishedColumns(file).forEach(column -> types.put(column.name(), column.type()));
    return types;
  }

  private static Map<String, Integer> files(Dataset dataset, long rows) {
    Map<String, Integer> files = new HashMap<>();
    for (long row = 0; row < rows; row++) {
      files.merge(dataset.publishedFile(SEED, row), 1, Integer::sum);
    }
    return files;
  }

  private static void assertTypes(List<Column> columns, Object[] values) {
    assertThat(values).hasSameSizeAs(columns);
    for (int i = 0; i < values.length; i++) {
      if (values[i] != null && !CLASSES.get(columns.get(i).type()).isInstance(values[i])) {
        throw new AssertionError(columns.get(i).name() + " is a " + values[i].getClass());
      }
    }
  }

  private static long checksum(long sum, Object[] values) {
    long result = sum;
    for (Object value : values) {
      // Double.toString changed in JDK 19.
      long hash =
          value instanceof Double number
              ? Double.doubleToLongBits(number)
              : String.valueOf(value).hashCode();
      result = 31 * result + hash;
    }
    return result;
  }

  private static Dataset dataset(String name) {
    return Catalogue.find(name).orElseThrow();
  }
}
