package firesteel.data;

import java.time.LocalDateTime;

/**
 * One trip with a taximeter while it is made: amounts in cents, times in the calendar's seconds.
 */
final class MeteredTrip {
  static final int CARD = 1;
  static final int CASH = 2;
  static final int NO_CHARGE = 3;
  static final int DISPUTE = 4;

  static final int STANDARD_RATE = 1;
  static final int JFK_RATE = 2;
  static final int NEWARK_RATE = 3;
  static final int OUTSIDE_RATE = 4;
  static final int NEGOTIATED_RATE = 5;
  static final int UNKNOWN_RATE = 99;

  int month;
  int hour;
  long pickup;
  int seconds;
  int pickupZone;
  int dropoffZone;
  int milesHundredths;

  int vendor;
  int passengers;
  int rate;
  boolean stored;
  boolean dispatched;
  int payment;

  /** Whether the vendor sent only the amounts: what the driver enters is missing. */
  boolean unreported;

  int fare;
  int extra;
  int tax;
  int tip;
  int tolls;
  int improvement;
  int congestion;
  int airportFee;

  int total() {
    return fare + extra + tax + tip + tolls + improvement + congestion + airportFee;
  }

  LocalDateTime pickupTime() {
    return TaxiCalendar.time(pickup);
  }

  LocalDateTime dropoffTime() {
    return TaxiCalendar.time(pickup + seconds);
  }

  Double passengerCount() {
    return unreported ? null : BoxedValues.hundredths(100 * passengers);
  }

  Double rateCode() {
    return unreported ? null : Double.valueOf(rate);
  }

  String storedFlag() {
    if (unreported) {
      return null;
    }
    return stored ? "Y" : "N";
  }

  Double congestionSurcharge() {
    return unreported ? null : BoxedValues.hundredths(congestion);
  }

  /** Multiplies all amounts: by 0 for a trip that nobody pays, by -1 for a refund. */
  void scaleAmounts(int factor) {
    fare *= factor;
    extra *= factor;
    tax *= factor;
    tip *= factor;
    tolls *= factor;
    improvement *= factor;
    congestion *= factor;
    airportFee *= factor;
  }
}
