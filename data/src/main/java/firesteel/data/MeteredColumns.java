package firesteel.data;

import static firesteel.data.ColumnType.DOUBLE;
import static firesteel.data.ColumnType.LONG;
import static firesteel.data.ColumnType.STRING;
import static firesteel.data.ColumnType.TIMESTAMP;

import java.math.BigDecimal;

/** The columns that yellow and green taxis share. */
final class MeteredColumns {
  private static final String UNREPORTED =
      percent(100 * TaxiDirt.UNREPORTED) + " missing, all on the same rows";
  private static final String AMOUNT =
      percent(100 * MeteredTaxi.REFUNDS)
          + " negative (refunds, which repeat a trip); "
          + share(TaxiFault.ZERO_AMOUNTS)
          + " 0 by mistake.";

  static final Column VENDOR =
      Column.clean("VendorID", LONG, "Who made the meter: 1 (33 %) or 2 (67 %).");
  static final Column STORED =
      new Column(
          "store_and_fwd_flag",
          STRING,
          "Whether the meter sent the trip later: Y (1 %) or N.",
          UNREPORTED + ".");
  static final Column RATE =
      new Column(
          "RatecodeID",
          DOUBLE,
          "The rate: 1 standard, 2 JFK (flat), 3 Newark, 4 outside of the city, 5 negotiated.",
          UNREPORTED + "; " + share(TaxiFault.UNKNOWN_RATE) + " are 99.");
  static final Column PICKUP_ZONE =
      new Column(
          "PULocationID",
          LONG,
          "The zone of the pick-up, 1 to 265; few zones have most trips.",
          share(TaxiFault.UNKNOWN_ZONES) + " are 264 (unknown).");
  static final Column DROPOFF_ZONE =
      new Column(
          "DOLocationID",
          LONG,
          "The zone of the drop-off, 1 to 265; near zones are more frequent.",
          share(TaxiFault.UNKNOWN_ZONES) + " are 264 (unknown), with the pick-up's.");
  static final Column PASSENGERS =
      new Column(
          "passenger_count",
          DOUBLE,
          "1 to 9; 1 for three of four trips.",
          UNREPORTED + "; " + share(TaxiFault.NO_PASSENGERS) + " are 0.");
  static final Column DISTANCE =
      new Column(
          "trip_distance",
          DOUBLE,
          "Miles: the way between the zones, with detours.",
          share(TaxiFault.ZERO_DISTANCE)
              + " are 0, "
              + share(TaxiFault.HUGE_DISTANCE)
              + " above 1,000.");
  static final Column FARE =
      amount("fare_amount", "By distance and time; 52 between Manhattan and JFK.");
  static final Column EXTRA = amount("extra", "1 on weekdays from 16 to 20, 0.5 from 20 to 6.");
  static final Column TAX = amount("mta_tax", "0.5; 0 for Newark.");
  static final Column TIP =
      amount("tip_amount", "0 unless a card pays; 20 % is the most frequent.");
  static final Column TOLLS =
      amount("tolls_amount", "6.12, 6.55 from April 2021, for half of the trips to airports.");
  static final Column IMPROVEMENT = amount("improvement_surcharge", "0.3.");
  static final Column TOTAL = amount("total_amount", "The sum of all amounts.");

  private MeteredColumns() {}

  static Column pickup(String name) {
    return new Column(
        name,
        TIMESTAMP,
        "When the trip begins, New York's time; by month, day of the week and hour.",
        share(TaxiFault.OTHER_MONTH)
            + " up to 12 hours outside of the file's month, "
            + share(TaxiFault.OTHER_YEAR)
            + " at the turn of 2008 to 2009.");
  }

  static Column dropoff(String name) {
    return new Column(
        name,
        TIMESTAMP,
        "When the trip ends, New York's time; by distance and traffic.",
        "As the pick-up; " + share(TaxiFault.DROPOFF_BEFORE_PICKUP) + " before the pick-up.");
  }

  static Column congestion(String surcharge) {
    return new Column(
        "congestion_surcharge",
        DOUBLE,
        "US dollars: " + surcharge + " if either zone is in Manhattan below 96th Street, else 0.",
        UNREPORTED + "; " + AMOUNT);
  }

  static Column airportFee() {
    return new Column(
        "airport_fee",
        DOUBLE,
        "US dollars: null in 2020; then 0, and from April 2021 1.25 for pick-ups at JFK and"
            + " LaGuardia.",
        UNREPORTED + "; " + AMOUNT);
  }

  static Column payment(ColumnType type, String dirt) {
    return new Column(
        "payment_type",
        type,
        "1 card (72.5 %), 2 cash, 3 no charge, 4 dispute.",
        dirt + "4 on each refund.");
  }

  static String unreported() {
    return UNREPORTED;
  }

  private static Column amount(String name, String description) {
    return new Column(name, DOUBLE, "US dollars. " + description, AMOUNT);
  }

  private static String share(TaxiFault fault) {
    return percent(fault.percent());
  }

  /** Returns a percentage without needless zeros. */
  static String percent(double percent) {
    return BigDecimal.valueOf(Math.round(percent * 100), 2).stripTrailingZeros().toPlainString()
        + " %";
  }
}
