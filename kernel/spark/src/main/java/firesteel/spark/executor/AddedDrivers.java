package firesteel.spark.executor;

import java.io.IOException;
import java.lang.StackWalker.StackFrame;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Collections;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.WeakHashMap;
import java.util.logging.Logger;

/**
 * Makes JDBC drivers of jars that were added while Java ran available to Spark. {@link
 * DriverManager} gives a driver only to callers whose class loader sees it, and Spark's doesn't see
 * those jars: this driver, which Spark sees, delegates to them. Spark also finds it by its name in
 * executors, where it is served like the classes of cells. Thread-safe.
 */
public final class AddedDrivers implements Driver {
  private static final StackWalker STACK =
      StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

  /**
   * Spark's wrapper of a driver that Spark's loader doesn't see; this driver may be wrapped too.
   */
  private static final String WRAPPER = ".jdbc.DriverWrapper";

  private static final String SERVICE = "META-INF/services/java.sql.Driver";

  /** Maps a loader to the number of service files that it had. */
  private static final Map<ClassLoader, Integer> LOADED =
      Collections.synchronizedMap(new WeakHashMap<>());

  /** Called by Spark, which instantiates the class by name. */
  public AddedDrivers() {}

  /**
   * Makes the drivers that the context class loader sees register themselves. Cells' code calls it
   * before it uses {@link DriverManager}, which looks for drivers only once.
   */
  public static void load() {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    if (loader == null) {
      return;
    }
    try {
      int found = Collections.list(loader.getResources(SERVICE)).size();
      Integer before = LOADED.put(loader, found);
      if (before == null || before != found) {
        first(loader, driver -> false);
      }
    } catch (IOException e) {
      // The drivers that are already known have to do.
    }
  }

  @Override
  public boolean acceptsURL(String url) {
    return driver(url).isPresent();
  }

  @Override
  public Connection connect(String url, Properties properties) throws SQLException {
    Optional<Driver> driver = driver(url);
    return driver.isPresent() ? driver.get().connect(url, properties) : null;
  }

  /**
   * Finds the driver for a URL; empty for a caller that sees the driver itself, which would
   * otherwise connect twice when the first attempt fails.
   */
  private static Optional<Driver> driver(String url) {
    Optional<Driver> driver = find(url, Thread.currentThread().getContextClassLoader());
    return driver.filter(found -> !callerSees(found));
  }

  private static Optional<Driver> find(String url, ClassLoader loader) {
    return first(loader, driver -> isAdded(driver) && driver.acceptsURL(url));
  }

  private interface Condition {
    boolean holds(Driver driver) throws SQLException;
  }

  private static Optional<Driver> first(ClassLoader loader, Condition condition) {
    Iterator<Driver> drivers = ServiceLoader.load(Driver.class, loader).iterator();
    while (true) {
      try {
        if (!drivers.hasNext()) {
          return Optional.empty();
        }
        Driver driver = drivers.next();
        if (condition.holds(driver)) {
          return Optional.of(driver);
        }
      } catch (SQLException | ServiceConfigurationError | LinkageError e) {
        // A driver that can't be loaded must not hide the others.
      }
    }
  }

  private static boolean isAdded(Driver driver) {
    ClassLoader loader = driver.getClass().getClassLoader();
    ClassLoader known = ClassLoader.getSystemClassLoader();
    return loader != null && loader != known && loader != known.getParent();
  }

  /** Whether the caller of {@link DriverManager} sees the driver itself. */
  private static boolean callerSees(Driver driver) {
    return STACK.walk(
        frames -> {
          Iterator<Class<?>> callers =
              frames
                  .<Class<?>>map(StackFrame::getDeclaringClass)
                  .filter(type -> type != AddedDrivers.class && !type.getName().endsWith(WRAPPER))
                  .filter(type -> !type.getName().startsWith("java.util."))
                  .iterator();
          if (!callers.hasNext() || callers.next() != DriverManager.class) {
            return false;
          }
          while (callers.hasNext()) {
            Class<?> caller = callers.next();
            if (caller != DriverManager.class) {
              return isVisible(driver.getClass(), caller.getClassLoader());
            }
          }
          return false;
        });
  }

  private static boolean isVisible(Class<?> type, ClassLoader loader) {
    try {
      return Class.forName(type.getName(), false, loader) == type;
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
  }

  @Override
  public DriverPropertyInfo[] getPropertyInfo(String url, Properties properties)
      throws SQLException {
    Optional<Driver> driver = driver(url);
    return driver.isPresent()
        ? driver.get().getPropertyInfo(url, properties)
        : new DriverPropertyInfo[0];
  }

  @Override
  public int getMajorVersion() {
    return 1;
  }

  @Override
  public int getMinorVersion() {
    return 0;
  }

  @Override
  public boolean jdbcCompliant() {
    return false;
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw new SQLFeatureNotSupportedException();
  }
}
