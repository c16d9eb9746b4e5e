package firesteel.api.table;

import firesteel.api.display.RowReader;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Converts values that are rows to a table: records, beans, maps and registered types. */
public final class RowTable {
  private final RowReaders rowReaders;
  private final Map<Class<?>, RowReader<Object>> readers = new HashMap<>();
  private final List<Map<String, Object>> rows = new ArrayList<>();
  private final Map<String, String> types = new LinkedHashMap<>();

  private RowTable(RowReaders rowReaders) {
    this.rowReaders = rowReaders;
  }

  /**
   * Returns the table of the first values; empty when not all of them are rows. A null is a row of
   * nulls.
   *
   * @param most the maximum number of values that are read
   * @param total how many there are
   */
  public static Optional<Table> of(Iterator<?> values, int most, int total, RowReaders rowReaders)
      throws Exception {
    RowTable table = new RowTable(rowReaders);
    while (values.hasNext() && table.rows.size() < most) {
      if (!table.add(values.next())) {
        return Optional.empty();
      }
    }
    return table.types.isEmpty() ? Optional.empty() : Optional.of(table.toTable(total));
  }

  private boolean add(Object value) throws Exception {
    if (value == null) {
      rows.add(Map.of());
      return true;
    }
    Class<?> kind = value.getClass();
    RowReader<Object> reader = readers.get(kind);
    if (reader == null) {
      Optional<RowReader<Object>> found = rowReaders.of(kind);
      if (found.isEmpty()) {
        return false;
      }
      reader = found.get();
      readers.put(kind, reader);
      rowReaders.types(kind).forEach(this::addType);
    }
    Map<String, Object> row = reader.read(value);
    row.keySet().forEach(name -> types.putIfAbsent(name, ""));
    rows.add(row);
    return true;
  }

  private void addType(String name, String type) {
    // rows of two types may have a column of the same name with another type
    types.merge(name, type, (known, other) -> known.equals(other) ? known : "");
  }

  private Table toTable(int total) {
    List<Table.Column> columns = new ArrayList<>();
    types.forEach(
        (name, type) ->
            columns.add(new Table.Column(name, type.isEmpty() ? commonType(name) : type)));
    List<List<Object>> cells = new ArrayList<>();
    for (Map<String, Object> row : rows) {
      List<Object> line = new ArrayList<>();
      types.keySet().forEach(name -> line.add(row.get(name)));
      cells.add(line);
    }
    return new Table(columns, cells, total);
  }

  private String commonType(String name) {
    return commonType(rows.stream().map(row -> row.get(name)).toList());
  }

  /** Returns the common class of all values that aren't null, if it is a type of plain values. */
  static String commonType(List<Object> values) {
    Class<?> common = null;
    for (Object value : values) {
      if (value != null) {
        if (common != null && common != value.getClass()) {
          return "";
        }
        common = value.getClass();
      }
    }
    boolean plain =
        common != null
            && (common == String.class
                || common == Boolean.class
                || Number.class.isAssignableFrom(common)
                || Temporal.class.isAssignableFrom(common));
    return plain ? common.getSimpleName() : "";
  }
}
