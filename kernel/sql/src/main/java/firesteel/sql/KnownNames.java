package firesteel.sql;

import firesteel.api.session.Session;
import firesteel.api.spark.SessionSpark;
import java.util.List;
import java.util.Optional;

/**
 * The names that SQL text may use at one target, for completion.
 *
 * @param names the names that the target has
 * @param dialect the dialect of the target's SQL
 */
record KnownNames(SqlNames names, SqlDialect dialect) {
  /**
   * Returns the names of Spark, or of a database whose connection is open.
   *
   * @param jdbc the URL or the name of a connection; empty for Spark
   */
  static Optional<KnownNames> of(Session session, Optional<String> jdbc) {
    if (jdbc.isPresent()) {
      return session
          .extension(SqlExtension.class)
          .flatMap(extension -> extension.connections().peek(jdbc.get()))
          .map(open -> new KnownNames(new JdbcNames(open), SqlDialect.STANDARD));
    }
    return session
        .extension(SessionSpark.class)
        .map(spark -> new KnownNames(new SparkNames(spark), SqlDialect.SPARK));
  }

  /** Returns the columns of the last statement of a text; empty unless the statement only reads. */
  List<String> resultColumns(String text) {
    List<SqlStatement> statements = SqlSplitter.split(text, dialect);
    if (statements.isEmpty()) {
      return List.of();
    }
    SqlStatement last = statements.get(statements.size() - 1);
    boolean reads =
        last.begins("SELECT")
            || last.begins("WITH")
            || last.begins("FROM")
            || last.begins("TABLE")
            || last.begins("VALUES");
    return reads ? names.resultColumns(withoutParameters(last)) : List.of();
  }

  /**
   * Replaces parameters: their values are not known before the statement runs, and the columns
   * don't depend on them.
   */
  private static String withoutParameters(SqlStatement statement) {
    StringBuilder sql = new StringBuilder();
    int from = statement.start();
    for (SqlToken token : statement.tokens()) {
      if (token.kind() == SqlToken.Kind.PARAMETER) {
        sql.append(statement.script(), from, token.start()).append("NULL");
        from = token.end();
      }
    }
    return sql.append(statement.script(), from, statement.end()).toString();
  }
}
