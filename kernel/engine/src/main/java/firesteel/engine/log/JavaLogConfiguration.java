package firesteel.engine.log;

import firesteel.api.log.JavaLogHandler;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.logging.LogManager;

/**
 * Configures {@code java.util.logging} when its first logger is made, as {@code
 * java.util.logging.config.class} asks for; nothing of it is loaded before.
 */
public final class JavaLogConfiguration {
  private static final String CLASS = "java.util.logging.config.class";
  private static final String FILE = "java.util.logging.config.file";

  /** Made by {@link LogManager}. */
  public JavaLogConfiguration() throws IOException {
    String settings = "handlers=" + JavaLogHandler.class.getName() + "\n.level=INFO\n";
    LogManager.getLogManager()
        .readConfiguration(new ByteArrayInputStream(settings.getBytes(StandardCharsets.UTF_8)));
  }

  /** Has it done, unless the user configures that logging. */
  public static void announce() {
    if (System.getProperty(CLASS) == null && System.getProperty(FILE) == null) {
      System.setProperty(CLASS, JavaLogConfiguration.class.getName());
    }
  }
}
