package firesteel.sql;

import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.slf4j.LoggerFactory;

/**
 * Lists what can be named in a database, as its driver reports it.
 *
 * @param open an open connection
 */
record JdbcNames(JdbcConnections.Open open) implements SqlNames {
  private static final int MAX_NAMES = 2000;

  @Override
  public List<String> tables() {
    return ask(
        data -> {
          List<String> tables = new ArrayList<>();
          String[] types = {"TABLE", "VIEW", "BASE TABLE"};
          try (ResultSet found = data.getTables(open.connection().getCatalog(), null, "%", types)) {
            while (found.next() && tables.size() < MAX_NAMES) {
              tables.add(found.getString("TABLE_NAME"));
            }
          }
          return tables;
        });
  }

  @Override
  public List<String> functions() {
    return ask(
        data ->
            Arrays.stream(
                    String.join(
                            ",",
                            data.getStringFunctions(),
                            data.getNumericFunctions(),
                            data.getTimeDateFunctions())
                        .split(","))
                .filter(name -> !name.isBlank())
                .toList());
  }

  @Override
  public List<Column> columns(String table) {
    String name = table.substring(table.lastIndexOf('.') + 1).replace("\"", "");
    return ask(
        data -> {
          String stored =
              data.storesUpperCaseIdentifiers() ? name.toUpperCase(java.util.Locale.ROOT) : name;
          List<Column> columns = new ArrayList<>();
          try (ResultSet found = data.getColumns(null, null, stored, "%")) {
            while (found.next() && columns.size() < MAX_NAMES) {
              columns.add(new Column(found.getString("COLUMN_NAME"), found.getString("TYPE_NAME")));
            }
          }
          return columns;
        });
  }

  @Override
  public List<String> resultColumns(String query) {
    return ask(
        data -> {
          try (PreparedStatement prepared = open.connection().prepareStatement(query)) {
            ResultSetMetaData result = prepared.getMetaData(); // null where a driver can't tell
            List<String> columns = new ArrayList<>();
            for (int i = 1; result != null && i <= result.getColumnCount(); i++) {
              columns.add(result.getColumnLabel(i));
            }
            return columns;
          }
        });
  }

  @Override
  public String quoted(String name) {
    return name.matches("\\w+") ? name : "\"" + name.replace("\"", "\"\"") + "\"";
  }

  private interface Question<T> {
    List<T> of(DatabaseMetaData data) throws SQLException;
  }

  private <T> List<T> ask(Question<T> question) {
    try {
      return question.of(open.connection().getMetaData());
    } catch (SQLException e) {
      // Not reported, or the connection has ended.
      LoggerFactory.getLogger(JdbcNames.class).debug("nothing to propose", e);
      return List.of();
    }
  }
}
