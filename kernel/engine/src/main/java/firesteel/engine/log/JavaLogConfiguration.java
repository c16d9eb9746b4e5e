package firesteel.engine.log;

import firesteel.api.log.JavaLogHandler;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.logging.LogManager;

/**
 * Configures {@code java.util.logging} when its first logger is created, through the property
 * {@code java.util.logging.config.class}; logging isn't loaded before.
 */
public final class JavaLogConfiguration {
  private static final String CLASS = "java.util.logging.config.class";
  private static final String FILE = "java.util.logging.config.file";

  /** Created by {@link LogManager}. */
  public JavaLogConfiguration() throws IOException {
    String settings = "handlers=" + JavaLogHandler.class.getName() + "\n.level=INFO\n";
    LogManager.getLogManager()
        .readConfiguration(new ByteArrayInputStream(settings.getBytes(StandardCharsets.UTF_8)));
  }

  /** Registers this class, unless the user configures that logging. */
  public static void announce() {
    if (System.getProperty(CLASS) == null && System.getProperty(FILE) == null) {
      System.setProperty(CLASS, JavaLogConfiguration.class.getName());
    }
  }
}
