package firesteel.spark.settings;

import firesteel.api.file.OwnerOnly;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Manages the folder of log files: one file for each kernel; the oldest are removed. Loads nothing
 * of log4j.
 */
public final class LogFiles {
  private static final int FILES_KEPT = 20;

  /** Enough for the lines that somebody reads. */
  private static final int MAX_BYTES = 1 << 20;

  private static final String NAME_START = "spark-";
  private static final String NAME_END = ".log";

  /** The system property with the file that log4j is configured for. */
  public static final String FILE_PROPERTY = "firesteel.log.file";

  private LogFiles() {}

  /**
   * Makes log4j, when its first logger is created, log to a file, and cells' loggers to the cells.
   */
  public static void announce(Path file) {
    System.setProperty(FILE_PROPERTY, file.toString());
    System.setProperty("log4j2.configurationFactory", "firesteel.spark.start.KernelLogFactory");
    // One context for all class loaders: otherwise a level that a cell sets through a library's
    // classes would not reach the cell's loggers.
    System.setProperty(
        "log4j2.contextSelector", "org.apache.logging.log4j.core.selector.BasicContextSelector");
  }

  /** Returns the name of a new log file in a folder; creates nothing. */
  public static Path choose(Path folder) {
    // In UTC and without a formatter: for the local time Java searches all jars for time zone
    // rules, and this delays a kernel's first answer.
    String time = Instant.now().truncatedTo(ChronoUnit.MILLIS).toString().replace(":", "");
    return folder.resolve(NAME_START + time + "-" + ProcessHandle.current().pid() + NAME_END);
  }

  /** Creates the folder, for this user only, and removes the oldest files in it. */
  public static void prepare(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder.toAbsolutePath().getParent());
      OwnerOnly.createFolders(folder);
    }
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

  /** Returns the last lines of a log file, which may have gigabytes; reads at most a megabyte. */
  public static List<String> lastLines(Path file, int most) throws IOException {
    try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
      long start = Math.max(0, log.length() - MAX_BYTES);
      byte[] bytes = new byte[(int) Math.min(MAX_BYTES, log.length() - start)];
      log.seek(start);
      log.readFully(bytes);
      List<String> all = new String(bytes, StandardCharsets.UTF_8).lines().toList();
      return all.subList(Math.max(0, all.size() - most), all.size());
    }
  }
}
