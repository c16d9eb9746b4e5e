package firesteel.data;

import static firesteel.data.ColumnType.DOUBLE;
import static firesteel.data.ColumnType.LONG;
import static firesteel.data.ColumnType.STRING;

import firesteel.data.HealthWorld.Area;
import firesteel.data.HealthWorld.Indicator;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Generates {@code health}: indicators of health and population, one row for each country or group
 * of countries and indicator, one column a year, as the World Bank's {@code WDICSV.csv} has them.
 * Later rows start again with the first country, with other deviations from the same trends.
 */
final class HealthIndicators implements Dataset {
  private static final int KEYS = 4;
  private static final int PLACE_STREAM = 11;
  private static final int DIRT_STREAM = 1;

  private static final List<Column> COLUMNS =
      Stream.concat(
              Stream.of(
                  new Column(
                      "Country Name",
                      STRING,
                      "A group of countries or a country, as the World Bank writes it.",
                      "0.15 % of the rows are there twice; 1.2 % of the countries' indicators have"
                          + " no row."),
                  Column.clean("Country Code", STRING, "Three letters."),
                  Column.clean("Indicator Name", STRING, "With its unit in brackets; commas."),
                  Column.clean("Indicator Code", STRING, "Such as SP.DYN.LE00.IN.")),
              years()
                  .map(
                      year ->
                          new Column(
                              year,
                              DOUBLE,
                              "The indicator's value in " + year + ", with one decimal or none.",
                              missing(year))))
          .toList();

  private static final List<Column> TRUTH_COLUMNS =
      Stream.concat(
              Stream.of(
                  Column.clean("row", LONG, "The row's number."),
                  Column.clean("copy_of", LONG, "The row that this row repeats, else null."),
                  Column.clean("Country Code", STRING, "Three letters."),
                  Column.clean("Indicator Code", STRING, "Such as SP.DYN.LE00.IN.")),
              years()
                  .map(
                      year ->
                          Column.clean(
                              year,
                              DOUBLE,
                              "The value, also where it is missing; null before the first figures.")))
          .toList();

  /** The place of a row in the file; {@code first} is another place when the row repeats it. */
  private record Place(int area, int indicator, int first) {}

  private final List<Area> areas;

  /** How many of the areas, the first ones, are groups of countries. */
  private final int aggregates;

  private final List<Indicator> indicators;
  private final List<Integer> families;
  private final List<Place> places;

  HealthIndicators() {
    HealthWorld world = HealthWorld.load();
    this.areas = world.areas();
    this.aggregates = world.aggregates().size();
    this.indicators = world.indicators();
    List<String> names = indicators.stream().map(Indicator::family).distinct().toList();
    this.families = indicators.stream().map(i -> names.indexOf(i.family())).toList();
    this.places = places(areas.size(), indicators.size(), aggregates);
  }

  @Override
  public String name() {
    return "health";
  }

  @Override
  public String description() {
    return "Indicators of health and population of countries and groups of countries, one column"
        + " a year, 1960-2023.";
  }

  @Override
  public List<Column> columns() {
    return COLUMNS;
  }

  @Override
  public long sampleRows() {
    return places.size();
  }

  @Override
  public Object[] row(long seed, long row) {
    long original = original(row);
    Place place = place(original);
    Area area = areas.get(place.area());
    Indicator indicator = indicators.get(place.indicator());
    Double[] series = series(seed, original);
    Object[] values = new Object[COLUMNS.size()];
    values[0] = area.name();
    values[1] = area.code();
    values[2] = indicator.name();
    values[3] = indicator.code();
    RowRandom dirt = new RowRandom(seed, original, DIRT_STREAM);
    if (dirt.happens(0.03) && place.area() >= aggregates) {
      return values;
    }
    for (int i = 0; i < series.length; i++) {
      double missing = i == series.length - 1 ? 0.3 : indicator.missing();
      values[KEYS + i] = dirt.happens(missing) ? null : series[i];
    }
    return values;
  }

  @Override
  public List<Column> truthColumns() {
    return TRUTH_COLUMNS;
  }

  @Override
  public Object[] truth(long seed, long row) {
    long original = original(row);
    Place place = place(original);
    Object[] values = new Object[TRUTH_COLUMNS.size()];
    values[0] = row;
    values[1] = original == row ? null : original;
    values[2] = areas.get(place.area()).code();
    values[3] = indicators.get(place.indicator()).code();
    Double[] series = series(seed, original);
    System.arraycopy(series, 0, values, KEYS, series.length);
    return values;
  }

  @Override
  public String publishedFile(long seed, long row) {
    return "WDICSV.csv";
  }

  @Override
  public boolean byteOrderMark() {
    return true;
  }

  private Double[] series(long seed, long row) {
    Place place = place(row);
    long pass = row / places.size();
    long key = (pass * areas.size() + place.area()) * indicators.size();
    return HealthSeries.values(
        seed,
        key + families.get(place.indicator()),
        areas.get(place.area()),
        indicators.get(place.indicator()));
  }

  private Place place(long row) {
    return places.get((int) (row % places.size()));
  }

  private long original(long row) {
    return row - row % places.size() + place(row).first();
  }

  /** Returns the places of one pass, equal for every seed: the file's size doesn't depend on it. */
  private static List<Place> places(int areas, int indicators, int aggregates) {
    List<Place> places = new ArrayList<>();
    for (int area = 0; area < areas; area++) {
      for (int indicator = 0; indicator < indicators; indicator++) {
        RowRandom random = new RowRandom(0, area * 1_000L + indicator, PLACE_STREAM);
        if (area >= aggregates && random.happens(0.012)) {
          continue;
        }
        int first = places.size();
        places.add(new Place(area, indicator, first));
        if (random.happens(0.0015)) {
          places.add(new Place(area, indicator, first));
        }
      }
    }
    return List.copyOf(places);
  }

  private static Stream<String> years() {
    return IntStream.rangeClosed(HealthSeries.FIRST_YEAR, HealthSeries.LAST_YEAR)
        .mapToObj(Integer::toString);
  }

  private static String missing(String year) {
    String why =
        "3 % of the countries' rows have no value at all; before 1985 to 2001 most have none";
    return year.equals(Integer.toString(HealthSeries.LAST_YEAR))
        ? why + "; 30 % of this last year are missing."
        : why + "; then, by indicator, up to 5 %, of surveys more than half.";
  }
}
