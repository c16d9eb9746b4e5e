package firesteel.spark.table;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * The first rows of a Dataset, fetched by one action.
 *
 * @param schema the whole schema
 * @param columns those that were fetched: all but for very wide Datasets
 * @param rows the first rows
 * @param more whether there are more rows
 * @param zone the session's time zone
 */
record FirstRows(
    StructType schema, List<StructField> columns, List<Row> rows, boolean more, ZoneId zone) {
  static final int ROWS = 20;
  static final int COLUMNS = 200;

  /** Fetches them: one row more than are shown tells whether there are more. */
  static FirstRows of(Dataset<?> dataset) {
    StructType schema = dataset.schema();
    List<StructField> columns = List.of(schema.fields());
    Dataset<Row> wanted = dataset.toDF();
    if (columns.size() > COLUMNS) {
      columns = columns.subList(0, COLUMNS);
      // By position, through fresh names: a Dataset may hold a name twice.
      String[] names = new String[schema.length()];
      Column[] kept = new Column[COLUMNS];
      for (int i = 0; i < names.length; i++) {
        names[i] = "c" + i;
        if (i < COLUMNS) {
          kept[i] = new Column(names[i]);
        }
      }
      wanted = wanted.toDF(names).select(kept);
    }
    List<Row> rows = wanted.limit(ROWS + 1).collectAsList();
    boolean more = rows.size() > ROWS;
    return new FirstRows(schema, columns, more ? rows.subList(0, ROWS) : rows, more, zone(dataset));
  }

  private static ZoneId zone(Dataset<?> dataset) {
    try {
      return ZoneId.of(
          dataset.sparkSession().conf().get("spark.sql.session.timeZone"), ZoneId.SHORT_IDS);
    } catch (DateTimeException e) {
      // Spark knows a few forms more than Java, such as "+8:00".
      return ZoneId.systemDefault();
    }
  }

  /** One line: how much is shown of how much. */
  String size() {
    String rowText =
        more
            ? "first " + rows.size() + " rows"
            : rows.size() + (rows.size() == 1 ? " row" : " rows");
    int all = schema.length();
    String columnText =
        columns.size() < all
            ? "first " + columns.size() + " of " + all + " columns"
            : all + (all == 1 ? " column" : " columns");
    return rowText + " \u00d7 " + columnText;
  }
}
