package firesteel.charts.tablesaw;

import firesteel.api.table.Table;
import firesteel.api.table.TableReader;
import firesteel.api.table.TableRequest;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import tech.tablesaw.columns.Column;
import tech.tablesaw.table.Relation;

/** Reads tables of Tablesaw; missing values are null. */
public final class TablesawReader implements TableReader {
  /**
   * Checks the class by name, because Tablesaw's classes are loaded only when somebody creates a
   * table.
   */
  @Override
  public boolean reads(Object value) {
    for (Class<?> type = value.getClass(); type != null; type = type.getSuperclass()) {
      if (type.getName().equals("tech.tablesaw.table.Relation")) {
        return true;
      }
    }
    return false;
  }

  @Override
  public Table read(Object value, TableRequest request) {
    Relation relation = (Relation) value;
    List<Column<?>> columns = new ArrayList<>();
    for (int position : request.positions(relation.columnNames())) {
      columns.add(relation.column(position));
    }
    int rows = Math.min(request.rows(), relation.rowCount());
    List<List<Object>> values = new ArrayList<>(rows);
    for (int row = 0; row < rows; row++) {
      List<Object> cells = new ArrayList<>(columns.size());
      for (Column<?> column : columns) {
        cells.add(column.isMissing(row) ? null : plain(column.get(row)));
      }
      values.add(cells);
    }
    return new Table(
        columns.stream().map(TablesawReader::header).toList(), values, relation.rowCount());
  }

  private static Table.Column header(Column<?> column) {
    return new Table.Column(column.name(), column.type().getPrinterFriendlyName());
  }

  private static Object plain(Object value) {
    return value instanceof Instant instant ? instant.atZone(ZoneId.systemDefault()) : value;
  }
}
