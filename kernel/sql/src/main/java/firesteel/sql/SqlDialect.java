package firesteel.sql;

/** How the text of SQL is split into tokens. */
enum SqlDialect {
  /**
   * Spark's: a backslash escapes in strings, double quotes are strings too, comments nest. After
   * {@code SqlBaseLexer.g4} of Spark 4.2.
   */
  SPARK,

  /**
   * The standard's, as databases have it: a doubled quote escapes, double quotes are names. With
   * PostgreSQL's strings in dollars and its {@code E'...'}.
   */
  STANDARD;

  boolean backslashEscapes() {
    return this == SPARK;
  }

  boolean doubleQuotesAreStrings() {
    return this == SPARK;
  }

  boolean dollarQuotes() {
    return this == STANDARD;
  }
}
