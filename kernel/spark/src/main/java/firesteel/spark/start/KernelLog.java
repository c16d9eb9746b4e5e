package firesteel.spark.start;

import firesteel.spark.settings.LogFiles;
import firesteel.spark.settings.SparkStartException;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.logging.log4j.core.config.builder.api.ConfigurationBuilder;
import org.apache.logging.log4j.core.config.builder.api.ConfigurationBuilderFactory;

/**
 * Sends the log of Spark and of the kernel to a file, so that it stays out of the output of cells,
 * and what cells log to the cells.
 */
public final class KernelLog {
  private static final String PATTERN =
      "%d{yyyy-MM-dd HH:mm:ss.SSS} %-5p [%t] %c{1.}: %m{nolookups}%n%ex";

  private KernelLog() {}

  /**
   * Logs to a file from now on, at level WARN; removes the oldest log files of the folder.
   *
   * <p>Does nothing when the user has given a log4j configuration as a system property.
   */
  public static void redirectTo(Path file) {
    if (System.getProperty("log4j2.configurationFile") != null
        || System.getProperty("log4j.configurationFile") != null) {
      return;
    }
    LoggerContext context = LoggerContext.getContext(false);
    if (context.getConfiguration() instanceof KernelLogConfiguration present
        && present.getName().equals(nameOf(file))) {
      return;
    }
    try {
      Configurator.reconfigure(configuration(file));
      context.updateLoggers();
    } catch (IOException e) {
      throw new SparkStartException(
          "Spark did not start: the log folder "
              + file.getParent()
              + " can't be made; set XDG_STATE_HOME to a folder that you can write to.",
          e);
    }
  }

  private static String nameOf(Path file) {
    return "Firesteel " + file;
  }

  /** Returns the configuration; creates the folder of the file. */
  static KernelLogConfiguration configuration(Path file) throws IOException {
    LogFiles.prepare(file.getParent());
    ConfigurationBuilder<KernelLogConfiguration> builder =
        ConfigurationBuilderFactory.newConfigurationBuilder(KernelLogConfiguration.class);
    builder.setStatusLevel(Level.OFF);
    builder.setConfigurationName(nameOf(file));
    builder.add(
        builder
            .newAppender(KernelLogConfiguration.FILE, "RollingFile")
            .addAttribute("fileName", file.toString())
            .addAttribute("filePattern", file + ".1")
            .addAttribute("createOnDemand", true)
            .add(builder.newLayout("PatternLayout").addAttribute("pattern", PATTERN))
            .addComponent(
                builder
                    .newComponent("Policies")
                    .addComponent(
                        builder
                            .newComponent("SizeBasedTriggeringPolicy")
                            .addAttribute("size", "20MB")))
            .addComponent(
                builder.newComponent("DefaultRolloverStrategy").addAttribute("max", "1")));
    builder.add(
        builder
            .newRootLogger(CellLogFilter.USUAL)
            .add(builder.newAppenderRef(KernelLogConfiguration.FILE)));
    return builder.build(false);
  }
}
