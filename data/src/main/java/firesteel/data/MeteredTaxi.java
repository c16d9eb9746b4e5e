package firesteel.data;

import static firesteel.data.ColumnType.LONG;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Generates the trips of a service with taximeters. The subclasses have the service's columns and
 * figures.
 *
 * <p>The month of a row, and with it its file, depends on the row alone, so that any number of rows
 * spreads over the months as the real trips do.
 */
abstract class MeteredTaxi implements Dataset {
  /** The share of rows that are equal to another, from 0 to 1. */
  static final double DUPLICATES = 0.003;

  /** The share of rows that take another back. */
  static final double REFUNDS = 0.004;

  private final int tripStream;
  private final int dirtStream;
  private final TaxiRepeats repeats;
  private final List<Column> columns;
  private final TaxiFiles files;
  private final int[] dirty;
  private final List<Column> truthColumns;

  /**
   * Creates the generator of a service.
   *
   * @param firstStream the first of three streams of random numbers; those of services differ, or
   *     else the trips of equal numbers would begin at the same time
   */
  MeteredTaxi(int firstStream, List<Column> columns, TaxiFiles files) {
    repeats = new TaxiRepeats(firstStream, DUPLICATES, REFUNDS);
    tripStream = firstStream + 1;
    dirtStream = firstStream + 2;
    this.columns = columns;
    this.files = files;
    dirty =
        IntStream.range(0, columns.size())
            .filter(index -> !columns.get(index).dirt().isEmpty())
            .toArray();
    truthColumns =
        Stream.concat(
                Stream.of(
                    Column.clean("row", LONG, "The row's number."),
                    Column.clean(
                        "copy_of",
                        LONG,
                        "The row that this one duplicates or refunds, whose clean values follow;"
                            + " null for others.")),
                IntStream.of(dirty)
                    .mapToObj(columns::get)
                    .map(c -> Column.clean(c.name(), c.type(), c.description())))
            .toList();
  }

  /** Returns what draws trips; made when it is first asked for. */
  abstract TaxiMeter meter();

  /** Returns the values of a trip, by the columns. */
  abstract Object[] values(MeteredTrip trip);

  @Override
  public final List<Column> columns() {
    return columns;
  }

  @Override
  public final Object[] row(long seed, long row) {
    return values(dirtyTrip(seed, row));
  }

  @Override
  public final List<Column> truthColumns() {
    return truthColumns;
  }

  @Override
  public final Object[] truth(long seed, long row) {
    long original = repeats.original(seed, row);
    Object[] values = values(meter().draw(new RowRandom(seed, original, tripStream)));
    Object[] truth = new Object[2 + dirty.length];
    truth[0] = row;
    truth[1] = original == row ? null : (Long) original;
    for (int i = 0; i < dirty.length; i++) {
      truth[2 + i] = values[dirty[i]];
    }
    return truth;
  }

  @Override
  public final String publishedFile(long seed, long row) {
    long original = repeats.original(seed, row);
    return files.name(meter().month(new RowRandom(seed, original, tripStream)));
  }

  @Override
  public final List<Column> publishedColumns(String file) {
    return files.columns(file);
  }

  @Override
  public final Object[] publishedRow(long seed, long row) {
    MeteredTrip trip = dirtyTrip(seed, row);
    Object[] values = values(trip);
    files.layout(trip.month).convert(values);
    return values;
  }

  private MeteredTrip dirtyTrip(long seed, long row) {
    long original = repeats.original(seed, row);
    MeteredTrip trip = meter().draw(new RowRandom(seed, original, tripStream));
    TaxiDirt.spoil(trip, new RowRandom(seed, original, dirtStream));
    if (original != row && repeats.kind(seed, row) == TaxiRepeats.Kind.REFUND) {
      TaxiDirt.refund(trip);
    }
    return trip;
  }
}
