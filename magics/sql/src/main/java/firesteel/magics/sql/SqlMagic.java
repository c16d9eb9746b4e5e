package firesteel.magics.sql;

import firesteel.api.chart.ChartedData;
import firesteel.api.completion.Completion;
import firesteel.api.magic.BodyCompleter;
import firesteel.api.magic.CellMagic;
import firesteel.api.magic.CompletionPlace;
import firesteel.api.magic.LineMagic;
import firesteel.api.magic.LineOrCell;
import firesteel.api.magic.MagicContext;
import firesteel.api.magic.RawText;
import firesteel.api.session.Session;
import firesteel.sql.SqlColumns;
import firesteel.sql.SqlOptions;
import firesteel.sql.SqlRun;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Implements {@code %sql} and {@code %%sql}, which run SQL with Spark or on a database. */
@Command(
    name = "sql",
    description = {
      "Runs SQL with Spark, or on a database, and shows the result.",
      "",
      "As a cell magic it takes the lines below it: one statement or several, with semicolons"
          + " between them; the result of the last one is shown. $${expression} stands for the value"
          + " of a Java expression; it is bound as a parameter, never pasted as text."
    })
public final class SqlMagic implements LineMagic, CellMagic, BodyCompleter, ChartedData {
  private static final LineOrCell TEXT = new LineOrCell("sql", "a statement", "SHOW TABLES");

  @Mixin private SqlOptions options = new SqlOptions();

  @RawText
  @Parameters(
      arity = "0..1",
      paramLabel = "SQL",
      description = "The SQL to run; as a cell magic, the lines below.")
  private String sql;

  @Override
  public Object runLine(MagicContext context) throws Exception {
    if (SqlRun.managesConnections(context, options, sql)) {
      return null;
    }
    return SqlRun.ofLine(context, options, TEXT.ofLine(sql)).run();
  }

  @Override
  public Object runCell(MagicContext context, String body) throws Exception {
    if (SqlRun.managesConnections(context, options, sql)) {
      return null;
    }
    return SqlRun.ofCell(context, options, TEXT.ofCell(sql, body)).run();
  }

  @Override
  public List<String> columns(CompletionPlace place) {
    return SqlColumns.of(place);
  }

  @Override
  public Completion completeBody(Session session, String body, int cursor) {
    return SqlRun.complete(session, options, body, cursor);
  }
}
