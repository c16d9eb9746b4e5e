package firesteel.spark.added;

import firesteel.spark.executor.AddedDrivers;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.slf4j.LoggerFactory;

/** Registers the JDBC drivers of added jars with {@link DriverManager}. Not thread-safe. */
final class JdbcServices {
  private boolean passedOn;

  /**
   * Adds a jar or class folder.
   *
   * @param loader the class loader that sees it
   */
  void add(Path entry, ClassLoader loader) {
    try {
      if (!passedOn) {
        passedOn = true;
        // Before any wrapper that Spark registers for a named driver: Spark would take the class of
        // the wrapped driver, which it can't create.
        DriverManager.registerDriver(new AddedDrivers());
      }
      for (String driver : ServiceFiles.providers(entry, Driver.class.getName())) {
        Class.forName(driver, true, loader); // The class registers itself.
      }
    } catch (IOException | SQLException | ClassNotFoundException | LinkageError e) {
      LoggerFactory.getLogger(JdbcServices.class).debug("no drivers from {}", entry, e);
    }
  }
}
