package firesteel.api.log;

import firesteel.api.session.CellLookup;
import firesteel.api.session.RunningCell;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Shows the log messages of cells, and of the libraries that cells use, as output of the cell whose
 * thread logs. Static because logging libraries are. Thread-safe.
 */
public final class CellLog {
  /**
   * The packages of the kernel and of its own libraries, which may log on the threads of cells, as
   * when they fetch artifacts.
   */
  private static final Set<String> OURS =
      Set.of(
          "firesteel",
          "org.apache.http",
          "org.apache.maven",
          "org.eclipse.aether",
          "org.jline",
          "org.zeromq",
          "picocli",
          "zmq");

  /** The class that JShell makes around what a cell declares. */
  private static final Pattern WRAPPED = Pattern.compile("REPL\\.\\$JShell\\$\\w+(?:\\$(.+))?");

  private CellLog() {}

  /**
   * Whether the messages of a logger belong to the output of cells: it belongs neither to the
   * kernel nor to a library of an extension, such as Spark.
   *
   * @param logger its name; null for a logger without a name
   */
  public static boolean isOfCells(String logger) {
    return logger == null || !isIn(OURS, logger) && !CellLookup.installed().isLibraryLogger(logger);
  }

  /**
   * Returns whether a logger's name is one of the given packages or lies in one of them.
   *
   * @param packages names such as {@code org.apache.spark}
   */
  public static boolean isIn(Set<String> packages, String logger) {
    for (int dot = logger.indexOf('.'); dot >= 0; dot = logger.indexOf('.', dot + 1)) {
      if (packages.contains(logger.substring(0, dot))) {
        return true;
      }
    }
    return packages.contains(logger);
  }

  /**
   * Shows a log message as error output of the cell that the calling thread belongs to.
   *
   * @param logger its name; null for a logger without a name
   * @param level as the logging library calls it
   * @param thrown the logged exception, shown like a cell's error; null for none
   * @return whether the thread belongs to a cell
   */
  public static boolean show(String logger, String level, String message, Throwable thrown) {
    Optional<RunningCell> cell = CellLookup.installed().ofOutput();
    if (cell.isEmpty()) {
      return false;
    }
    StringBuilder line = new StringBuilder(level).append(' ').append(shown(logger));
    line.append(": ").append(message).append('\n');
    if (thrown != null) {
      List<String> error = cell.get().session().describe(thrown).traceback();
      error.forEach(part -> line.append("  ").append(part).append('\n'));
    }
    cell.get().outputs().stderr(line.toString());
    return true;
  }

  private static String shown(String logger) {
    if (logger == null || logger.isEmpty()) {
      return logger == null ? "anonymous" : "root";
    }
    Matcher wrapped = WRAPPED.matcher(logger);
    if (!wrapped.matches()) {
      return logger;
    }
    return wrapped.group(1) == null ? "cell" : wrapped.group(1).replace('$', '.');
  }
}
