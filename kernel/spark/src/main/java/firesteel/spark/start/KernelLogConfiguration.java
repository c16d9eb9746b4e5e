package firesteel.spark.start;

import org.apache.logging.log4j.core.Appender;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.config.ConfigurationSource;
import org.apache.logging.log4j.core.config.builder.api.Component;
import org.apache.logging.log4j.core.config.builder.impl.BuiltConfiguration;

/**
 * Configures log4j as {@link KernelLog} describes: what cells log goes to the cells, the rest to
 * the file.
 */
public final class KernelLogConfiguration extends BuiltConfiguration {
  static final String FILE = "file";

  /** Called by log4j's builder. */
  public KernelLogConfiguration(LoggerContext context, ConfigurationSource source, Component root) {
    super(context, source, root);
  }

  @Override
  protected void doConfigure() {
    super.doConfigure();
    Appender cells = new CellLogAppender(getAppender(FILE));
    cells.start();
    addAppender(cells);
    getRootLogger().removeAppender(FILE);
    getRootLogger().addAppender(cells, null, null);
    addFilter(new CellLogFilter());
  }
}
