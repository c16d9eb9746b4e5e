package firesteel.magics.sql;

import picocli.CommandLine.Option;

/** The options of {@code %sql} and {@code %%sql}. */
public final class SqlOptions {
  @Option(
      names = "--into",
      paramLabel = "NAME",
      description = "A Java variable for the result; it isn't shown then.")
  private String into;

  @Option(names = "--limit", paramLabel = "N", description = "How many rows to show.")
  private Integer limit;

  @Option(names = "--explain", description = "Shows the plan of the last statement instead.")
  private boolean explain;

  /** Made by the magic. */
  public SqlOptions() {}

  String into() {
    return into;
  }

  Integer limit() {
    return limit;
  }

  boolean explain() {
    return explain;
  }
}
