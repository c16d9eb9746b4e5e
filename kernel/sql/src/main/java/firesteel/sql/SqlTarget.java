package firesteel.sql;

import java.util.Optional;

/** What runs SQL: Spark, or a database. */
interface SqlTarget {
  SqlDialect dialect();

  /** What stands for a parameter, by its number, counted from 1. */
  String marker(int number);

  /**
   * A Java value as the target takes it for a parameter.
   *
   * @param value may be null
   * @throws IllegalArgumentException when it has no such type; the message says which it has
   */
  Object bindable(Object value);

  /** Runs a statement; one that asks for rows may only be prepared by this. */
  SqlAnswer run(BoundSql sql) throws Exception;

  /** The plan of a statement as text; doesn't run it. */
  String explain(BoundSql sql) throws Exception;

  /** What an exception of a statement says; empty when it isn't about the statement. */
  Optional<SqlProblem> problem(Throwable thrown, BoundSql sql);
}
