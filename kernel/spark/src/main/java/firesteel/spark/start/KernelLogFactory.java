package firesteel.spark.start;

import firesteel.spark.settings.LogFiles;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.ConfigurationFactory;
import org.apache.logging.log4j.core.config.ConfigurationSource;

/**
 * Configures log4j when the first logger is created, which may be a cell's, before Spark starts.
 * log4j finds it by the property that {@link LogFiles#announce} sets.
 */
public final class KernelLogFactory extends ConfigurationFactory {
  /** Called by log4j. */
  public KernelLogFactory() {}

  @Override
  protected String[] getSupportedTypes() {
    return new String[] {"*"};
  }

  @Override
  public Configuration getConfiguration(LoggerContext context, ConfigurationSource source) {
    return configuration();
  }

  @Override
  public Configuration getConfiguration(LoggerContext context, String name, URI location) {
    return configuration();
  }

  /**
   * Returns null, which means log4j's default, when the log can't be written: Spark's start reports
   * it.
   */
  private static Configuration configuration() {
    try {
      return KernelLog.configuration(Path.of(System.getProperty(LogFiles.FILE_PROPERTY)));
    } catch (IOException e) {
      return null;
    }
  }
}
