package firesteel.sql;

import firesteel.api.chart.ChartKinds;
import firesteel.api.chart.ChartOptions;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** The options of {@code %sql} and {@code %%sql}, as picocli sets them. */
public final class SqlOptions {
  @Option(
      names = "--into",
      paramLabel = "NAME",
      description = "Puts the result into a Java variable, and doesn't show it.")
  private String into;

  @Option(
      names = "--table",
      description = "Makes the variable of --into a table of Tablesaw; for results of Spark.")
  private boolean table;

  @Option(names = "--limit", paramLabel = "N", description = "How many rows to show.")
  private Integer limit;

  @Option(
      names = "--explain",
      description = "Shows the plan of the last statement and doesn't run it.")
  private boolean explain;

  @Option(
      names = "--chart",
      paramLabel = "KIND",
      completionCandidates = ChartKinds.class,
      description = "Draws the result as a chart: bar, line, scatter, ... as %%chart does.")
  private String chart;

  @ArgGroup(exclusive = false, heading = "%nWith --chart:%n")
  private ChartOptions chartOptions = new ChartOptions();

  @Option(
      names = "--jdbc",
      paramLabel = "URL|NAME",
      description = "A database to run it on, by its JDBC URL or the name of a connection.")
  private String jdbc;

  @Option(
      names = "--user",
      paramLabel = "NAME",
      description = "The user name for the database of --jdbc or --connect.")
  private String user;

  @Option(names = "--password", description = "Asks for the password of the database.")
  private boolean askPassword;

  @Option(
      names = "--password-env",
      paramLabel = "NAME",
      description = "The environment variable that holds the password of the database.")
  private String passwordVariable;

  @Option(
      names = "--connect",
      paramLabel = "NAME",
      description = "Opens a connection of this name to a database, whose JDBC URL ends the line.")
  private String connect;

  @Option(names = "--connections", description = "Lists the open connections to databases.")
  private boolean connections;

  @Option(
      names = "--close",
      paramLabel = "NAME",
      description = "Closes the connection of this name.")
  private String close;

  /** Created by the magic. */
  public SqlOptions() {}

  String into() {
    return into;
  }

  Integer limit() {
    return limit;
  }

  boolean table() {
    return table;
  }

  boolean explain() {
    return explain;
  }

  String chart() {
    return chart;
  }

  ChartOptions chartOptions() {
    return chartOptions;
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
