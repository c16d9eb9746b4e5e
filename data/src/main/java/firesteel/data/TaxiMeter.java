package firesteel.data;

/**
 * Draws clean trips with a taximeter, with the fares of 2020 and 2021: 2.50 to begin with, 0.50 for
 * each fifth of a mile or minute of standing; flat between Manhattan and JFK; extra in rush hours
 * and at night; tips only where a card pays.
 */
final class TaxiMeter {
  /** The first month with the airport fee: April 2021. */
  static final int AIRPORT_FEE_MONTH = 15;

  private static final int FIRST_CHARGE = 250;
  private static final int UNIT = 50;
  private static final double STANDING_UNITS = 0.4 / 60;
  private static final int JFK_FARE = 5200;
  private static final int NEWARK_EXTRA = 1750;
  private static final int RUSH_HOUR = 100;
  private static final int NIGHT = 50;
  private static final int TAX = 50;
  private static final int IMPROVEMENT = 30;
  private static final int OLD_TOLL = 612;
  private static final int NEW_TOLL = 655;
  private static final int NEWARK_TOLL = 1375;

  private static final double FIRST_VENDOR_SHARE = 0.33;
  private static final double STORED_SHARE = 0.01;
  private static final double NEGOTIATED_SHARE = 0.003;

  private static final AliasTable PASSENGERS =
      new AliasTable(73.5, 14.5, 3.9, 1.9, 3.7, 2.45, 0.02, 0.02, 0.01);
  private static final AliasTable PAYMENTS = new AliasTable(72.5, 26.3, 0.8, 0.4);

  /** Tips: none, 10, 15, 20, 25, 30 percent, or whole dollars. */
  private static final AliasTable TIPS = new AliasTable(5, 4, 11, 43, 14, 7, 16);

  private final TaxiCalendar calendar;
  private final TaxiRoutes routes;
  private final int congestion;
  private final int airportFee;
  private final double dispatchedShare;
  private final boolean[] manhattan = new boolean[TaxiZone.all().size() + 1];
  private final boolean[] congested = new boolean[TaxiZone.all().size() + 1];

  /**
   * Creates the meter of a service.
   *
   * @param congestion the congestion surcharge, cents
   * @param airportFee the fee for pick-ups at JFK and LaGuardia, cents
   * @param dispatchedShare the share of trips that were ordered, from 0 to 1
   */
  TaxiMeter(
      TaxiCalendar calendar,
      TaxiRoutes routes,
      int congestion,
      int airportFee,
      double dispatchedShare) {
    this.calendar = calendar;
    this.routes = routes;
    this.congestion = congestion;
    this.airportFee = airportFee;
    this.dispatchedShare = dispatchedShare;
    for (TaxiZone zone : TaxiZone.all()) {
      manhattan[zone.locationId()] = zone.isManhattan();
      congested[zone.locationId()] = zone.isCongested();
    }
  }

  /** Returns the month of a trip without the rest of it, by the same numbers as {@link #draw}. */
  int month(RowRandom random) {
    return TaxiCalendar.month(calendar.pickHour(random));
  }

  MeteredTrip draw(RowRandom random) {
    MeteredTrip trip = new MeteredTrip();
    trip.hour = calendar.pickHour(random);
    trip.month = TaxiCalendar.month(trip.hour);
    trip.pickup =
        (long) trip.hour * TaxiCalendar.SECONDS_OF_HOUR
            + random.nextInt(TaxiCalendar.SECONDS_OF_HOUR);
    trip.pickupZone = routes.pickPickup(random);
    trip.dropoffZone = routes.pickDropoff(random, trip.pickupZone);
    trip.milesHundredths = routes.pickHundredths(random, trip.pickupZone, trip.dropoffZone);
    trip.seconds = TaxiTraffic.pickSeconds(random, trip.hour, trip.milesHundredths);
    trip.vendor = random.happens(FIRST_VENDOR_SHARE) ? 1 : 2;
    trip.passengers = PASSENGERS.pick(random) + 1;
    trip.stored = random.happens(STORED_SHARE);
    trip.dispatched = random.happens(dispatchedShare);
    trip.rate = rate(trip, random);
    trip.payment = PAYMENTS.pick(random) + 1;
    trip.fare = fare(trip, random);
    trip.extra = extra(trip);
    trip.tax = trip.rate == MeteredTrip.NEWARK_RATE ? 0 : TAX;
    trip.improvement = IMPROVEMENT;
    trip.tolls = tolls(trip, random);
    trip.congestion = congested[trip.pickupZone] || congested[trip.dropoffZone] ? congestion : 0;
    trip.airportFee =
        trip.month >= AIRPORT_FEE_MONTH && isAirport(trip.pickupZone) ? airportFee : 0;
    trip.tip = tip(trip, random);
    return trip;
  }

  private int rate(MeteredTrip trip, RowRandom random) {
    boolean negotiated = trip.dispatched || random.happens(NEGOTIATED_SHARE);
    if (trip.pickupZone == TaxiZone.NEWARK || trip.dropoffZone == TaxiZone.NEWARK) {
      return MeteredTrip.NEWARK_RATE;
    }
    if (trip.dropoffZone == TaxiZone.OUTSIDE_OF_NYC) {
      return MeteredTrip.OUTSIDE_RATE;
    }
    if (trip.pickupZone == TaxiZone.JFK && manhattan[trip.dropoffZone]
        || trip.dropoffZone == TaxiZone.JFK && manhattan[trip.pickupZone]) {
      return MeteredTrip.JFK_RATE;
    }
    return negotiated ? MeteredTrip.NEGOTIATED_RATE : MeteredTrip.STANDARD_RATE;
  }

  private static int fare(MeteredTrip trip, RowRandom random) {
    int metered =
        FIRST_CHARGE + UNIT * (trip.milesHundredths / 20 + (int) (trip.seconds * STANDING_UNITS));
    return switch (trip.rate) {
      case MeteredTrip.JFK_RATE -> JFK_FARE;
      case MeteredTrip.NEWARK_RATE -> metered + NEWARK_EXTRA;
      case MeteredTrip.OUTSIDE_RATE -> metered + metered / 2 / UNIT * UNIT;
      case MeteredTrip.NEGOTIATED_RATE -> metered / 100 * 100 + 100 * random.nextInt(6);
      default -> metered;
    };
  }

  private static int extra(MeteredTrip trip) {
    int hour = TaxiCalendar.hourOfDay(trip.hour);
    if (hour >= 20 || hour < 6) {
      return NIGHT;
    }
    return hour >= 16 && !TaxiCalendar.isWeekendHour(trip.hour) ? RUSH_HOUR : 0;
  }

  private static int tolls(MeteredTrip trip, RowRandom random) {
    double number = random.nextDouble();
    if (trip.rate == MeteredTrip.NEWARK_RATE) {
      return NEWARK_TOLL;
    }
    boolean airport = isAirport(trip.pickupZone) || isAirport(trip.dropoffZone);
    double share = airport ? 0.45 : trip.milesHundredths > 800 ? 0.15 : 0.002;
    if (number >= share) {
      return 0;
    }
    return trip.month >= AIRPORT_FEE_MONTH ? NEW_TOLL : OLD_TOLL;
  }

  private static int tip(MeteredTrip trip, RowRandom random) {
    int choice = TIPS.pick(random);
    int dollars = 1 + random.nextInt(4);
    if (trip.payment != MeteredTrip.CARD) {
      return 0;
    }
    int percent =
        switch (choice) {
          case 0 -> 0;
          case 1 -> 10;
          case 2 -> 15;
          case 3 -> 20;
          case 4 -> 25;
          case 5 -> 30;
          default -> -1;
        };
    return percent < 0 ? 100 * dollars : (trip.total() * percent + 50) / 100;
  }

  private static boolean isAirport(int zone) {
    return zone == TaxiZone.JFK || zone == TaxiZone.LA_GUARDIA;
  }
}
