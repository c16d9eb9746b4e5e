package firesteel.charts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Provides the map for choropleths and other figures on a globe: Natural Earth's countries at a
 * scale of 1:110 million, as Plotly prepares them. It is part of every page that needs it: nothing
 * is fetched. Small countries, such as Singapore and Malta, aren't on it.
 */
public final class WorldMap {
  private static final Set<String> KINDS = Set.of("choropleth", "scattergeo");

  private WorldMap() {}

  /** Returns the ISO 3166 codes (three letters) of the countries on the map. */
  public static Set<String> countries() {
    try {
      Set<String> codes = new TreeSet<>();
      JsonNode map = new ObjectMapper().readTree(ChartScripts.worldMap());
      map.path("objects")
          .path("countries")
          .path("geometries")
          .forEach(country -> codes.add(country.path("id").asText()));
      codes.removeIf(code -> !code.matches("[A-Z]{3}"));
      return Collections.unmodifiableSet(codes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static boolean isNeededBy(Figure figure) {
    return figure.layout().containsKey("geo") || figure.data().stream().anyMatch(WorldMap::isOnMap);
  }

  private static boolean isOnMap(Map<String, Object> trace) {
    return KINDS.contains(String.valueOf(trace.get("type")));
  }

  /**
   * Returns the map's address. Plotly appends a file's name to it; behind the {@code #} that has no
   * effect.
   */
  static String url() {
    return "data:application/json;base64,"
        + Base64.getEncoder().encodeToString(ChartScripts.worldMap())
        + "#/";
  }
}
