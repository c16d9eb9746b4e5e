package firesteel.data;

import static firesteel.data.BoxedValues.hundredths;
import static firesteel.data.BoxedValues.whole;
import static firesteel.data.ColumnType.INTEGER;

import firesteel.data.ForHireTrip.Licence;
import java.util.List;
import java.util.Map;

/**
 * Generates {@code taxi_fhvhv}: the trips of New York's high-volume for-hire vehicles (Uber, Lyft,
 * Via) in 2020 and 2021.
 */
final class TaxiFhvhv implements Dataset {
  /** The streams of random numbers, other than those of taxis: see {@link MeteredTaxi}. */
  private static final int REPEATS_STREAM = 6;

  private static final int TRIP = 7;
  private static final int DIRT = 8;

  private static final TaxiRepeats REPEATS =
      new TaxiRepeats(REPEATS_STREAM, ForHireColumns.DUPLICATES, 0);

  private static final TaxiFiles FILES =
      new TaxiFiles(
          "fhvhv",
          TaxiLayout.retyped(0, ForHireColumns.ALL, Map.of("airport_fee", INTEGER)),
          TaxiLayout.retyped(ForHireFares.AIRPORT_FEE_MONTH, ForHireColumns.ALL, Map.of()),
          TaxiLayout.retyped(
              18,
              ForHireColumns.ALL,
              Map.of("PULocationID", INTEGER, "DOLocationID", INTEGER, "trip_time", INTEGER)));

  /** Tables that only those who ask for rows pay for. */
  private static final class Fares {
    /** Millions of trips of the real files. */
    private static final double[] MONTHS = {
      20.57, 21.73, 13.39, 4.31, 6.09, 7.56, 9.96, 11.10, 12.11, 13.27, 11.60, 11.64, 11.91, 11.61,
      14.23, 14.11, 14.72, 14.96, 15.03, 14.50, 14.89, 16.55, 16.04, 16.05
    };

    private static final double[] DAYS = {0.85, 0.88, 0.92, 0.98, 1.13, 1.25, 1.0};

    /** Makes up for the distance, so that about 2 % of trips leave the city. */
    private static final double FAR = 100;

    private static final ForHireFares FARES =
        new ForHireFares(
            new TaxiCalendar(MONTHS, DAYS), new TaxiRoutes(TaxiZone::fhvhv, Fares::attraction));

    private static double attraction(TaxiZone zone) {
      return switch (zone.serviceZone()) {
        case "EWR", "N/A" -> FAR * zone.fhvhv();
        default -> zone.fhvhv();
      };
    }
  }

  @Override
  public String name() {
    return "taxi_fhvhv";
  }

  @Override
  public String description() {
    return "Trips of New York's high-volume for-hire vehicles (Uber, Lyft, Via), 2020 and 2021, by"
        + " month; "
        + MeteredColumns.percent(100 * ForHireColumns.DUPLICATES)
        + " of the rows are exact duplicates.";
  }

  @Override
  public List<Column> columns() {
    return ForHireColumns.ALL;
  }

  /** A file for each month, by its share: more than 120 rows for January 2021. */
  @Override
  public long sampleRows() {
    return 4_000;
  }

  @Override
  public Object[] row(long seed, long row) {
    return values(dirtyTrip(seed, row));
  }

  @Override
  public List<Column> truthColumns() {
    return ForHireColumns.TRUTH;
  }

  @Override
  public Object[] truth(long seed, long row) {
    long original = REPEATS.original(seed, row);
    ForHireTrip trip = cleanTrip(seed, original);
    return new Object[] {
      row,
      original == row ? null : (Long) original,
      TaxiCalendar.time(trip.pickup - trip.requestedBefore),
      TaxiCalendar.time(trip.pickup + trip.dropoffAfter),
      whole(trip.pickupZone),
      hundredths(trip.milesHundredths),
      hundredths(trip.fare),
      hundredths(trip.driverPay)
    };
  }

  @Override
  public String publishedFile(long seed, long row) {
    long original = REPEATS.original(seed, row);
    return FILES.name(Fares.FARES.month(new RowRandom(seed, original, TRIP)));
  }

  @Override
  public List<Column> publishedColumns(String file) {
    return FILES.columns(file);
  }

  @Override
  public Object[] publishedRow(long seed, long row) {
    ForHireTrip trip = dirtyTrip(seed, row);
    Object[] values = values(trip);
    FILES.layout(trip.month).convert(values);
    return values;
  }

  private static ForHireTrip cleanTrip(long seed, long original) {
    return Fares.FARES.draw(new RowRandom(seed, original, TRIP));
  }

  private static ForHireTrip dirtyTrip(long seed, long row) {
    long original = REPEATS.original(seed, row);
    ForHireTrip trip = cleanTrip(seed, original);
    ForHireFault.spoil(trip, new RowRandom(seed, original, DIRT));
    return trip;
  }

  private static Object[] values(ForHireTrip trip) {
    boolean lyft = trip.licence == Licence.HV0005;
    return new Object[] {
      trip.licence.name(),
      trip.base,
      lyft ? null : trip.base,
      TaxiCalendar.time(trip.pickup - trip.requestedBefore),
      lyft ? null : TaxiCalendar.time(trip.pickup - trip.waited),
      TaxiCalendar.time(trip.pickup),
      TaxiCalendar.time(trip.pickup + trip.dropoffAfter),
      whole(trip.pickupZone),
      whole(trip.dropoffZone),
      hundredths(trip.milesHundredths),
      whole(trip.seconds),
      hundredths(trip.fare),
      hundredths(trip.tolls),
      hundredths(trip.fund),
      hundredths(trip.salesTax),
      hundredths(trip.congestion),
      trip.month < ForHireFares.AIRPORT_FEE_MONTH ? null : hundredths(trip.airportFee),
      hundredths(trip.tip),
      hundredths(trip.driverPay),
      flag(trip.sharedRequest),
      flag(trip.sharedMatch),
      trip.licence == Licence.HV0003 ? " " : "N",
      flag(trip.wheelchairRequest),
      flag(trip.wheelchairMatch)
    };
  }

  private static String flag(boolean set) {
    return set ? "Y" : "N";
  }
}
