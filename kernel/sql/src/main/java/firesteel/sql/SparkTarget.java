package firesteel.sql;

import firesteel.api.error.ErrorSummary;
import firesteel.api.error.NearestNames;
import firesteel.api.session.Session;
import firesteel.api.spark.SessionSpark;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.QueryContext;
import org.apache.spark.QueryContextType;
import org.apache.spark.SparkThrowable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.execution.SparkSqlParser;

/** Runs SQL with Spark, in this process or by Spark Connect. */
final class SparkTarget implements SqlTarget {
  /**
   * Matches the parts of Spark's messages that are reported otherwise: the position, as line and
   * column of the cell, and advice on settings of the session.
   */
  private static final Pattern SAID_TWICE =
      Pattern.compile(
          "\\s*\\(line \\d+, pos \\d+\\)|\\s*\\(line \\d+ of the SQL, column \\d+\\)"
              + "|\\n*== SQL[^=]*==\\n.*|;?\\s+line \\d+ pos \\d+"
              + "| Verify the spelling and correctness of the schema and catalog\\.\\n.*",
          Pattern.DOTALL);

  private static final Pattern LINE_AND_POSITION = Pattern.compile("\\bline (\\d+),? pos (\\d+)");

  private static final String EXPLAIN = "EXPLAIN FORMATTED ";

  private final SessionSpark extension;
  private final Session session;
  private final int limit;

  /**
   * Creates a target.
   *
   * @param limit the number of rows shown; 0 for as many as of any Dataset
   */
  SparkTarget(SessionSpark extension, Session session, int limit) {
    this.extension = extension;
    this.session = session;
    this.limit = limit;
  }

  @Override
  public SqlDialect dialect() {
    return SqlDialect.SPARK;
  }

  @Override
  public String marker(int number) {
    return ":_" + number;
  }

  @Override
  public Object bindable(Object value) {
    return SparkValues.literal(value);
  }

  @Override
  public SqlAnswer run(BoundSql sql) {
    return new SparkAnswer(query(sql, ""), session, limit);
  }

  @Override
  public String explain(BoundSql sql) {
    query(sql, ""); // So that errors count from the statement's own start.
    return query(sql, EXPLAIN).collectAsList().get(0).getString(0).strip();
  }

  private Dataset<Row> query(BoundSql sql, String prefix) {
    Map<String, Object> arguments = new HashMap<>();
    for (int i = 0; i < sql.values().size(); i++) {
      arguments.put("_" + (i + 1), sql.values().get(i));
    }
    String text = prefix + sql.text();
    return arguments.isEmpty() ? spark().sql(text) : spark().sql(text, arguments);
  }

  private SparkSession spark() {
    return (SparkSession) extension.session();
  }

  @Override
  public Optional<SqlProblem> problem(Throwable thrown, BoundSql sql) {
    Optional<ErrorSummary> summary = extension.summarize(thrown);
    Throwable root = summary.map(ErrorSummary::root).orElse(thrown);
    if (!(root instanceof SparkThrowable spark) || spark.getCondition() == null) {
      return Optional.empty();
    }
    String said = summary.map(ErrorSummary::message).orElse(String.valueOf(root.getMessage()));
    String condition = spark.getCondition().replaceFirst("\\..*", "");
    String message = SAID_TWICE.matcher(said).replaceAll("").strip();
    int[] range = range(spark, root, sql);
    if (range == null) {
      return Optional.of(SqlProblem.nowhere(message, hint(condition, spark)));
    }
    boolean syntax = condition.equals("PARSE_SYNTAX_ERROR");
    return Optional.of(new SqlProblem(message, hint(condition, spark), range[0], range[1], syntax));
  }

  private String hint(String condition, SparkThrowable thrown) {
    return switch (condition) {
      case "TABLE_OR_VIEW_NOT_FOUND" ->
          near(thrown)
              + "SHOW TABLES lists what there is; df.createOrReplaceTempView(\"name\") makes a view"
              + " of a Dataset.";
      case "UNBOUND_SQL_PARAMETER" -> "a Java value is bound with ${expression}.";
      case "PARSE_SYNTAX_ERROR" ->
          thrown.getMessageParameters().getOrDefault("error", "").matches("'[${]'")
              ? "a Java value is bound with ${expression}; the table or column that it names is"
                  + " IDENTIFIER(${expression})."
              : "";
      case "UNRESOLVED_ROUTINE" ->
          "SHOW FUNCTIONS lists the functions; spark.udf().register adds one.";
      default -> "";
    };
  }

  /** Returns the tables and views whose names are similar to the missing one. */
  private String near(SparkThrowable thrown) {
    String wanted = thrown.getMessageParameters().getOrDefault("relationName", "");
    List<String> near =
        NearestNames.of(wanted.replaceFirst(".*`(.*)`$", "$1"), new SparkNames(extension).tables());
    return NearestNames.question(near).map(asked -> asked + " ").orElse("");
  }

  private int[] range(SparkThrowable spark, Throwable root, BoundSql sql) {
    QueryContext[] contexts = spark.getQueryContext();
    for (QueryContext context : contexts == null ? new QueryContext[0] : contexts) {
      boolean ours =
          context.contextType() == QueryContextType.SQL && context.objectType().isEmpty();
      if (ours && context.startIndex() >= 0 && context.stopIndex() < sql.text().length()) {
        return new int[] {context.startIndex(), context.stopIndex() + 1};
      }
    }
    Matcher place = LINE_AND_POSITION.matcher(String.valueOf(root.getMessage()));
    if (!place.find()) {
      place = LINE_AND_POSITION.matcher(parsedHere(sql));
      if (!spark.getCondition().startsWith("PARSE_") || !place.find()) {
        return null;
      }
    }
    int line = Integer.parseInt(place.group(1)) - 1;
    int start = sql.offset(line, Integer.parseInt(place.group(2)));
    return new int[] {start, sql.tokenEnd(start, SqlDialect.SPARK)};
  }

  /**
   * Returns the message of the parser of this process: a Connect server's leaves out the position.
   */
  private static String parsedHere(BoundSql sql) {
    try {
      new SparkSqlParser().parsePlan(sql.text());
      return "";
    } catch (Exception e) { // ParseException, which Scala doesn't declare.
      return String.valueOf(e.getMessage());
    }
  }
}
