package firesteel.data;

import java.util.List;

/**
 * One dataset of the catalogue: a schema, its documentation, and a pure function from a seed and
 * the number of a row to that row. A row is the same on every machine, JDK and master, however many
 * rows are made and however they are divided among tasks.
 *
 * <p>Implementations use nothing but the JDK and Jackson, which executors have, hold no mutable
 * state that callers could see, and are safe for several threads.
 */
public interface Dataset {
  /** The seed of the committed samples. */
  long SAMPLE_SEED = 2023;

  /** Returns its name in commands, such as {@code taxi_yellow}: lower case, digits, underscores. */
  String name();

  /** Returns what it holds and what it is like, in one sentence. */
  String description();

  /** Returns the columns, in the order of the values of {@link #row}. */
  List<Column> columns();

  /** Returns the number of rows of the committed sample, and the default of commands. */
  long sampleRows();

  /**
   * Returns the number of rows there can be; {@link Long#MAX_VALUE} when there is no end. Only
   * tables of fixed content, such as the zones of taxis, have an end.
   */
  default long maxRows() {
    return Long.MAX_VALUE;
  }

  /**
   * Returns one row with its dirt.
   *
   * @param seed equal seeds give equal rows
   * @param row the number of the row, from 0
   * @return a new array with a value or null for each of {@link #columns}, of the classes that
   *     {@link ColumnType} names
   */
  Object[] row(long seed, long row);

  /**
   * Returns the columns of {@link #truth}. The first two are always {@code row} (a {@link
   * ColumnType#LONG}) and {@code copy_of} (a LONG, null when the row is no copy); then follow the
   * clean values of the columns that can be dirty, well typed, by the columns' names.
   */
  List<Column> truthColumns();

  /**
   * Returns what the generator knows of a row: its number, the number of the row that it repeats
   * (exactly or nearly), and its clean values.
   */
  Object[] truth(long seed, long row);

  /**
   * Returns the file into which a row belongs when the dataset is laid out as its publisher does,
   * such as {@code batch_2024-01-01.csv} or {@code 2020/01/green_tripdata_2020-01.parquet}; with
   * slashes, relative. Its ending is the format, csv or parquet.
   */
  String publishedFile(long seed, long row);

  /**
   * Returns the columns of one published file, which may differ in types, names and number from
   * {@link #columns} where the publisher changed them from month to month. {@link #publishedRow}
   * gives the rows.
   */
  default List<Column> publishedColumns(String file) {
    return columns();
  }

  /** Returns a row as its published file has it: a value for each of {@link #publishedColumns}. */
  default Object[] publishedRow(long seed, long row) {
    return row(seed, row);
  }

  /** Whether the CSV files of this dataset begin with a byte order mark. */
  default boolean byteOrderMark() {
    return false;
  }

  /** Returns the columns by which a table of this dataset is usually partitioned; may be empty. */
  default List<String> partitionColumns() {
    return List.of();
  }
}
