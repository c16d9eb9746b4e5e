package firesteel.spark.start;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.logging.log4j.core.config.builder.api.ConfigurationBuilder;
import org.apache.logging.log4j.core.config.builder.api.ConfigurationBuilderFactory;
import org.apache.logging.log4j.core.config.builder.impl.BuiltConfiguration;

/**
 * Sends the log of Spark and of the kernel into a file, so that nothing of it lands among the
 * output of cells.
 */
public final class KernelLog {
  private static final int FILES_KEPT = 20;
  private static final String NAME_START = "spark-";
  private static final String NAME_END = ".log";
  private static final String PATTERN =
      "%d{yyyy-MM-dd HH:mm:ss.SSS} %-5p [%t] %c{1.}: %m{nolookups}%n%ex";

  private KernelLog() {}

  /** The name of a new log file in a folder; nothing is made yet. */
  public static Path choose(Path folder) {
    String time = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").format(LocalDateTime.now());
    return folder.resolve(NAME_START + time + "-" + ProcessHandle.current().pid() + NAME_END);
  }

  /**
   * Logs into a file from now on, at level WARN; removes the oldest log files of the folder.
   *
   * <p>Does nothing when the user has given a log4j configuration as a system property.
   */
  public static void redirectTo(Path file) {
    if (System.getProperty("log4j2.configurationFile") != null
        || System.getProperty("log4j.configurationFile") != null) {
      return;
    }
    try {
      makeFolder(file.getParent());
      removeOldest(file.getParent());
    } catch (IOException e) {
      throw new UncheckedIOException("the log folder " + file.getParent() + " can't be made", e);
    }
    ConfigurationBuilder<BuiltConfiguration> builder =
        ConfigurationBuilderFactory.newConfigurationBuilder();
    builder.setStatusLevel(Level.OFF);
    builder.setConfigurationName("Firesteel");
    builder.add(
        builder
            .newAppender("file", "RollingFile")
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
    builder.add(builder.newRootLogger(Level.WARN).add(builder.newAppenderRef("file")));
    Configurator.reconfigure(builder.build(false));
    LoggerContext.getContext(false).updateLoggers();
  }

  private static void makeFolder(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      return;
    }
    Files.createDirectories(folder.toAbsolutePath().getParent());
    if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      Files.createDirectories(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    } else {
      Files.createDirectories(folder);
    }
  }

  private static void removeOldest(Path folder) throws IOException {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> found =
        Files.newDirectoryStream(folder, NAME_START + "*" + NAME_END + "*")) {
      found.forEach(files::add);
    }
    // The names start with the time, so that their order is that of age.
    files.sort(Comparator.comparing((Path path) -> path.getFileName().toString()).reversed());
    for (Path old : files.subList(Math.min(FILES_KEPT, files.size()), files.size())) {
      Files.deleteIfExists(old);
    }
  }
}
