package firesteel.api.dependency;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Knows which Maven artifacts contain the JDBC drivers of databases. */
public final class JdbcDriverArtifacts {
  private static final Pattern URL = Pattern.compile("jdbc:([\\w+.-]+):");

  /**
   * A database's driver.
   *
   * @param kind the part of a URL behind {@code jdbc:}
   * @param driver the driver's class
   * @param artifact the coordinates of the artifact that contains it
   */
  public record JdbcDriver(String kind, String driver, String artifact) {}

  private static final List<JdbcDriver> ALL =
      List.of(
          new JdbcDriver("postgresql", "org.postgresql.Driver", "org.postgresql:postgresql:42.7.8"),
          new JdbcDriver("sqlite", "org.sqlite.JDBC", "org.xerial:sqlite-jdbc:3.50.3.0"),
          new JdbcDriver("h2", "org.h2.Driver", "com.h2database:h2:2.3.232"),
          new JdbcDriver("mysql", "com.mysql.cj.jdbc.Driver", "com.mysql:mysql-connector-j:9.4.0"),
          new JdbcDriver(
              "mariadb", "org.mariadb.jdbc.Driver", "org.mariadb.jdbc:mariadb-java-client:3.5.5"),
          new JdbcDriver(
              "sqlserver",
              "com.microsoft.sqlserver.jdbc.SQLServerDriver",
              "com.microsoft.sqlserver:mssql-jdbc:13.2.0.jre11"),
          new JdbcDriver(
              "oracle",
              "oracle.jdbc.OracleDriver",
              "com.oracle.database.jdbc:ojdbc17:23.9.0.25.07"),
          new JdbcDriver("duckdb", "org.duckdb.DuckDBDriver", "org.duckdb:duckdb_jdbc:1.3.2.1"),
          new JdbcDriver(
              "snowflake",
              "net.snowflake.client.jdbc.SnowflakeDriver",
              "net.snowflake:snowflake-jdbc:3.26.1"),
          new JdbcDriver("trino", "io.trino.jdbc.TrinoDriver", "io.trino:trino-jdbc:476"),
          new JdbcDriver(
              "clickhouse",
              "com.clickhouse.jdbc.ClickHouseDriver",
              "com.clickhouse:clickhouse-jdbc:0.11.2"));

  private JdbcDriverArtifacts() {}

  /** Returns the driver for the first JDBC URL in a text; empty when it isn't known. */
  public static Optional<JdbcDriver> ofUrl(String text) {
    Matcher url = URL.matcher(text);
    return url.find() ? find(url.group(1)) : Optional.empty();
  }

  private static Optional<JdbcDriver> find(String kind) {
    return ALL.stream().filter(driver -> driver.kind().equals(kind)).findFirst();
  }

  /** Returns the driver with a class name, which may be an older name of it. */
  public static Optional<JdbcDriver> ofClass(String name) {
    String old = name.equals("com.mysql.jdbc.Driver") ? "com.mysql.cj.jdbc.Driver" : name;
    return ALL.stream().filter(driver -> driver.driver().equals(old)).findFirst();
  }
}
