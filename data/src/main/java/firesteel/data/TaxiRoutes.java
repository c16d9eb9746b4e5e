package firesteel.data;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Where trips of one service begin and end: pick-ups by the weights of the zones, drop-offs more
 * often near than far, distances from the zones' places on the map.
 */
final class TaxiRoutes {
  private static final double MILES_OF_LATITUDE = 69.0;
  private static final double MILES_OF_LONGITUDE = 52.4;

  /** Streets are longer than the straight line. */
  private static final double DETOUR = 1.32;

  private static final double START_MILES = 0.2;
  private static final double INSIDE_MILES = 0.55;

  /** How fast the share of destinations falls with their distance. */
  private static final double TYPICAL_MILES = 2.1;

  private static final double FAR_SHARE = 0.022;

  private final AliasTable pickups;
  private final AliasTable[] dropoffs;
  private final int[][] hundredths;

  /**
   * Creates the routes of a service.
   *
   * @param pickupWeight the relative number of pick-ups in a zone
   * @param dropoffWeight the relative number of drop-offs in a zone, from an equal distance
   */
  TaxiRoutes(ToDoubleFunction<TaxiZone> pickupWeight, ToDoubleFunction<TaxiZone> dropoffWeight) {
    List<TaxiZone> zones = TaxiZone.all();
    int size = zones.size();
    pickups = new AliasTable(zones.stream().mapToDouble(pickupWeight).toArray());
    dropoffs = new AliasTable[size];
    hundredths = new int[size][size];
    for (TaxiZone from : zones) {
      double[] weights = new double[size];
      for (TaxiZone to : zones) {
        double miles = miles(from, to);
        hundredths[index(from)][index(to)] = (int) (miles * 100);
        weights[index(to)] =
            dropoffWeight.applyAsDouble(to) * (StrictMath.exp(-miles / TYPICAL_MILES) + FAR_SHARE);
      }
      dropoffs[index(from)] = new AliasTable(weights);
    }
  }

  private static double miles(TaxiZone from, TaxiZone to) {
    if (from.equals(to)) {
      return INSIDE_MILES;
    }
    double north = (from.latitude() - to.latitude()) * MILES_OF_LATITUDE;
    double east = (from.longitude() - to.longitude()) * MILES_OF_LONGITUDE;
    return START_MILES + DETOUR * Math.sqrt(north * north + east * east);
  }

  private static int index(TaxiZone zone) {
    return zone.locationId() - 1;
  }

  /** Returns the zone of a pick-up. */
  int pickPickup(RowRandom random) {
    return pickups.pick(random) + 1;
  }

  /** Returns the zone of the drop-off of a trip that begins in a zone. */
  int pickDropoff(RowRandom random, int pickup) {
    return dropoffs[pickup - 1].pick(random) + 1;
  }

  /** Returns the driven distance in hundredths of a mile, which differs from trip to trip. */
  int pickHundredths(RowRandom random, int pickup, int dropoff) {
    double detour = random.nextDouble();
    return (int) (hundredths[pickup - 1][dropoff - 1] * (0.85 + 0.4 * detour * detour)) + 1;
  }
}
