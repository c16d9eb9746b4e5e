package firesteel.magics.sql;

import firesteel.engine.magic.MagicException;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.slf4j.LoggerFactory;

/** Finds the driver of a database on the class path of cells, jars that were added among it. */
final class JdbcDrivers {
  /** From what a URL has behind {@code jdbc:} to the artifact that brings its driver. */
  private static final Map<String, String> ARTIFACTS =
      Map.of(
          "postgresql", "org.postgresql:postgresql:42.7.8",
          "sqlite", "org.xerial:sqlite-jdbc:3.50.3.0",
          "h2", "com.h2database:h2:2.3.232",
          "mysql", "com.mysql:mysql-connector-j:9.4.0",
          "mariadb", "org.mariadb.jdbc:mariadb-java-client:3.5.5",
          "sqlserver", "com.microsoft.sqlserver:mssql-jdbc:13.2.0.jre11",
          "oracle", "com.oracle.database.jdbc:ojdbc17:23.9.0.25.07",
          "duckdb", "org.duckdb:duckdb_jdbc:1.3.2.1",
          "snowflake", "net.snowflake:snowflake-jdbc:3.26.1",
          "trino", "io.trino:trino-jdbc:476");

  private JdbcDrivers() {}

  /**
   * The driver that takes a URL. Drivers are asked directly: {@link java.sql.DriverManager} doesn't
   * see those of jars that were added to a session.
   *
   * @throws MagicException when there is none; names the line that brings it
   */
  static Driver find(String url, ClassLoader loader) throws MagicException {
    Iterator<Driver> drivers = ServiceLoader.load(Driver.class, loader).iterator();
    while (true) {
      try {
        if (!drivers.hasNext()) {
          throw new MagicException(missing(url));
        }
        Driver driver = drivers.next();
        if (driver.acceptsURL(url)) {
          return driver;
        }
      } catch (SQLException | ServiceConfigurationError | LinkageError e) {
        // one driver that can't be loaded must not hide the others
        LoggerFactory.getLogger(JdbcDrivers.class).debug("a JDBC driver is left out", e);
      }
    }
  }

  private static String missing(String url) {
    String kind = url.replaceFirst("^jdbc:", "").replaceFirst("[:/].*", "");
    String artifact = ARTIFACTS.get(kind);
    return "there is no JDBC driver for jdbc:"
        + kind
        + (artifact == null
            ? "; add its jar to the class path with %maven GROUP:ARTIFACT:VERSION or %jars FILE"
            : "; this line brings one: %maven " + artifact);
  }
}
