package firesteel.api.table;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.slf4j.LoggerFactory;

/**
 * Reads values as tables, without a session. Readers of plug-ins are tried first, then those for
 * Java's own types: collections and arrays of records, beans, maps and plain values, maps, and JDBC
 * results.
 */
public final class Tables {
  private static final List<TableReader> STANDARD =
      List.of(new CollectionReader(), new ResultSetReader());

  private Tables() {}

  /**
   * Reads a value as a table.
   *
   * @param value may be null
   * @return empty when the value is not a table
   * @throws NoSuchColumnException when a requested column doesn't exist
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
   * @return empty when the value is not a table
   * @throws NoSuchColumnException when a requested column doesn't exist
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
   * Returns the names of a value's columns, for completion; reads no row and never throws.
   *
   * @param value may be null
   * @return empty when the value is not a table, or the columns can't be known without reading rows
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

  /** Returns the reader of a plug-in for a value; empty when there is none. */
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
        // the reader's library is missing, so no value can be of its types
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
