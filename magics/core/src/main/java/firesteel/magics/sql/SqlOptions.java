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

  @Option(
      names = "--jdbc",
      paramLabel = "URL|NAME",
      description = "A database to run it on, by its JDBC URL or the name of a connection.")
  private String jdbc;

  @Option(names = "--user", paramLabel = "NAME", description = "The user of the database.")
  private String user;

  @Option(names = "--password", description = "Asks for the password.")
  private boolean askPassword;

  @Option(
      names = "--password-env",
      paramLabel = "NAME",
      description = "The environment variable that holds the password.")
  private String passwordVariable;

  @Option(
      names = "--connect",
      paramLabel = "NAME",
      description = "Opens a connection of this name; its JDBC URL ends the line.")
  private String connect;

  @Option(names = "--connections", description = "Lists the open connections.")
  private boolean connections;

  @Option(names = "--close", paramLabel = "NAME", description = "Closes a connection.")
  private String close;

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

  String jdbc() {
    return jdbc;
  }

  String user() {
    return user;
  }

  boolean askPassword() {
    return askPassword;
  }

  String passwordVariable() {
    return passwordVariable;
  }

  String connect() {
    return connect;
  }

  boolean connections() {
    return connections;
  }

  String close() {
    return close;
  }
}
