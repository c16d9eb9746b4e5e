package firesteel.sql;

import java.util.Optional;

/** What runs SQL: Spark, or a database. */
interface SqlTarget {
  SqlDialect dialect();

  /** Returns the marker of a parameter, by its number, counted from 1. */
  String marker(int number);

  /**
   * Converts a Java value to what the target accepts as a parameter.
   *
   * @param value may be null
   * @throws IllegalArgumentException when it has no such type; the message lists the types it has
   */
  Object bindable(Object value);

  /** Runs a statement; a query may only be prepared. */
  SqlAnswer run(BoundSql sql) throws Exception;

  /** Returns the plan of a statement as text without running it. */
  String explain(BoundSql sql) throws Exception;

  /** Explains an exception of a statement; empty when it isn't about the statement. */
  Optional<SqlProblem> problem(Throwable thrown, BoundSql sql);
}
