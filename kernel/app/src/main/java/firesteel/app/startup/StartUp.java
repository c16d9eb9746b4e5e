package firesteel.app.startup;

import firesteel.api.file.Glob;
import firesteel.api.magic.UserPaths;
import firesteel.api.settings.UserFolders;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.tools.ToolProvider;

/**
 * The user's settings for the start of every session: the user's own script, and the environment
 * variables {@code IJAVA_*} and {@code JJAVA_*} with the same meaning as in IJava and JJava. When
 * both are set, JJava's wins.
 *
 * @param classPath jars and class folders for cells
 * @param compilerOptions the options of javac
 * @param statementLimit how long a statement may run; empty for no limit
 * @param scripts the scripts that run before the first cell, in order
 * @param notes problems of the settings, one line each
 */
public record StartUp(
    List<Path> classPath,
    List<String> compilerOptions,
    Optional<Duration> statementLimit,
    List<Script> scripts,
    List<String> notes) {
  /**
   * Text that runs before the first cell.
   *
   * @param name its name in errors
   */
  record Script(String name, String text) {}

  /**
   * Reads the settings from the environment and the files that it names.
   *
   * @param folders where the user's own script is
   * @param folder the folder of relative paths
   */
  public static StartUp fromEnvironment(
      Map<String, String> environment, UserFolders folders, Path folder) {
    return new Reader(environment, folders, folder).read();
  }

  /** Returns whether there is nothing to do before the first cell. */
  boolean isEmpty() {
    return classPath.isEmpty() && scripts.isEmpty() && notes.isEmpty();
  }

  private static final class Reader {
    private final Map<String, String> environment;
    private final UserFolders folders;
    private final Path folder;
    private final List<Script> scripts = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    Reader(Map<String, String> environment, UserFolders folders, Path folder) {
      this.environment = environment;
      this.folders = folders;
      this.folder = folder;
    }

    private record Setting(String variable, String value) {}

    private Optional<Setting> setting(String name) {
      for (String variable : List.of("JJAVA_" + name, "IJAVA_" + name)) {
        String value = environment.get(variable);
        if (value != null && !value.isBlank()) {
          return Optional.of(new Setting(variable, value));
        }
      }
      return Optional.empty();
    }

    StartUp read() {
      List<String> options = setting("COMPILER_OPTS").map(this::options).orElse(List.of());
      List<Path> classPath = setting("CLASSPATH").map(this::files).orElse(List.of());
      Path own = folders.config().resolve("startup.jsh");
      if (Files.isRegularFile(own)) {
        addFile(own);
      }
      setting("STARTUP_SCRIPTS_PATH").ifPresent(paths -> files(paths).forEach(this::addFile));
      setting("STARTUP_SCRIPT").ifPresent(s -> scripts.add(new Script(s.variable(), s.value())));
      return new StartUp(
          classPath,
          options,
          setting("TIMEOUT").flatMap(this::limit),
          List.copyOf(scripts),
          List.copyOf(notes));
    }

    private void addFile(Path file) {
      try {
        scripts.add(new Script(file.getFileName().toString(), Files.readString(file)));
      } catch (IOException e) {
        notes.add("The start-up script " + file + " can't be read: " + e.getMessage());
      }
    }

    private List<Path> files(Setting setting) {
      List<Path> files = new ArrayList<>();
      for (String entry : setting.value().split(File.pathSeparator)) {
        if (entry.isBlank()) {
          continue;
        }
        try {
          List<Path> found =
              Glob.find(UserPaths.resolve(entry.strip(), folder.toAbsolutePath(), folders.home()));
          if (found.isEmpty()) {
            notes.add(setting.variable() + ": nothing matches " + entry.strip() + ".");
          }
          files.addAll(found);
        } catch (IOException | InvalidPathException e) {
          notes.add(setting.variable() + ": " + entry + " can't be looked for: " + e.getMessage());
        }
      }
      return files;
    }

    /** Returns the options that javac accepts; an unknown one would make every cell fail. */
    private List<String> options(Setting setting) {
      List<String> options = Arrays.asList(setting.value().strip().split("\\s+"));
      try {
        ToolProvider.getSystemJavaCompiler()
            .getTask(null, null, diagnostic -> {}, options, List.of("java.lang.Object"), null);
        return options;
      } catch (IllegalArgumentException | IllegalStateException e) {
        notes.add(setting.variable() + " is left out: javac says \"" + e.getMessage() + "\".");
        return List.of();
      }
    }

    private Optional<Duration> limit(Setting setting) {
      try {
        long millis = Long.parseLong(setting.value().strip());
        return millis > 0 ? Optional.of(Duration.ofMillis(millis)) : Optional.empty();
      } catch (NumberFormatException e) {
        notes.add(
            setting.variable()
                + " is left out: \""
                + setting.value()
                + "\" is not a number of milliseconds (-1 for no limit).");
        return Optional.empty();
      }
    }
  }
}
