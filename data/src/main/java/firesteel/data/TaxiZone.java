package firesteel.data;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * A zone of the Taxi and Limousine Commission, with its published names.
 *
 * @param locationId its number, from 1
 * @param borough one of the five boroughs, {@code EWR}, {@code Unknown} or {@code N/A}
 * @param zone its name; a few zones share theirs
 * @param serviceZone {@code Yellow Zone}, {@code Boro Zone}, {@code Airports}, {@code EWR} or
 *     {@code N/A}
 * @param latitude the latitude of about its middle, degrees
 * @param longitude the longitude of about its middle, degrees
 * @param yellow the relative number of pick-ups by yellow taxis
 * @param green the relative number of pick-ups by green taxis
 * @param fhvhv the relative number of pick-ups by high-volume for-hire vehicles
 */
record TaxiZone(
    int locationId,
    String borough,
    String zone,
    String serviceZone,
    double latitude,
    double longitude,
    double yellow,
    double green,
    double fhvhv) {
  static final int NEWARK = 1;
  static final int JFK = 132;
  static final int LA_GUARDIA = 138;
  static final int UNKNOWN = 264;
  static final int OUTSIDE_OF_NYC = 265;

  private static final List<TaxiZone> ALL = read();

  /** Returns the zones by their numbers: zone 1 is the first. */
  static List<TaxiZone> all() {
    return ALL;
  }

  boolean isManhattan() {
    return borough.equals("Manhattan");
  }

  /**
   * Whether trips that touch the zone pay the congestion surcharge: Manhattan below 96th Street.
   */
  boolean isCongested() {
    return serviceZone.equals("Yellow Zone");
  }

  private static List<TaxiZone> read() {
    // JSON, not CSV: executors have Spark's Jackson, which reads no CSV.
    try (InputStream in = TaxiZone.class.getResourceAsStream("taxi_zones.json")) {
      return List.of(new ObjectMapper().readValue(in, TaxiZone[].class));
    } catch (IOException e) {
      throw new UncheckedIOException("taxi_zones.json is not readable in this jar", e);
    }
  }
}
