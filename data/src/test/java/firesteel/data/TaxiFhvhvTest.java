package firesteel.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TaxiFhvhvTest {
  private static final int ROWS = 50_000;
  private static final int BASE = 1;
  private static final int REQUEST = 3;
  private static final int PICKUP = 5;
  private static final int DROPOFF = 6;
  private static final int MILES = 9;
  private static final int FARE = 11;

  private final Dataset dataset = Catalogue.find("taxi_fhvhv").orElseThrow();
  private final List<Object[]> rows =
      LongStream.range(0, ROWS).mapToObj(row -> dataset.row(1, row)).toList();

  @Test
  void the_columns_are_those_of_the_real_files() {
    assertThat(dataset.columns().stream().map(Column::name).collect(Collectors.joining(",")))
        .isEqualTo(
            "hvfhs_license_num,dispatching_base_num,originating_base_num,request_datetime,"
                + "on_scene_datetime,pickup_datetime,dropoff_datetime,PULocationID,DOLocationID,"
                + "trip_miles,trip_time,base_passenger_fare,tolls,bcf,sales_tax,"
                + "congestion_surcharge,airport_fee,tips,driver_pay,shared_request_flag,"
                + "shared_match_flag,access_a_ride_flag,wav_request_flag,wav_match_flag");
  }

  @Test
  void numbers_of_bases_are_divisible_by_7_by_3_and_by_neither() {
    assertThat(rows).allMatch(row -> ((String) row[BASE]).matches("B0[23][0-9]{3}"));
    assertThat(share(row -> base(row) % 7 == 0)).isBetween(0.03, 0.15);
    assertThat(share(row -> base(row) % 7 != 0 && base(row) % 3 == 0)).isBetween(0.05, 0.3);
    assertThat(share(row -> base(row) % 7 != 0 && base(row) % 3 != 0)).isBetween(0.5, 0.9);
  }

  @Test
  void each_kind_of_dirt_has_its_documented_share() {
    assertThat(share(row -> ((Double) row[MILES]) == 0)).isBetween(0.002, 0.004);
    assertThat(share(row -> ((Double) row[FARE]) < 0)).isBetween(0.0012, 0.0028);
    assertThat(share(row -> time(row, DROPOFF).isBefore(time(row, PICKUP))))
        .isBetween(0.0008, 0.0024);
    assertThat(share(row -> time(row, REQUEST).isAfter(time(row, PICKUP))))
        .isBetween(0.0012, 0.0028);
  }

  private double share(Predicate<Object[]> condition) {
    return rows.stream().filter(condition).count() / (double) ROWS;
  }

  private static int base(Object[] row) {
    return Integer.parseInt(((String) row[BASE]).substring(1));
  }

  private static LocalDateTime time(Object[] row, int column) {
    return (LocalDateTime) row[column];
  }
}
