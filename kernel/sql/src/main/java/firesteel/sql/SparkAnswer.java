package firesteel.sql;

import firesteel.api.display.MimeBundle;
import firesteel.api.session.Session;
import firesteel.api.table.TableRequest;
import firesteel.api.table.Tables;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The result of Spark: a Dataset, whose rows are computed when they are shown. */
final class SparkAnswer implements SqlAnswer {
  private final Dataset<Row> rows;
  private final Session session;
  private final int limit;

  SparkAnswer(Dataset<Row> rows, Session session, int limit) {
    this.rows = rows;
    this.session = session;
    this.limit = limit;
  }

  @Override
  public boolean hasRows() {
    return rows.schema().length() > 0;
  }

  @Override
  public String done() {
    return "ok";
  }

  @Override
  public MimeBundle show() throws Exception {
    if (limit == 0) {
      return session.displays().render(rows);
    }
    return Tables.read(rows, TableRequest.rows(limit)).orElseThrow().toWholeBundle();
  }

  @Override
  public Dataset<Row> value() {
    return rows;
  }

  @Override
  public String typeName() {
    return "Dataset<Row>";
  }

  @Override
  public String columns() {
    List<String> columns =
        Arrays.stream(rows.schema().fields())
            .map(field -> field.name() + ": " + field.dataType().simpleString())
            .toList();
    return "Dataset<Row> [" + ColumnList.of(columns) + "]";
  }
}
