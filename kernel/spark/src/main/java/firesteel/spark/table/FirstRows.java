package firesteel.spark.table;

import firesteel.api.table.Table;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * The first rows of a Dataset, fetched by one action.
 *
 * @param schema the whole schema
 * @param columns the columns that were fetched
 * @param rows the first rows
 * @param more whether there are more rows
 * @param zone the session's time zone
 */
record FirstRows(
    StructType schema, List<StructField> columns, List<Row> rows, boolean more, ZoneId zone) {
  static final int ROWS = 20;
  static final int COLUMNS = 200;

  /** Fetches the rows that a Dataset shows as a cell's value. */
  static FirstRows of(Dataset<?> dataset) {
    int columns = Math.min(dataset.schema().length(), COLUMNS);
    return of(dataset, ROWS, IntStream.range(0, columns).toArray());
  }

  /**
   * Fetches rows, one more than is wanted to know whether there are more.
   *
   * @param most the number of rows
   * @param positions the positions of the columns, from 0 on
   */
  static FirstRows of(Dataset<?> dataset, int most, int[] positions) {
    StructType schema = dataset.schema();
    List<StructField> columns =
        Arrays.stream(positions).mapToObj(position -> schema.fields()[position]).toList();
    Dataset<Row> wanted = dataset.toDF();
    if (!Arrays.equals(positions, IntStream.range(0, schema.length()).toArray())) {
      // By position, through new names: a Dataset may have a column name twice.
      String[] names =
          IntStream.range(0, schema.length()).mapToObj(i -> "c" + i).toArray(String[]::new);
      Column[] kept =
          Arrays.stream(positions).mapToObj(i -> new Column(names[i])).toArray(Column[]::new);
      wanted = wanted.toDF(names).select(kept);
    }
    List<Row> rows = CollectedRows.of(wanted.limit(Math.min(most, Integer.MAX_VALUE - 1) + 1));
    boolean more = rows.size() > most;
    return new FirstRows(schema, columns, more ? rows.subList(0, most) : rows, more, zone(dataset));
  }

  /** Returns the session's time zone. */
  static ZoneId zone(Dataset<?> dataset) {
    return zone(dataset.sparkSession());
  }

  /**
   * Returns the time zone of the session in use, for values without a session; otherwise Java's.
   */
  static ZoneId zoneInUse() {
    scala.Option<SparkSession> session =
        SparkSession.getActiveSession().orElse(SparkSession::getDefaultSession);
    return session.isEmpty() ? ZoneId.systemDefault() : zone(session.get());
  }

  private static ZoneId zone(SparkSession session) {
    try {
      return ZoneId.of(session.conf().get("spark.sql.session.timeZone"), ZoneId.SHORT_IDS);
    } catch (DateTimeException e) {
      // Spark accepts a few forms that Java doesn't, such as "+8:00".
      return ZoneId.systemDefault();
    }
  }

  /** Returns the rows as Java's own values. */
  Table toTable() {
    PlainRows plain = new PlainRows(zone);
    return new Table(
        columns.stream()
            .map(column -> new Table.Column(column.name(), column.dataType().simpleString()))
            .toList(),
        rows.stream().map(plain::cells).toList(),
        more ? -1 : rows.size());
  }

  /** Says in one line how much of the Dataset is shown. */
  String size() {
    String rowText =
        more
            ? "first " + (rows.size() == 1 ? "row" : rows.size() + " rows")
            : rows.size() + (rows.size() == 1 ? " row" : " rows");
    int all = schema.length();
    String columnText =
        columns.size() < all
            ? "first " + columns.size() + " of " + all + " columns"
            : all + (all == 1 ? " column" : " columns");
    return rowText + " \u00d7 " + columnText;
  }
}
