package firesteel.data;

import static firesteel.data.ColumnType.LONG;
import static firesteel.data.ColumnType.STRING;

import java.util.List;

/** Generates {@code taxi_zones}: the lookup table of the zones, which is the same for each seed. */
final class TaxiZones implements Dataset {
  private static final List<Column> COLUMNS =
      List.of(
          Column.clean("LocationID", ColumnType.INTEGER, "The zone's number, 1 to 265."),
          Column.clean(
              "Borough",
              STRING,
              "One of the five boroughs; EWR for zone 1, Unknown for 264, N/A for 265."),
          Column.clean(
              "Zone",
              STRING,
              "The zone's name. Corona (56, 57) and the islands in the harbor (103 to 105) share"
                  + " theirs; N/A for 264, Outside of NYC for 265."),
          Column.clean(
              "service_zone",
              STRING,
              "Yellow Zone (Manhattan below 110th and 96th Street), Boro Zone, Airports, EWR, or"
                  + " N/A for 264 and 265."));

  private static final List<Column> TRUTH_COLUMNS =
      List.of(
          Column.clean("row", LONG, "The row's number."),
          Column.clean("copy_of", LONG, "Always null: no row repeats another."));

  @Override
  public String name() {
    return "taxi_zones";
  }

  @Override
  public String description() {
    return "The 265 zones of the Taxi and Limousine Commission, with their real names.";
  }

  @Override
  public List<Column> columns() {
    return COLUMNS;
  }

  @Override
  public long sampleRows() {
    return maxRows();
  }

  @Override
  public long maxRows() {
    return TaxiZone.all().size();
  }

  @Override
  public Object[] row(long seed, long row) {
    TaxiZone zone = TaxiZone.all().get(Math.toIntExact(row));
    return new Object[] {zone.locationId(), zone.borough(), zone.zone(), zone.serviceZone()};
  }

  @Override
  public List<Column> truthColumns() {
    return TRUTH_COLUMNS;
  }

  @Override
  public Object[] truth(long seed, long row) {
    return new Object[] {row, null};
  }

  @Override
  public String publishedFile(long seed, long row) {
    return "taxi_zone_lookup.csv";
  }
}
