package firesteel.engine.assist;

import firesteel.api.completion.Completion;
import firesteel.api.completion.Completion.Match;
import firesteel.source.JavaToken;
import firesteel.source.JavaToken.Kind;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.LoggerFactory;

/** Completes file names in string arguments of methods that read or write files. */
final class PathLiteralCompletion {
  private static final int MAX_FILES = 500;

  /** The methods whose arguments are paths: of Spark's readers and writers, and of the JDK. */
  private static final Set<String> METHODS =
      Set.of(
          "csv",
          "json",
          "parquet",
          "orc",
          "xml",
          "text",
          "textFile",
          "wholeTextFiles",
          "binaryFiles",
          "load",
          "save",
          "addJar",
          "addFile",
          "addArtifact",
          "get",
          "of",
          "resolve");

  /** The classes whose methods of, get and resolve take paths. */
  private static final Set<String> PATH_CLASSES = Set.of("Path", "Paths");

  private static final Set<String> CONSTRUCTORS =
      Set.of(
          "File",
          "FileReader",
          "FileWriter",
          "FileInputStream",
          "FileOutputStream",
          "PrintWriter",
          "RandomAccessFile",
          "ZipFile",
          "JarFile");

  private final Supplier<Path> workingDirectory;

  PathLiteralCompletion(Supplier<Path> workingDirectory) {
    this.workingDirectory = workingDirectory;
  }

  /**
   * Completes the path in an unfinished string.
   *
   * @param java the text
   * @param tokens its tokens up to the cursor, the string last
   * @param cursor the position of the cursor
   */
  Completion complete(String java, List<JavaToken> tokens, int cursor) {
    JavaToken string = tokens.get(tokens.size() - 1);
    if (string.kind() != Kind.STRING || !takesPath(java, tokens)) {
      return Completion.none(cursor);
    }
    String typed = java.substring(string.start() + 1, cursor);
    if (typed.contains("\\") || (typed.contains(":") && !typed.startsWith("file:"))) {
      return Completion.none(cursor);
    }
    int slash = typed.lastIndexOf('/');
    String folder = typed.substring(0, slash + 1).replaceFirst("^file:(//)?", "");
    String prefix = typed.substring(slash + 1);
    return new Completion(cursor - prefix.length(), cursor, files(folder, prefix));
  }

  private static boolean takesPath(String java, List<JavaToken> tokens) {
    int open = tokens.size() - 2;
    // The call's other arguments, such as the further paths of csv("a", "b").
    while (open >= 0 && (tokens.get(open).isQuoted() || tokens.get(open).is(java, ","))) {
      open--;
    }
    if (open < 1 || !tokens.get(open).is(java, "(")) {
      return false;
    }
    String name = tokens.get(open - 1).text(java);
    if (CONSTRUCTORS.contains(name)) {
      return open >= 2 && tokens.get(open - 2).is(java, "new");
    }
    if (!METHODS.contains(name) || open < 2 || !tokens.get(open - 2).is(java, ".")) {
      return false;
    }
    boolean factory = name.equals("of") || name.equals("get");
    return !factory || (open >= 3 && PATH_CLASSES.contains(tokens.get(open - 3).text(java)));
  }

  private List<Match> files(String folder, String prefix) {
    List<Match> matches = new ArrayList<>();
    try {
      Path start = workingDirectory.get().resolve(folder);
      if (!Files.isDirectory(start)) {
        return matches;
      }
      try (DirectoryStream<Path> files = Files.newDirectoryStream(start)) {
        for (Path file : files) {
          String name = file.getFileName().toString();
          boolean hidden = name.startsWith(".") && !prefix.startsWith(".");
          boolean quoted = name.indexOf('"') >= 0 || name.indexOf('\\') >= 0;
          if (name.startsWith(prefix) && !hidden && !quoted && matches.size() < MAX_FILES) {
            matches.add(new Match(Files.isDirectory(file) ? name + "/" : name, "path", ""));
          }
        }
      }
    } catch (IOException | InvalidPathException | java.nio.file.DirectoryIteratorException e) {
      LoggerFactory.getLogger(PathLiteralCompletion.class).debug("can't list {}", folder, e);
    }
    matches.sort(Comparator.comparing(Match::text));
    return matches;
  }
}
