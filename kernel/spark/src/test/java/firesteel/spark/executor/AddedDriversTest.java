package firesteel.spark.executor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import firesteel.spark.added.Library;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AddedDriversTest {
  private static final String DRIVER =
      "import java.sql.*; public class Demo implements Driver {"
          + " static { try { DriverManager.registerDriver(new Demo()); } catch (SQLException e) { } }"
          + " public boolean acceptsURL(String url) { return url.startsWith(\"jdbc:demo:\"); }"
          + " public Connection connect(String url, java.util.Properties p) throws SQLException {"
          + " if (!acceptsURL(url)) { return null; } throw new SQLException(\"demo was asked\"); }"
          + " public DriverPropertyInfo[] getPropertyInfo(String u, java.util.Properties p) { return null; }"
          + " public int getMajorVersion() { return 1; } public int getMinorVersion() { return 0; }"
          + " public boolean jdbcCompliant() { return false; }"
          + " public java.util.logging.Logger getParentLogger() { return null; } }";

  @TempDir Path folder;
  private ClassLoader before;
  private URLClassLoader loader;
  private final AddedDrivers drivers = new AddedDrivers();

  @BeforeEach
  void addAJar() throws Exception {
    Path jar =
        new Library(folder)
            .source("Demo", DRIVER)
            .service("java.sql.Driver", "lib.Missing", "lib.Demo")
            .jar("demo.jar");
    before = Thread.currentThread().getContextClassLoader();
    loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, before);
    Thread.currentThread().setContextClassLoader(loader);
    DriverManager.registerDriver(drivers);
  }

  @AfterEach
  void takeItAway() throws Exception {
    DriverManager.deregisterDriver(drivers);
    Thread.currentThread().setContextClassLoader(before);
    loader.close();
  }

  @Test
  void code_that_does_not_see_an_added_driver_gets_one_that_it_can_make_by_name() throws Exception {
    assertThat(DriverManager.getDriver("jdbc:demo:x").getClass()).isEqualTo(AddedDrivers.class);
    assertThatThrownBy(() -> drivers.connect("jdbc:demo:x", new Properties()))
        .isInstanceOf(SQLException.class)
        .hasMessage("demo was asked");
    assertThat(drivers.connect("jdbc:other:x", new Properties())).isNull();
  }

  @Test
  void a_driver_of_the_class_path_is_left_to_itself() {
    Thread.currentThread().setContextClassLoader(before);
    assertThat(drivers.acceptsURL("jdbc:demo:x")).isFalse();
  }

  @Test
  void drivers_that_come_later_are_loaded_before_they_are_asked_for() {
    AddedDrivers.load();
    assertThat(DriverManager.drivers().map(driver -> driver.getClass().getName()))
        .contains(AddedDrivers.class.getName());
    assertThatThrownBy(() -> DriverManager.getConnection("jdbc:demo:x"))
        .hasMessage("demo was asked");
  }
}
