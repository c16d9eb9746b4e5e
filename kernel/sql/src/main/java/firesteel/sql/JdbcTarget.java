package firesteel.sql;

import firesteel.api.table.Table;
import firesteel.api.table.TableRequest;
import firesteel.api.table.Tables;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.stream.Collectors;

/** Runs SQL on a database. */
final class JdbcTarget implements SqlTarget {
  private static final int FETCHED_AT_ONCE = 10_000;

  private final JdbcConnections.Open open;
  private final int rows;

  /**
   * Creates a target.
   *
   * @param rows the maximum number of rows that are read
   */
  JdbcTarget(JdbcConnections.Open open, int rows) {
    this.open = open;
    this.rows = rows;
  }

  @Override
  public SqlDialect dialect() {
    return SqlDialect.STANDARD;
  }

  @Override
  public String marker(int number) {
    return "?";
  }

  @Override
  public Object bindable(Object value) {
    return JdbcValues.of(value, isSqlite());
  }

  private boolean isSqlite() {
    return open.url().startsWith("jdbc:sqlite");
  }

  @Override
  public SqlAnswer run(BoundSql sql) throws Exception {
    return run(sql, "");
  }

  @Override
  public String explain(BoundSql sql) throws Exception {
    JdbcAnswer plan = run(sql, isSqlite() ? "EXPLAIN QUERY PLAN " : "EXPLAIN ");
    Table table = plan.table();
    if (table.columns().size() > 1) {
      return table.textTable().text();
    }
    return table.rows().stream()
        .map(row -> String.valueOf(row.get(0)))
        .collect(Collectors.joining("\n"));
  }

  private JdbcAnswer run(BoundSql sql, String prefix) throws Exception {
    Connection connection = open.connection();
    String text = prefix + sql.text();
    // A plain statement where nothing is bound: some statements can't be prepared.
    try (Statement statement =
        sql.values().isEmpty() ? connection.createStatement() : connection.prepareStatement(text)) {
      limit(statement);
      return JdbcCall.await(statement, () -> execute(statement, text, sql));
    }
  }

  private void limit(Statement statement) throws SQLException {
    int one = rows == Integer.MAX_VALUE ? 0 : 1;
    statement.setMaxRows(rows + one); // One more tells whether there are more.
    statement.setFetchSize(Math.min(rows + one, FETCHED_AT_ONCE));
  }

  private JdbcAnswer execute(Statement statement, String text, BoundSql sql) throws Exception {
    boolean hasRows;
    if (statement instanceof PreparedStatement prepared) {
      for (int i = 0; i < sql.values().size(); i++) {
        JdbcValues.set(prepared, i + 1, sql.values().get(i));
      }
      hasRows = prepared.execute();
    } else {
      hasRows = statement.execute(text);
    }
    if (!hasRows) {
      return JdbcAnswer.done(statement.getUpdateCount(), sql.statement());
    }
    try (ResultSet result = statement.getResultSet()) {
      Table table = Tables.read(result, TableRequest.rows(rows)).orElseThrow();
      // The result is closed already, so nobody needs the note that it can't be read again.
      return JdbcAnswer.rows(new Table(table.columns(), table.rows(), table.total()));
    }
  }

  @Override
  public Optional<SqlProblem> problem(Throwable thrown, BoundSql sql) {
    return thrown instanceof SQLException e
        ? Optional.of(JdbcProblem.of(e, sql))
        : Optional.empty();
  }
}
