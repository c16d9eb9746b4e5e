package firesteel.data;

import static firesteel.data.BoxedValues.hundredths;
import static firesteel.data.BoxedValues.whole;
import static firesteel.data.ColumnType.DOUBLE;
import static firesteel.data.ColumnType.INTEGER;
import static firesteel.data.ColumnType.LONG;

import java.util.List;
import java.util.Map;

/** Generates {@code taxi_green}: the trips of New York's green taxis in 2020 and 2021. */
final class TaxiGreen extends MeteredTaxi {
  private static final double DISPATCHED_SHARE = 0.08;

  private static final List<Column> COLUMNS =
      List.of(
          MeteredColumns.VENDOR,
          MeteredColumns.pickup("lpep_pickup_datetime"),
          MeteredColumns.dropoff("lpep_dropoff_datetime"),
          MeteredColumns.STORED,
          MeteredColumns.RATE,
          MeteredColumns.PICKUP_ZONE,
          MeteredColumns.DROPOFF_ZONE,
          MeteredColumns.PASSENGERS,
          MeteredColumns.DISTANCE,
          MeteredColumns.FARE,
          MeteredColumns.EXTRA,
          MeteredColumns.TAX,
          MeteredColumns.TIP,
          MeteredColumns.TOLLS,
          Column.clean("ehail_fee", DOUBLE, "Always null."),
          MeteredColumns.IMPROVEMENT,
          MeteredColumns.TOTAL,
          MeteredColumns.payment(DOUBLE, MeteredColumns.unreported() + "; "),
          new Column(
              "trip_type",
              DOUBLE,
              "1 hailed in the street, 2 (8 %) dispatched.",
              MeteredColumns.unreported() + "."),
          MeteredColumns.congestion("2.75"));

  private static final TaxiFiles FILES =
      new TaxiFiles(
          "green",
          TaxiLayout.retyped(0, COLUMNS, Map.of("ehail_fee", INTEGER)),
          TaxiLayout.retyped(12, COLUMNS, Map.of()),
          TaxiLayout.retyped(
              18,
              COLUMNS,
              Map.of(
                  "VendorID", INTEGER,
                  "passenger_count", LONG,
                  "RatecodeID", LONG,
                  "PULocationID", INTEGER,
                  "DOLocationID", INTEGER,
                  "payment_type", LONG,
                  "trip_type", LONG)));

  /** Tables that only those who ask for rows pay for. */
  private static final class Meter {
    /** Thousands of trips of the real files. */
    private static final double[] MONTHS = {
      447.8, 398.6, 223.5, 35.6, 57.4, 63.1, 72.3, 81.1, 87.9, 95.1, 88.6, 83.1,
      76.5, 64.6, 83.8, 86.9, 88.2, 86.7, 83.7, 83.5, 95.7, 110.9, 108.2, 100.0
    };

    private static final double[] DAYS = {0.97, 0.99, 1.01, 1.05, 1.12, 1.01, 0.85};

    /** Makes up for the distance, so that about 0.3 % of trips leave the city. */
    private static final double FAR = 100;

    private static final TaxiMeter METER =
        new TaxiMeter(
            new TaxiCalendar(MONTHS, DAYS),
            new TaxiRoutes(TaxiZone::green, Meter::attraction),
            275,
            0,
            DISPATCHED_SHARE);

    /** Green taxis may not pick up below 96th Street or at airports, but go there. */
    private static double attraction(TaxiZone zone) {
      return switch (zone.serviceZone()) {
        case "Yellow Zone" -> 0.2 * zone.yellow();
        case "Airports" -> 12;
        case "EWR" -> 5;
        case "N/A" -> FAR * zone.green();
        default -> zone.green() + (zone.green() < 0.1 ? 0 : 2);
      };
    }
  }

  TaxiGreen() {
    super(3, COLUMNS, FILES);
  }

  @Override
  public String name() {
    return "taxi_green";
  }

  @Override
  public String description() {
    return "Trips of New York's green taxis, 2020 and 2021, by month; "
        + MeteredColumns.percent(100 * DUPLICATES)
        + " of the rows are exact duplicates, "
        + MeteredColumns.percent(100 * REFUNDS)
        + " refunds.";
  }

  /** A file for each month, by its share: several hundred rows for each month before April 2020. */
  @Override
  public long sampleRows() {
    return 4_000;
  }

  @Override
  TaxiMeter meter() {
    return Meter.METER;
  }

  @Override
  Object[] values(MeteredTrip trip) {
    return new Object[] {
      whole(trip.vendor),
      trip.pickupTime(),
      trip.dropoffTime(),
      trip.storedFlag(),
      trip.rateCode(),
      whole(trip.pickupZone),
      whole(trip.dropoffZone),
      trip.passengerCount(),
      hundredths(trip.milesHundredths),
      hundredths(trip.fare),
      hundredths(trip.extra),
      hundredths(trip.tax),
      hundredths(trip.tip),
      hundredths(trip.tolls),
      null,
      hundredths(trip.improvement),
      hundredths(trip.total()),
      trip.unreported ? null : Double.valueOf(trip.payment),
      trip.unreported ? null : Double.valueOf(trip.dispatched ? 2 : 1),
      trip.congestionSurcharge()
    };
  }
}
