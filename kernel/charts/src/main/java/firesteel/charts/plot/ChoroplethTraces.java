package firesteel.charts.plot;

import firesteel.charts.WorldMap;
import firesteel.charts.plot.Countries.Country;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Draws the world's countries in colours: a scale of numbers, or a colour for each category. */
final class ChoroplethTraces implements Traces {
  private static final int MAX_NAMES = 60;

  private final ChartData data;
  private final Column places;
  private final Column values;
  private final Set<String> onMap = WorldMap.countries();
  private final Map<Object, Optional<Country>> countries = new LinkedHashMap<>();

  ChoroplethTraces(PlotOptions options, ChartData data) {
    this.data = data;
    places = data.get(Role.COUNTRY);
    values = data.get(Role.COLOR);
    for (Object place : places.distinct()) {
      countries.put(place, Countries.find(String.valueOf(place)));
    }
    requireOneEach();
  }

  /** Refuses two names of one country: one would hide the other. */
  private void requireOneEach() {
    Map<List<Object>, Object> seen = new LinkedHashMap<>();
    for (int row = 0; row < data.rows(); row++) {
      Object place = places.get(row);
      if (country(row).isPresent()) {
        List<Object> key = new ArrayList<>(List.of(country(row).get().code()));
        for (Role role : List.of(Role.ANIMATE, Role.FACET)) {
          key.add(data.has(role) ? data.get(role).get(row) : null);
        }
        Object other = seen.putIfAbsent(key, place);
        if (other != null) {
          throw new IllegalArgumentException(
              "\"%s\" and \"%s\" are one country: make them one row, or tell them apart by facet"
                      .formatted(other, place)
                  + " or animate");
        }
      }
    }
  }

  private boolean isOnMap(Country country) {
    return onMap.contains(country.code());
  }

  private Optional<Country> country(int row) {
    return countries.get(places.get(row));
  }

  @Override
  public boolean splitsByColor() {
    return !values.isNumber();
  }

  @Override
  public Map<String, Object> trace(TraceRows part) {
    int[] rows =
        IntStream.of(part.rows())
            .filter(row -> country(row).filter(this::isOnMap).isPresent())
            .toArray();
    List<Object> codes = new ArrayList<>();
    List<Object> names = new ArrayList<>();
    for (int row : rows) {
      codes.add(country(row).orElseThrow().code());
      names.add(FigureText.escape(country(row).orElseThrow().name()));
    }
    Map<String, Object> trace =
        FigureJson.object(
            "type",
            "choropleth",
            "locationmode",
            "ISO-3",
            "geo",
            part.panel().layoutName("geo"),
            "locations",
            codes,
            "text",
            names);
    HoverText hover = new HoverText(data);
    if (!data.has(Role.HOVER_NAME)) {
      hover.name("%{text}");
    }
    if (splitsByColor()) {
      addCategory(trace, part, rows.length);
      hover.fixed(FigureText.escape(values.name()), part.series().label());
    } else {
      trace.put("z", values.pick(rows));
      trace.put("coloraxis", "coloraxis");
      hover.line(values);
    }
    hover.addTo(trace, rows);
    return trace;
  }

  private static void addCategory(Map<String, Object> trace, TraceRows part, int rows) {
    String color = part.series().color();
    trace.put("name", part.series().label());
    trace.put("legendgroup", part.series().label());
    trace.put("showlegend", part.legend());
    trace.put("showscale", false);
    trace.put("z", Collections.nCopies(rows, 1));
    trace.put("colorscale", List.of(List.of(0, color), List.of(1, color)));
  }

  @Override
  public void addTo(Map<String, Object> layout, List<Panel> panels, boolean fixed) {
    for (Panel panel : panels) {
      layout.put(
          panel.layoutName("geo"),
          FigureJson.object(
              "domain",
              panel.domain(),
              "projection",
              FigureJson.object("type", "natural earth"),
              "lataxis",
              FigureJson.object("range", List.of(-58, 84)),
              "showcoastlines",
              false));
    }
    if (!splitsByColor()) {
      layout.put("coloraxis", ColorScale.of(values, null));
    }
  }

  @Override
  public boolean redraws() {
    return true;
  }

  /**
   * Lists what the map doesn't show: names of no country, and countries too small for its scale.
   */
  @Override
  public List<String> remarks() {
    Set<String> small = new TreeSet<>();
    Set<String> unknown = new TreeSet<>();
    countries.forEach(
        (place, country) -> {
          if (country.isEmpty()) {
            unknown.add(FigureText.escape(String.valueOf(place)));
          } else if (!isOnMap(country.get())) {
            small.add(FigureText.escape(country.get().name()));
          }
        });
    List<String> remarks = new ArrayList<>();
    addList("Too small for this map", small, remarks);
    addList("Not known as a country", unknown, remarks);
    return remarks;
  }

  private static void addList(String title, Collection<String> names, List<String> remarks) {
    if (!names.isEmpty()) {
      List<String> shown = List.copyOf(names);
      int more = shown.size() - MAX_NAMES;
      String rest = more > 0 ? ", and %,d more".formatted(more) : "";
      remarks.add(
          title
              + ": "
              + String.join(", ", shown.subList(0, Math.min(MAX_NAMES, shown.size())))
              + rest);
    }
  }
}
