package firesteel.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TaxiYellowTest {
  private static final int ROWS = 100_000;
  private static final int PICKUP = 1;
  private static final int DROPOFF = 2;
  private static final int PASSENGERS = 3;
  private static final int DISTANCE = 4;
  private static final int RATE = 5;
  private static final int STORED = 6;
  private static final int PICKUP_ZONE = 7;
  private static final int DROPOFF_ZONE = 8;
  private static final int PAYMENT = 9;
  private static final int FARE = 10;
  private static final int TIP = 13;
  private static final int TOTAL = 16;
  private static final int CONGESTION = 17;
  private static final int AIRPORT_FEE = 18;

  private final Dataset dataset = Catalogue.find("taxi_yellow").orElseThrow();
  private final List<Object[]> rows =
      LongStream.range(0, ROWS).mapToObj(row -> dataset.row(1, row)).toList();

  @Test
  void the_columns_are_those_of_the_real_files() {
    assertThat(dataset.columns().stream().map(Column::name).collect(Collectors.joining(",")))
        .isEqualTo(
            "VendorID,tpep_pickup_datetime,tpep_dropoff_datetime,passenger_count,trip_distance,"
                + "RatecodeID,store_and_fwd_flag,PULocationID,DOLocationID,payment_type,"
                + "fare_amount,extra,mta_tax,tip_amount,tolls_amount,improvement_surcharge,"
                + "total_amount,congestion_surcharge,airport_fee");
  }

  @Test
  void what_drivers_enter_is_missing_together() {
    assertThat(share(row -> row[PASSENGERS] == null)).isBetween(0.03, 0.05);
    assertThat(rows)
        .allMatch(
            row ->
                Arrays.stream(new int[] {RATE, STORED, CONGESTION})
                    .allMatch(column -> (row[column] == null) == (row[PASSENGERS] == null)));
  }

  @Test
  void each_kind_of_dirt_has_its_documented_share() {
    assertThat(share(row -> number(row, DISTANCE) == 0)).isBetween(0.008, 0.012);
    assertThat(share(row -> number(row, DISTANCE) >= 1000)).isBetween(0.0003, 0.0008);
    assertThat(share(row -> number(row, TOTAL) < 0)).isBetween(0.003, 0.005);
    assertThat(share(row -> number(row, TOTAL) == 0)).isBetween(0.0012, 0.0028);
    assertThat(share(row -> time(row, DROPOFF).isBefore(time(row, PICKUP))))
        .isBetween(0.001, 0.002);
    assertThat(share(row -> time(row, PICKUP).getYear() < 2010)).isBetween(0.0003, 0.0008);
    assertThat(share(row -> row[PICKUP_ZONE].equals(264L))).isBetween(0.006, 0.008);
    assertThat(share(row -> row[DROPOFF_ZONE].equals(265L))).isBetween(0.0005, 0.005);
    assertThat(share(row -> row[PASSENGERS] != null && number(row, PASSENGERS) == 0))
        .isBetween(0.014, 0.021);
    assertThat(share(row -> row[RATE] != null && number(row, RATE) == 99))
        .isBetween(0.0006, 0.0014);
  }

  @Test
  void some_trips_begin_outside_of_the_month_of_their_file() {
    int outside = 0;
    for (int row = 0; row < ROWS; row++) {
      LocalDateTime pickup = time(rows.get(row), PICKUP);
      String month = pickup.toString().substring(0, 7);
      outside += dataset.publishedFile(1, row).contains(month) ? 0 : 1;
    }
    assertThat(outside / (double) ROWS).isBetween(0.001, 0.002);
  }

  @Test
  void a_refund_repeats_a_trip_with_negative_amounts() {
    int refunds = 0;
    int duplicates = 0;
    for (int row = 0; row < ROWS; row++) {
      Object[] truth = dataset.truth(1, row);
      Object[] values = rows.get(row);
      if (truth[1] == null) {
        assertThat(number(values, TOTAL)).isNotNegative();
        continue;
      }
      Object[] original = dataset.row(1, (Long) truth[1]);
      if (Arrays.equals(values, original)) {
        duplicates++;
      } else {
        refunds++;
        assertThat(values[PICKUP]).isEqualTo(original[PICKUP]);
        assertThat(cents(values, FARE)).isEqualTo(-cents(original, FARE));
        assertThat(cents(values, TOTAL)).isEqualTo(-cents(original, TOTAL));
      }
    }
    assertThat(duplicates / (double) ROWS).isBetween(0.002, 0.004);
    assertThat(refunds / (double) ROWS).isBetween(0.003, 0.005);
  }

  @Test
  void amounts_add_up_to_the_total() {
    for (Object[] row : rows) {
      double sum = 0;
      for (int i = FARE; i < TOTAL; i++) {
        sum += number(row, i);
      }
      if (row[CONGESTION] != null) {
        sum += number(row, CONGESTION) + (row[AIRPORT_FEE] == null ? 0 : number(row, AIRPORT_FEE));
        assertThat(Math.round(sum * 100)).isEqualTo(cents(row, TOTAL));
      }
    }
  }

  @Test
  void only_cards_tip_and_fares_follow_distances() {
    assertThat(rows).allMatch(row -> number(row, TIP) <= 0 || (Long) row[PAYMENT] <= 1);
    assertThat(share(row -> number(row, TIP) > 0)).isBetween(0.6, 0.75);
    assertThat(averageFare(0.5, 1)).isLessThan(averageFare(2, 3));
    assertThat(averageFare(2, 3)).isLessThan(averageFare(8, 10));
    assertThat(averageFare(2, 3)).isBetween(9.0, 15.0);
    double averageMiles =
        rows.stream()
            .mapToDouble(row -> number(row, DISTANCE))
            .filter(miles -> miles < 1000)
            .average()
            .orElseThrow();
    assertThat(averageMiles).isBetween(2.3, 3.8);
  }

  @Test
  void the_airport_fee_is_paid_at_airports_from_april_2021() {
    assertThat(rows)
        .allMatch(
            row ->
                row[AIRPORT_FEE] == null
                    || number(row, AIRPORT_FEE) <= 0
                    || List.of(132L, 138L, 264L).contains(row[PICKUP_ZONE]));
    assertThat(share(row -> row[AIRPORT_FEE] != null && number(row, AIRPORT_FEE) == 1.25))
        .isBetween(0.01, 0.04);
  }

  @Test
  void days_and_hours_differ() {
    Map<Integer, Integer> hours = new HashMap<>();
    Map<DayOfWeek, Integer> days = new HashMap<>();
    for (Object[] row : rows) {
      hours.merge(time(row, PICKUP).getHour(), 1, Integer::sum);
      days.merge(time(row, PICKUP).getDayOfWeek(), 1, Integer::sum);
    }
    assertThat(hours.get(18)).isGreaterThan(5 * hours.get(4));
    assertThat(days.get(DayOfWeek.FRIDAY)).isGreaterThan(days.get(DayOfWeek.SUNDAY) * 11 / 10);
  }

  @Test
  void few_zones_have_most_pickups() {
    List<Long> counts =
        rows.stream()
            .collect(Collectors.groupingBy(row -> row[PICKUP_ZONE], Collectors.counting()))
            .values()
            .stream()
            .sorted(Comparator.reverseOrder())
            .toList();
    assertThat(counts.size()).isGreaterThan(220);
    assertThat(counts.stream().limit(30).mapToLong(count -> count).sum())
        .isGreaterThan(ROWS * 6 / 10);
    assertThat(share(row -> row[PICKUP_ZONE].equals(132L))).isBetween(0.02, 0.05);
    assertThat(share(row -> row[PICKUP_ZONE].equals(138L))).isBetween(0.015, 0.04);
  }

  private double averageFare(double least, double most) {
    return rows.stream()
        .filter(row -> number(row, DISTANCE) >= least && number(row, DISTANCE) < most)
        .mapToDouble(row -> number(row, FARE))
        .average()
        .orElseThrow();
  }

  private double share(Predicate<Object[]> condition) {
    return rows.stream().filter(condition).count() / (double) ROWS;
  }

  private static long cents(Object[] row, int column) {
    return Math.round(number(row, column) * 100);
  }

  private static double number(Object[] row, int column) {
    return ((Number) row[column]).doubleValue();
  }

  private static LocalDateTime time(Object[] row, int column) {
    return (LocalDateTime) row[column];
  }
}
