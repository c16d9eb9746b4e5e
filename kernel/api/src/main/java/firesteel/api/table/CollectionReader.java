package firesteel.api.table;

import firesteel.api.display.ArrayItems;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Reads collections, arrays and maps as tables. Records, beans and maps in a collection have one
 * column for each property, other values the single column {@code value}; a map has the columns
 * {@code key} and {@code value}.
 */
final class CollectionReader implements TableReader {
  private static final String VALUE = "value";

  @Override
  public boolean reads(Object value) {
    return value instanceof Collection
        || value instanceof Map
        || value.getClass().isArray() && !(value instanceof byte[]);
  }

  @Override
  public Table read(Object value, TableRequest request) throws Exception {
    Collection<?> items = items(value);
    int total = items.size();
    Table whole =
        RowTable.of(items.iterator(), request.rows(), total, new RowReaders())
            .orElseGet(() -> column(items.iterator(), request.rows(), total));
    int[] wanted = request.positions(whole.columns().stream().map(Table.Column::name).toList());
    List<Table.Column> columns = new ArrayList<>();
    for (int position : wanted) {
      columns.add(whole.columns().get(position));
    }
    PlainValues plain = new PlainValues();
    List<List<Object>> rows = new ArrayList<>();
    for (List<Object> row : whole.rows()) {
      List<Object> cells = new ArrayList<>();
      for (int position : wanted) {
        cells.add(plain.of(row.get(position)));
      }
      rows.add(cells);
    }
    return new Table(columns, rows, total);
  }

  /** Returns the columns of the first item. */
  @Override
  public List<String> columns(Object value) throws Exception {
    return read(value, TableRequest.rows(1)).columns().stream().map(Table.Column::name).toList();
  }

  private static Collection<?> items(Object value) {
    if (value instanceof Map<?, ?> map) {
      return map.entrySet();
    }
    if (value instanceof Collection<?> collection) {
      return collection;
    }
    return new ArrayItems(value);
  }

  private static Table column(Iterator<?> items, int most, int total) {
    List<List<Object>> rows = new ArrayList<>();
    List<Object> values = new ArrayList<>();
    while (items.hasNext() && values.size() < most) {
      Object item = items.next();
      values.add(item);
      List<Object> row = new ArrayList<>();
      row.add(item);
      rows.add(row);
    }
    return total == 0
        ? new Table(List.of(), List.of(), 0)
        : new Table(List.of(new Table.Column(VALUE, RowTable.commonType(values))), rows, total);
  }
}
