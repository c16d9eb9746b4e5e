package firesteel.api.table;

import java.sql.Blob;
import java.sql.Clob;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.SQLXML;
import java.sql.Struct;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads the remaining rows of a JDBC result as a table. A scrollable result is moved back to its
 * position; the rows of any other result are consumed, and the table's note says so.
 */
public final class ResultSetReader implements TableReader {
  private static final int MAX_LOB_LENGTH = 1_000_000;

  @Override
  public boolean reads(Object value) {
    return value instanceof ResultSet;
  }

  @Override
  public Table read(Object value, TableRequest request) throws Exception {
    ResultSet result = (ResultSet) value;
    ResultSetMetaData data = metaData(result);
    List<String> names = columns(result);
    int[] wanted = request.positions(names);
    List<Table.Column> columns = new ArrayList<>();
    for (int position : wanted) {
      String type = data.getColumnTypeName(position + 1);
      columns.add(
          new Table.Column(names.get(position), type == null ? "" : type.toLowerCase(Locale.ROOT)));
    }
    return rows(result, request.rows(), wanted, columns);
  }

  @Override
  public List<String> columns(Object value) throws SQLException {
    ResultSetMetaData data = metaData((ResultSet) value);
    List<String> names = new ArrayList<>();
    for (int i = 1; i <= data.getColumnCount(); i++) {
      names.add(data.getColumnLabel(i));
    }
    return names;
  }

  private static Table rows(ResultSet result, int most, int[] wanted, List<Table.Column> columns)
      throws Exception {
    boolean scrolls = result.getType() != ResultSet.TYPE_FORWARD_ONLY;
    int before = scrolls ? result.getRow() : 0;
    boolean wasBehind = scrolls && result.isAfterLast();
    List<List<Object>> rows = new ArrayList<>();
    PlainValues plain = new PlainValues();
    boolean more = false;
    // no more rows than requested: a result that can't go back would lose them
    while (most > 0 && result.next()) {
      if (rows.size() == most) {
        more = true;
        break;
      }
      List<Object> row = new ArrayList<>();
      for (int position : wanted) {
        row.add(cell(result, position + 1, plain));
      }
      rows.add(row);
    }
    if (scrolls && !wasBehind) {
      goTo(before, result);
    }
    return new Table(columns, rows, more || most == 0 ? -1 : rows.size(), note(scrolls, rows));
  }

  private static String note(boolean scrolls, List<List<Object>> rows) {
    return scrolls || rows.isEmpty()
        ? ""
        : "read from the ResultSet, which can't go back: run the query again to read them anew";
  }

  private static void goTo(int row, ResultSet result) throws SQLException {
    if (row == 0) {
      result.beforeFirst();
    } else {
      result.absolute(row);
    }
  }

  /**
   * Returns the metadata, which every open result has; drivers disagree on what {@code isClosed()}
   * means.
   */
  private static ResultSetMetaData metaData(ResultSet result) {
    try {
      return result.getMetaData();
    } catch (SQLException e) {
      throw new IllegalStateException(
          "this ResultSet can't be read; if it, its Statement or its Connection is closed, run the"
              + " query again ("
              + e.getMessage()
              + ")",
          e);
    }
  }

  private static Object cell(ResultSet result, int column, PlainValues plain) throws Exception {
    Object value = result.getObject(column);
    if (value instanceof Timestamp timestamp) {
      // SQL's timestamp is a local time without a time zone
      return timestamp.toLocalDateTime();
    }
    if (value instanceof Clob text) {
      return text.getSubString(1, (int) Math.min(text.length(), MAX_LOB_LENGTH));
    }
    if (value instanceof Blob bytes) {
      return bytes.getBytes(1, (int) Math.min(bytes.length(), MAX_LOB_LENGTH));
    }
    if (value instanceof java.sql.Array array) {
      return plain.of(array.getArray());
    }
    if (value instanceof Struct struct) {
      return plain.of(struct.getAttributes());
    }
    return value instanceof SQLXML xml ? xml.getString() : plain.of(value);
  }
}
