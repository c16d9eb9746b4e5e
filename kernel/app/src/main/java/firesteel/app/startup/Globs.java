package firesteel.app.startup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.stream.Stream;

/** The files that a path with {@code *}, {@code **} and {@code ?} names. */
final class Globs {
  private static final int DEEPEST = 12;

  private Globs() {}

  /**
   * What matches, in the order of names.
   *
   * @param folder where relative paths start
   * @param home what a tilde at the start stands for
   */
  static List<Path> find(String glob, Path folder, Path home) throws IOException {
    String text = glob.startsWith("~/") ? home + glob.substring(1) : glob;
    if (!isGlob(text)) {
      Path path = folder.resolve(text).normalize();
      return Files.exists(path) ? List.of(path) : List.of();
    }
    String whole = text.startsWith("/") ? text : folder.toAbsolutePath() + "/" + text;
    Path base = Path.of("/");
    for (String name : whole.split("/")) {
      if (isGlob(name)) {
        break;
      }
      base = base.resolve(name);
    }
    if (!Files.isDirectory(base)) {
      return List.of();
    }
    PathMatcher matcher = base.getFileSystem().getPathMatcher("glob:" + whole);
    int depth =
        whole.contains("**") ? DEEPEST : Path.of(whole).getNameCount() - base.getNameCount();
    try (Stream<Path> files = Files.walk(base, depth)) {
      return files.filter(matcher::matches).sorted().toList();
    }
  }

  private static boolean isGlob(String text) {
    return text.contains("*") || text.contains("?");
  }
}
