package firesteel.data;

import static firesteel.data.Column.clean;
import static firesteel.data.ColumnType.DOUBLE;
import static firesteel.data.ColumnType.LONG;
import static firesteel.data.ColumnType.STRING;
import static firesteel.data.ColumnType.TIMESTAMP;

import java.util.List;
import java.util.stream.Stream;

/** The columns of the trips of for-hire vehicles. */
final class ForHireColumns {
  /** The share of rows that are equal to another, from 0 to 1. */
  static final double DUPLICATES = 0.003;

  static final List<Column> ALL =
      List.of(
          clean(
              "hvfhs_license_num",
              STRING,
              "The company: HV0003 Uber (72 %), HV0005 Lyft (26 %), HV0004 Via (2 %)."),
          clean(
              "dispatching_base_num",
              STRING,
              "The base that sends the car: B and five digits, such as B02764; 22 bases."),
          clean("originating_base_num", STRING, "The base that takes the order; null for Lyft."),
          new Column(
              "request_datetime",
              TIMESTAMP,
              "When the car is ordered, New York's time; 1 to 13 minutes before the pick-up.",
              share(ForHireFault.REQUEST_AFTER_PICKUP) + " after the pick-up."),
          clean("on_scene_datetime", TIMESTAMP, "When the car arrives; null for Lyft."),
          clean(
              "pickup_datetime",
              TIMESTAMP,
              "When the trip begins; by month, day of the week and hour."),
          new Column(
              "dropoff_datetime",
              TIMESTAMP,
              "When the trip ends; by distance and traffic.",
              share(ForHireFault.DROPOFF_BEFORE_PICKUP) + " before the pick-up."),
          new Column(
              "PULocationID",
              LONG,
              "The zone of the pick-up, 1 to 265.",
              share(ForHireFault.UNKNOWN_ZONE) + " are 264 (unknown)."),
          clean(
              "DOLocationID",
              LONG,
              "The zone of the drop-off, 1 to 265; near zones are more frequent."),
          new Column(
              "trip_miles",
              DOUBLE,
              "Miles: the way between the zones, with detours.",
              share(ForHireFault.ZERO_DISTANCE) + " are 0."),
          clean("trip_time", LONG, "Seconds from pick-up to drop-off."),
          new Column(
              "base_passenger_fare",
              DOUBLE,
              "US dollars, at least 7; by distance, time and demand.",
              share(ForHireFault.NEGATIVE_FARE) + " negative."),
          clean("tolls", DOUBLE, "US dollars: 0 or 6.12."),
          clean("bcf", DOUBLE, "US dollars for the Black Car Fund: 2.5 % of fare and tolls."),
          clean("sales_tax", DOUBLE, "US dollars: 8.875 % of fare and tolls."),
          clean(
              "congestion_surcharge",
              DOUBLE,
              "US dollars: 2.75, shared 0.75, if either zone is in Manhattan below 96th Street,"
                  + " else 0."),
          clean(
              "airport_fee",
              DOUBLE,
              "US dollars: null before April 2021; then 2.5 to and from airports, else 0."),
          clean("tips", DOUBLE, "US dollars; 0 for four of five trips."),
          new Column(
              "driver_pay",
              DOUBLE,
              "US dollars: 70 to 85 % of the fare.",
              share(ForHireFault.NEGATIVE_FARE) + " negative, with the fare."),
          clean(
              "shared_request_flag",
              STRING,
              "Whether the rider agrees to share: Y or N; with Uber and Lyft only until March"
                  + " 2020."),
          clean("shared_match_flag", STRING, "Whether the ride is shared: Y or N."),
          clean("access_a_ride_flag", STRING, "A space for Uber, else N."),
          clean("wav_request_flag", STRING, "Whether a wheelchair's car is wanted: Y or N."),
          clean("wav_match_flag", STRING, "Whether a wheelchair's car comes: Y or N."));

  static final List<Column> TRUTH =
      Stream.concat(
              Stream.of(
                  clean("row", LONG, "The row's number."),
                  clean(
                      "copy_of",
                      LONG,
                      "The row that this one duplicates ("
                          + MeteredColumns.percent(100 * DUPLICATES)
                          + " of all); null for others.")),
              ALL.stream()
                  .filter(column -> !column.dirt().isEmpty())
                  .map(c -> clean(c.name(), c.type(), c.description())))
          .toList();

  private ForHireColumns() {}

  private static String share(ForHireFault fault) {
    return MeteredColumns.percent(fault.percent());
  }
}
