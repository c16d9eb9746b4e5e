package firesteel.api.table;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.slf4j.LoggerFactory;

/**
 * Values as tables. Readers that plug-ins bring go first, then those for what Java has: collections
 * and arrays of records, beans, maps and plain values, maps, and JDBC results. Needs no session.
 */
public final class Tables {
  private static final List<TableReader> STANDARD =
      List.of(new CollectionReader(), new ResultSetReader());

  private Tables() {}

  /**
   * Reads a value as a table.
   *
   * @param value may be null
   * @return empty when the value is no table
   * @throws NoSuchColumnException when a column is asked for that there isn't
   * @throws Exception what the reader threw
   */
  public static Optional<Table> read(Object value, TableRequest request) throws Exception {
    Optional<TableReader> reader = readerOf(value);
    return reader.isEmpty() ? Optional.empty() : Optional.of(reader.get().read(value, request));
  }

  /**
   * Computes statistics of a value's columns.
   *
   * @param value may be null
   * @param columns the names of the columns; empty for all
   * @return empty when the value is no table
   * @throws NoSuchColumnException when a column is asked for that there isn't
   * @throws Exception what the reader threw
   */
  public static Optional<TableStatistics> statistics(Object value, List<String> columns)
      throws Exception {
    Optional<TableReader> reader = readerOf(value);
    return reader.isEmpty()
        ? Optional.empty()
        : Optional.of(reader.get().statistics(value, columns));
  }

  /**
   * The names of a value's columns, for completion: no row is read, and nothing is thrown.
   *
   * @param value may be null
   * @return empty when the value is no table, or they can't be known without reading it
   */
  public static List<String> columns(Object value) {
    try {
      Optional<TableReader> reader = readerOf(value);
      return reader.isEmpty() ? List.of() : reader.get().columns(value);
    } catch (Exception | LinkageError e) {
      LoggerFactory.getLogger(Tables.class).debug("No columns are proposed", e);
      return List.of();
    }
  }

  private static Optional<TableReader> readerOf(Object value) {
    if (value == null) {
      return Optional.empty();
    }
    Optional<TableReader> plugIn = plugIn(value);
    return plugIn.isPresent()
        ? plugIn
        : STANDARD.stream().filter(reader -> reader.reads(value)).findFirst();
  }

  /** What a plug-in brings for a value. */
  public static Optional<TableReader> plugIn(Object value) {
    Iterator<TableReader> readers = ServiceLoader.load(TableReader.class, loader()).iterator();
    while (true) {
      try {
        if (!readers.hasNext()) {
          return isolated(value);
        }
        TableReader reader = readers.next();
        if (reads(reader, value)) {
          return Optional.of(reader);
        }
      } catch (ServiceConfigurationError | LinkageError e) {
        // a reader for values of a library that isn't here reads nothing
        LoggerFactory.getLogger(Tables.class).debug("A reader of tables is left out", e);
      }
    }
  }

  private static Optional<TableReader> isolated(Object value) {
    for (ClassLoader at = loader(); at != null; at = at.getParent()) {
      if (at instanceof TableReaderSource source) {
        return source.tableReaders().stream().filter(reader -> reads(reader, value)).findFirst();
      }
    }
    return Optional.empty();
  }

  private static boolean reads(TableReader reader, Object value) {
    try {
      return reader.reads(value);
    } catch (RuntimeException | LinkageError e) {
      LoggerFactory.getLogger(Tables.class).debug("{} is passed over", reader, e);
      return false;
    }
  }

  private static ClassLoader loader() {
    ClassLoader ofThread = Thread.currentThread().getContextClassLoader();
    return ofThread == null ? TableReader.class.getClassLoader() : ofThread;
  }
}
