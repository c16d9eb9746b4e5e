package firesteel.data;

import java.util.Arrays;

/** What can be wrong with a metered trip in the files; a trip has at most one fault of these. */
enum TaxiFault {
  /** Nothing. */
  NONE(0),
  /** The distance is 0. */
  ZERO_DISTANCE(1),
  /** The distance is more than 1,000 miles. */
  HUGE_DISTANCE(0.05),
  /** All amounts are 0. */
  ZERO_AMOUNTS(0.2),
  /** The trip ends before it begins. */
  DROPOFF_BEFORE_PICKUP(0.15),
  /** The trip begins up to 12 hours before or after the file's month. */
  OTHER_MONTH(0.1),
  /** The trip begins on the last day of 2008 or the first of 2009: the meter's clock was reset. */
  OTHER_YEAR(0.05),
  /** Both zones are 264. */
  UNKNOWN_ZONES(0.7),
  /** The number of passengers is 0. */
  NO_PASSENGERS(1.8),
  /** The rate code is 99. */
  UNKNOWN_RATE(0.1);

  private static final AliasTable TABLE = table();
  private static final TaxiFault[] VALUES = values();

  private final double percent;

  TaxiFault(double percent) {
    this.percent = percent;
  }

  /** Returns the share of trips with this fault, from 0 to 100. */
  double percent() {
    return percent;
  }

  static TaxiFault pick(RowRandom random) {
    return VALUES[TABLE.pick(random)];
  }

  private static AliasTable table() {
    double faults = 0;
    for (TaxiFault fault : values()) {
      faults += fault.percent;
    }
    double none = 100 - faults;
    return new AliasTable(
        Arrays.stream(values())
            .mapToDouble(fault -> fault == NONE ? none : fault.percent)
            .toArray());
  }
}
