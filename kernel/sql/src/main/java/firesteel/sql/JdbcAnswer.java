package firesteel.sql;

import firesteel.api.display.MimeBundle;
import firesteel.api.table.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The result of a database: rows that have been read, or a count.
 *
 * @param table null when the statement returns no rows
 * @param done what it did
 */
record JdbcAnswer(Table table, String done) implements SqlAnswer {
  static JdbcAnswer rows(Table table) {
    return new JdbcAnswer(table, "");
  }

  /**
   * Returns the result of a statement without rows.
   *
   * @param count the number of changed rows that the driver reports; 0 also for statements that
   *     change none
   */
  static JdbcAnswer done(int count, SqlStatement statement) {
    boolean counts =
        count > 0 || Stream.of("INSERT", "UPDATE", "DELETE", "MERGE").anyMatch(statement::begins);
    return new JdbcAnswer(null, counts ? count + (count == 1 ? " row" : " rows") : "ok");
  }

  @Override
  public boolean hasRows() {
    return table != null;
  }

  @Override
  public MimeBundle show() {
    return table.toWholeBundle();
  }

  @Override
  public List<Map<String, Object>> value() {
    List<String> names = new ArrayList<>();
    for (Table.Column column : table.columns()) {
      String unique = column.name();
      for (int n = 2; names.contains(unique); n++) {
        unique = column.name() + " (" + n + ")";
      }
      names.add(unique);
    }
    List<Map<String, Object>> rows = new ArrayList<>();
    for (List<Object> values : table.rows()) {
      Map<String, Object> row = new LinkedHashMap<>();
      for (int i = 0; i < names.size(); i++) {
        row.put(names.get(i), values.get(i));
      }
      rows.add(row);
    }
    return rows;
  }

  @Override
  public String typeName() {
    return "List<Map<String, Object>>";
  }

  @Override
  public String columns() {
    String names =
        ColumnList.of(
            table.columns().stream().map(column -> column.name() + ": " + column.type()).toList());
    String size = "%,d row%s".formatted(table.rows().size(), table.rows().size() == 1 ? "" : "s");
    return "%s [%s], %s"
        .formatted(
            typeName(),
            names,
            table.total() < 0 ? "the first " + size + "; there are more, --limit N takes N" : size);
  }
}
