package firesteel.spark.added;

import firesteel.spark.executor.AddedDrivers;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.slf4j.LoggerFactory;

/** Makes the JDBC drivers that added jars offer known to {@link DriverManager}. Not thread-safe. */
final class JdbcServices {
  private boolean passedOn;

  /**
   * Takes a jar or class folder.
   *
   * @param loader sees it
   */
  void add(Path entry, ClassLoader loader) {
    try {
      if (!passedOn) {
        passedOn = true;
        // Before any wrapper that Spark registers for a driver that is named: from a wrapper it
        // takes a class that it can't make.
        DriverManager.registerDriver(new AddedDrivers());
      }
      for (String driver : ServiceFiles.providers(entry, Driver.class.getName())) {
        Class.forName(driver, true, loader); // It registers itself.
      }
    } catch (IOException | SQLException | ClassNotFoundException | LinkageError e) {
      LoggerFactory.getLogger(JdbcServices.class).debug("no drivers from {}", entry, e);
    }
  }
}
