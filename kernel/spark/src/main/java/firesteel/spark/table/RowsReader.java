package firesteel.spark.table;

import firesteel.api.table.Table;
import firesteel.api.table.TableReader;
import firesteel.api.table.TableRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructField;

/** Reads the results of {@code collectAsList()} and {@code take()}: lists and arrays of rows. */
public final class RowsReader implements TableReader {
  @Override
  public boolean reads(Object value) {
    List<?> items = items(value);
    return !items.isEmpty() && items.get(0) instanceof Row;
  }

  @Override
  public Table read(Object value, TableRequest request) {
    List<?> items = items(value);
    PlainRows plain = new PlainRows(FirstRows.zoneInUse());
    Map<String, String> types = new LinkedHashMap<>();
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Object item : items.subList(0, Math.min(request.rows(), items.size()))) {
      Map<String, Object> fields = item instanceof Row row ? PlainRows.fields(row) : Map.of();
      rows.add(fields);
      addTypes(item, fields, types);
    }
    List<String> names = List.copyOf(types.keySet());
    List<String> wanted = Arrays.stream(request.positions(names)).mapToObj(names::get).toList();
    return new Table(
        wanted.stream().map(name -> new Table.Column(name, types.get(name))).toList(),
        rows.stream().map(row -> cells(row, wanted, plain)).toList(),
        items.size());
  }

  private static void addTypes(Object row, Map<String, Object> fields, Map<String, String> types) {
    int at = 0;
    for (String name : fields.keySet()) {
      StructField[] known = ((Row) row).schema() == null ? null : ((Row) row).schema().fields();
      String type = known == null ? "" : known[at].dataType().simpleString();
      types.merge(name, type, (before, now) -> before.equals(now) ? before : "");
      at++;
    }
  }

  private static List<Object> cells(Map<String, Object> row, List<String> names, PlainRows plain) {
    List<Object> cells = new ArrayList<>();
    names.forEach(name -> cells.add(plain.of(row.get(name))));
    return cells;
  }

  private static List<?> items(Object value) {
    if (value instanceof Object[] array) {
      return Arrays.asList(array);
    }
    return value instanceof List<?> list ? list : List.of();
  }
}
