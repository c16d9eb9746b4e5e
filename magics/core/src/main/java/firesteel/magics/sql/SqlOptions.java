package firesteel.magics.sql;

import firesteel.charts.plot.ChartKind;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import picocli.CommandLine.Option;

/** The options of {@code %sql} and {@code %%sql}. */
public final class SqlOptions {
  @Option(
      names = "--into",
      paramLabel = "NAME",
      description = "A Java variable for the result; it isn't shown then.")
  private String into;

  @Option(
      names = "--table",
      description = "With --into and Spark, the variable is a table of Tablesaw.")
  private boolean table;

  @Option(names = "--limit", paramLabel = "N", description = "How many rows to show.")
  private Integer limit;

  @Option(names = "--explain", description = "Shows the plan of the last statement instead.")
  private boolean explain;

  @Option(
      names = "--chart",
      paramLabel = "KIND",
      completionCandidates = ChartKinds.class,
      description = "Draws the result: bar, line, scatter, ... as %%chart does.")
  private String chart;

  @Option(names = "--x", paramLabel = "COLUMN", description = "The chart's column along x.")
  private String x;

  @Option(
      names = "--y",
      paramLabel = "COLUMN",
      split = ",",
      description = "The chart's column along y, or several.")
  private List<String> y = List.of();

  @Option(names = "--color", paramLabel = "COLUMN", description = "The column of colours.")
  private String color;

  @Option(names = "--title", paramLabel = "TEXT", description = "The chart's title.")
  private String title;

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

  /** The names of the kinds. */
  static final class ChartKinds implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Arrays.stream(ChartKind.values()).map(ChartKind::label).iterator();
    }
  }

  /** Made by the magic. */
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

  String x() {
    return x;
  }

  List<String> y() {
    return y;
  }

  String color() {
    return color;
  }

  String title() {
    return title;
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
