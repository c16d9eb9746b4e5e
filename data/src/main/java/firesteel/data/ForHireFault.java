package firesteel.data;

import java.util.Arrays;

/** What can be wrong with a for-hire trip in the files; a trip has at most one fault. */
enum ForHireFault {
  /** Nothing. */
  NONE(0),
  /** The distance is 0. */
  ZERO_DISTANCE(0.3),
  /** Fare and driver's pay are negative: an adjustment. */
  NEGATIVE_FARE(0.2),
  /** The trip ends before it begins. */
  DROPOFF_BEFORE_PICKUP(0.15),
  /** The car is ordered after the trip begins. */
  REQUEST_AFTER_PICKUP(0.2),
  /** The pick-up's zone is 264. */
  UNKNOWN_ZONE(0.3);

  private static final AliasTable TABLE = table();
  private static final ForHireFault[] VALUES = values();

  private final double percent;

  ForHireFault(double percent) {
    this.percent = percent;
  }

  /** Returns the share of trips with this fault, from 0 to 100. */
  double percent() {
    return percent;
  }

  /** Spoils a clean trip with a fault, or leaves it. */
  static void spoil(ForHireTrip trip, RowRandom random) {
    switch (VALUES[TABLE.pick(random)]) {
      case NONE -> {}
      case ZERO_DISTANCE -> trip.milesHundredths = 0;
      case NEGATIVE_FARE -> {
        trip.fare = -trip.fare;
        trip.driverPay = -trip.driverPay;
      }
      case DROPOFF_BEFORE_PICKUP -> trip.dropoffAfter = -1 - random.nextInt(3600);
      case REQUEST_AFTER_PICKUP -> trip.requestedBefore = -1 - random.nextInt(600);
      case UNKNOWN_ZONE -> trip.pickupZone = TaxiZone.UNKNOWN;
    }
  }

  private static AliasTable table() {
    double faults = 0;
    for (ForHireFault fault : values()) {
      faults += fault.percent;
    }
    double none = 100 - faults;
    return new AliasTable(
        Arrays.stream(values())
            .mapToDouble(fault -> fault == NONE ? none : fault.percent)
            .toArray());
  }
}
