package firesteel.data;

import java.time.LocalDateTime;

/** Spoils trips with a taximeter as the published files are spoilt. */
final class TaxiDirt {
  /** The share of trips without what the driver enters, from 0 to 1. */
  static final double UNREPORTED = 0.04;

  private static final int HALF_DAY = 12 * TaxiCalendar.SECONDS_OF_HOUR;
  private static final long NEW_YEAR_2009 = TaxiCalendar.second(LocalDateTime.of(2009, 1, 1, 0, 0));

  private TaxiDirt() {}

  /** Changes a clean trip. */
  static void spoil(MeteredTrip trip, RowRandom random) {
    trip.unreported = random.happens(UNREPORTED);
    switch (TaxiFault.pick(random)) {
      case NONE -> {}
      case ZERO_DISTANCE -> trip.milesHundredths = 0;
      case HUGE_DISTANCE -> trip.milesHundredths = 100_000 + random.nextInt(30_000_000);
      case ZERO_AMOUNTS -> trip.scaleAmounts(0);
      case DROPOFF_BEFORE_PICKUP -> trip.seconds = -1 - random.nextInt(3600);
      case OTHER_MONTH ->
          trip.pickup =
              random.nextInt(2) == 0
                  ? TaxiCalendar.start(trip.month) - 1 - random.nextInt(HALF_DAY)
                  : TaxiCalendar.start(trip.month + 1) + random.nextInt(HALF_DAY);
      case OTHER_YEAR -> trip.pickup = NEW_YEAR_2009 - HALF_DAY + random.nextInt(2 * HALF_DAY);
      case UNKNOWN_ZONES -> {
        trip.pickupZone = TaxiZone.UNKNOWN;
        trip.dropoffZone = TaxiZone.UNKNOWN;
      }
      case NO_PASSENGERS -> trip.passengers = 0;
      case UNKNOWN_RATE -> trip.rate = MeteredTrip.UNKNOWN_RATE;
    }
  }

  /** Makes of a trip the entry that takes it back. */
  static void refund(MeteredTrip trip) {
    trip.scaleAmounts(-1);
    trip.payment = MeteredTrip.DISPUTE;
  }
}
