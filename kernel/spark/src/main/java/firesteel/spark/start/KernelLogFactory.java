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
 * Configures log4j when its first logger is made, which may be a cell's, before Spark starts. Found
 * by the property that {@link LogFiles#announce} sets.
 */
public final class KernelLogFactory extends ConfigurationFactory {
  /** Made by log4j. */
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

  /** Null, for log4j's own, when the log can't be written: Spark's start says so. */
  private static Configuration configuration() {
    try {
      return KernelLog.configuration(Path.of(System.getProperty(LogFiles.FILE_PROPERTY)));
    } catch (IOException e) {
      return null;
    }
  }
}
