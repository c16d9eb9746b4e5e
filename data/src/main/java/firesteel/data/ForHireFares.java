package firesteel.data;

import firesteel.data.ForHireTrip.Licence;

/**
 * Draws clean trips of for-hire vehicles: fares by distance, time and demand, the taxes and
 * surcharges of 2020 and 2021, and tips from one rider in five.
 */
final class ForHireFares {
  /** The first month with the airport fee: April 2021. */
  static final int AIRPORT_FEE_MONTH = 15;

  /** Shared rides stopped in March 2020. */
  private static final int SHARED_MONTHS = 3;

  private static final Licence[] LICENCES = Licence.values();
  private static final AliasTable LICENCE_SHARES = new AliasTable(72, 26, 2);
  private static final int LEAST_FARE = 700;
  private static final int AIRPORT_FEE = 250;
  private static final int CONGESTION = 275;
  private static final int SHARED_CONGESTION = 75;
  private static final int TOLL = 612;

  private final TaxiCalendar calendar;
  private final TaxiRoutes routes;
  private final boolean[] congested = new boolean[TaxiZone.all().size() + 1];

  ForHireFares(TaxiCalendar calendar, TaxiRoutes routes) {
    this.calendar = calendar;
    this.routes = routes;
    TaxiZone.all().forEach(zone -> congested[zone.locationId()] = zone.isCongested());
  }

  /** Returns the month of a trip without the rest of it, by the same numbers as {@link #draw}. */
  int month(RowRandom random) {
    return TaxiCalendar.month(calendar.pickHour(random));
  }

  ForHireTrip draw(RowRandom random) {
    ForHireTrip trip = new ForHireTrip();
    trip.hour = calendar.pickHour(random);
    trip.month = TaxiCalendar.month(trip.hour);
    trip.licence = LICENCES[LICENCE_SHARES.pick(random)];
    trip.base = trip.licence.pickBase(random);
    trip.pickup =
        (long) trip.hour * TaxiCalendar.SECONDS_OF_HOUR
            + random.nextInt(TaxiCalendar.SECONDS_OF_HOUR);
    trip.waited = 5 + random.nextInt(115);
    trip.requestedBefore = trip.waited + 60 + random.nextInt(300) + random.nextInt(300);
    trip.pickupZone = routes.pickPickup(random);
    trip.dropoffZone = routes.pickDropoff(random, trip.pickupZone);
    trip.milesHundredths = routes.pickHundredths(random, trip.pickupZone, trip.dropoffZone);
    trip.seconds = TaxiTraffic.pickSeconds(random, trip.hour, trip.milesHundredths);
    trip.dropoffAfter = trip.seconds;
    trip.sharedRequest =
        random.happens(trip.licence == Licence.HV0004 ? 0.6 : 0.12)
            && (trip.month < SHARED_MONTHS || trip.licence == Licence.HV0004);
    trip.sharedMatch = random.happens(0.4) && trip.sharedRequest;
    trip.wheelchairRequest = random.happens(0.003);
    trip.wheelchairMatch = random.happens(trip.wheelchairRequest ? 0.9 : 0.04);
    charge(trip, random);
    return trip;
  }

  private void charge(ForHireTrip trip, RowRandom random) {
    double demand = 0.9 + 0.5 * random.nextDouble() * random.nextDouble();
    double metered = 255 + 1.75 * trip.milesHundredths + 35 / 60.0 * trip.seconds;
    trip.fare = Math.max(LEAST_FARE, (int) (metered * demand * (trip.sharedRequest ? 0.7 : 1)));
    boolean airport = isAirport(trip.pickupZone) || isAirport(trip.dropoffZone);
    trip.tolls =
        random.happens(airport ? 0.4 : trip.milesHundredths > 700 ? 0.25 : 0.01) ? TOLL : 0;
    trip.fund = ((trip.fare + trip.tolls) * 25 + 500) / 1000;
    trip.salesTax = (int) (((trip.fare + trip.tolls) * 8875L + 50_000) / 100_000);
    if (congested[trip.pickupZone] || congested[trip.dropoffZone]) {
      trip.congestion = trip.sharedRequest ? SHARED_CONGESTION : CONGESTION;
    }
    trip.airportFee = airport && trip.month >= AIRPORT_FEE_MONTH ? AIRPORT_FEE : 0;
    trip.tip = random.happens(0.2) ? trip.fare * (10 + 5 * random.nextInt(4)) / 100 : 0;
    trip.driverPay = (int) (trip.fare * (0.7 + 0.15 * random.nextDouble()));
  }

  private static boolean isAirport(int zone) {
    return zone == TaxiZone.JFK || zone == TaxiZone.LA_GUARDIA || zone == TaxiZone.NEWARK;
  }
}
