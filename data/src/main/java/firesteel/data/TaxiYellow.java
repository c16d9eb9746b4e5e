package firesteel.data;

import static firesteel.data.BoxedValues.hundredths;
import static firesteel.data.BoxedValues.whole;
import static firesteel.data.ColumnType.INTEGER;
import static firesteel.data.ColumnType.LONG;

import java.util.List;
import java.util.Map;

/** Generates {@code taxi_yellow}: the trips of New York's yellow taxis in 2020 and 2021. */
final class TaxiYellow extends MeteredTaxi {
  private static final int FIRST_MONTH_OF_AIRPORT_FEE_COLUMN = 12;

  private static final List<Column> COLUMNS =
      List.of(
          MeteredColumns.VENDOR,
          MeteredColumns.pickup("tpep_pickup_datetime"),
          MeteredColumns.dropoff("tpep_dropoff_datetime"),
          MeteredColumns.PASSENGERS,
          MeteredColumns.DISTANCE,
          MeteredColumns.RATE,
          MeteredColumns.STORED,
          MeteredColumns.PICKUP_ZONE,
          MeteredColumns.DROPOFF_ZONE,
          MeteredColumns.payment(
              LONG, MeteredColumns.percent(100 * TaxiDirt.UNREPORTED) + " are 0 (unreported); "),
          MeteredColumns.FARE,
          MeteredColumns.EXTRA,
          MeteredColumns.TAX,
          MeteredColumns.TIP,
          MeteredColumns.TOLLS,
          MeteredColumns.IMPROVEMENT,
          MeteredColumns.TOTAL,
          MeteredColumns.congestion("2.5"),
          MeteredColumns.airportFee());

  private static final TaxiFiles FILES =
      new TaxiFiles(
          "yellow",
          TaxiLayout.retyped(0, COLUMNS, Map.of("airport_fee", INTEGER)),
          TaxiLayout.retyped(12, COLUMNS, Map.of()),
          TaxiLayout.retyped(
                  18,
                  COLUMNS,
                  Map.of(
                      "VendorID", INTEGER,
                      "passenger_count", LONG,
                      "RatecodeID", LONG,
                      "PULocationID", INTEGER,
                      "DOLocationID", INTEGER))
              .renamed("airport_fee", "Airport_fee"));

  /** Tables that only those who ask for rows pay for. */
  private static final class Meter {
    /** Millions of trips of the real files. */
    private static final double[] MONTHS = {
      6.405, 6.299, 3.007, 0.238, 0.348, 0.549, 0.800, 1.007, 1.341, 1.681, 1.508, 1.462,
      1.370, 1.372, 1.925, 2.171, 2.507, 2.834, 2.821, 2.788, 2.963, 3.463, 3.472, 3.214
    };

    private static final double[] DAYS = {0.89, 0.98, 1.03, 1.07, 1.10, 1.05, 0.88};

    /** Makes up for the distance, so that about 0.3 % of trips leave the city. */
    private static final double FAR = 100;

    private static final TaxiMeter METER =
        new TaxiMeter(
            new TaxiCalendar(MONTHS, DAYS),
            new TaxiRoutes(TaxiZone::yellow, Meter::attraction),
            250,
            125,
            0);

    private static double attraction(TaxiZone zone) {
      return switch (zone.serviceZone()) {
        case "Airports" -> 0.6 * zone.yellow();
        case "EWR" -> 30;
        case "N/A" -> FAR * zone.yellow();
        case "Boro Zone" -> zone.yellow() + (zone.yellow() < 0.05 ? 0 : 1);
        default -> zone.yellow();
      };
    }
  }

  TaxiYellow() {
    super(0, COLUMNS, FILES);
  }

  @Override
  public String name() {
    return "taxi_yellow";
  }

  @Override
  public String description() {
    return "Trips of New York's yellow taxis, 2020 and 2021, by month; "
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
      trip.passengerCount(),
      hundredths(trip.milesHundredths),
      trip.rateCode(),
      trip.storedFlag(),
      whole(trip.pickupZone),
      whole(trip.dropoffZone),
      whole(trip.unreported ? 0 : trip.payment),
      hundredths(trip.fare),
      hundredths(trip.extra),
      hundredths(trip.tax),
      hundredths(trip.tip),
      hundredths(trip.tolls),
      hundredths(trip.improvement),
      hundredths(trip.total()),
      trip.congestionSurcharge(),
      trip.unreported || trip.month < FIRST_MONTH_OF_AIRPORT_FEE_COLUMN
          ? null
          : hundredths(trip.airportFee)
    };
  }
}
