package firesteel.sql;

import firesteel.api.dependency.JdbcDriverArtifacts;
import firesteel.api.error.MagicException;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.slf4j.LoggerFactory;

/** Finds the driver of a database on the class path of cells, including jars that were added. */
final class JdbcDrivers {
  private JdbcDrivers() {}

  /**
   * Returns the driver for a URL. Drivers are asked directly: {@link java.sql.DriverManager}
   * doesn't see those of jars that were added to a session.
   *
   * @throws MagicException when there is none; names the line that adds it
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
        // A driver that can't be loaded must not hide the others.
        LoggerFactory.getLogger(JdbcDrivers.class).debug("a JDBC driver is left out", e);
      }
    }
  }

  private static String missing(String url) {
    String kind = url.replaceFirst("^jdbc:", "").replaceFirst("[:/].*", "");
    String artifact =
        JdbcDriverArtifacts.ofUrl(url).map(JdbcDriverArtifacts.JdbcDriver::artifact).orElse(null);
    return "there is no JDBC driver for jdbc:"
        + kind
        + (artifact == null
            ? "; add its jar to the class path with %maven GROUP:ARTIFACT:VERSION or %jars FILE"
            : "; this line brings one: %maven " + artifact);
  }
}
