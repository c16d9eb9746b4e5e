package firesteel.charts.plot;

import firesteel.api.display.ArrayItems;
import firesteel.api.table.Table;
import firesteel.api.table.TableRequest;
import firesteel.api.table.Tables;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Columns as they were read, all of one length.
 *
 * @param cut whether there are more rows
 */
record RawTable(List<String> names, List<List<Object>> values, boolean cut) {
  /**
   * Reads what a user passes to a chart: everything that {@link Tables} reads, and a map of columns
   * as lists or arrays.
   *
   * @param wanted the columns to read, in this order; empty for all
   * @throws IllegalArgumentException when it is not a table or has no such column
   */
  static RawTable read(Object data, List<String> wanted, int limit) throws Exception {
    TableRequest request = new TableRequest(limit, wanted);
    if (data instanceof Map<?, ?> map && isColumns(map)) {
      return ofColumns(map, request);
    }
    Table table = Tables.read(data, request).orElseThrow(() -> noTable(data));
    List<List<Object>> values = new ArrayList<>();
    for (int i = 0; i < table.columns().size(); i++) {
      List<Object> column = new ArrayList<>(table.rows().size());
      for (List<Object> row : table.rows()) {
        column.add(row.get(i));
      }
      values.add(column);
    }
    return new RawTable(
        table.columns().stream().map(Table.Column::name).toList(),
        values,
        table.total() < 0 || table.total() > table.rows().size());
  }

  /** Returns the names of the columns without reading rows; empty when they can't be known. */
  static List<String> columnNames(Object data) {
    return data instanceof Map<?, ?> map && isColumns(map)
        ? map.keySet().stream().map(String::valueOf).toList()
        : Tables.columns(data);
  }

  private static boolean isColumns(Map<?, ?> map) {
    return !map.isEmpty() && map.values().stream().allMatch(RawTable::isList);
  }

  private static IllegalArgumentException noTable(Object data) {
    String what = data == null ? "null" : "a value of " + data.getClass().getTypeName();
    return new IllegalArgumentException(
        what
            + " is no table: a chart takes a Dataset, a table, a list of records, beans or maps,"
            + " or columns as lists or arrays");
  }

  private static RawTable ofColumns(Map<?, ?> map, TableRequest request) {
    List<String> names = new ArrayList<>();
    List<List<Object>> lists = new ArrayList<>();
    map.forEach(
        (name, list) -> {
          names.add(String.valueOf(name));
          lists.add(list(list));
        });
    int size = lists.get(0).size();
    for (int i = 1; i < lists.size(); i++) {
      if (lists.get(i).size() != size) {
        throw new IllegalArgumentException(
            "columns must have one length: %s has %s, %s has %s"
                .formatted(
                    names.get(0),
                    FigureText.count(size, "value"),
                    names.get(i),
                    FigureText.count(lists.get(i).size(), "value")));
      }
    }
    int[] positions = request.positions(names);
    int rows = Math.min(size, request.rows());
    return new RawTable(
        Arrays.stream(positions).mapToObj(names::get).toList(),
        Arrays.stream(positions).mapToObj(i -> lists.get(i).subList(0, rows)).toList(),
        size > rows);
  }

  private static boolean isList(Object value) {
    return value instanceof List || value != null && value.getClass().isArray();
  }

  private static List<Object> list(Object value) {
    if (value instanceof List<?> list) {
      return new ArrayList<>(list);
    }
    return new ArrayItems(value);
  }

  int rows() {
    return values.isEmpty() ? 0 : values.get(0).size();
  }

  Column column(int at) {
    return Column.of(names.get(at), values.get(at));
  }
}
