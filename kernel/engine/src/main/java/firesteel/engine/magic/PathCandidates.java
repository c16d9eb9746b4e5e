package firesteel.engine.magic;

import firesteel.api.completion.Completion.Match;
import firesteel.api.magic.UserPaths;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Proposes files and folders whose names start with the typed text. */
final class PathCandidates {
  private static final int MAX_FILES = 500;

  private PathCandidates() {}

  /**
   * Completes a path.
   *
   * @param typed the path so far, unquoted
   * @param quote the quote that is open around it, or 0: then blanks and quotes are escaped
   * @param folder what relative paths start from
   * @return matches that replace the whole word, its opening quote included
   */
  static List<Match> complete(String typed, char quote, Path folder) {
    int slash = typed.lastIndexOf('/');
    String parent = typed.substring(0, slash + 1);
    String begin = typed.substring(slash + 1);
    List<Match> matches = new ArrayList<>();
    try (DirectoryStream<Path> entries =
        Files.newDirectoryStream(UserPaths.resolve(parent, folder))) {
      for (Path entry : entries) {
        String name = entry.getFileName().toString();
        boolean hidden = name.startsWith(".") && !begin.startsWith(".");
        if (name.startsWith(begin) && !hidden && matches.size() < MAX_FILES) {
          String path = parent + name + (Files.isDirectory(entry) ? "/" : "");
          matches.add(new Match(quoted(path, quote), "path", ""));
        }
      }
    } catch (IOException | DirectoryIteratorException | InvalidPathException e) {
      return List.of(); // no such folder, or no permission to read it: no proposals
    }
    matches.sort(Comparator.comparing(Match::text));
    return matches;
  }

  private static String quoted(String path, char quote) {
    if (quote == 0) {
      return path.replaceAll("([\\\\\\s\"'])", "\\\\$1");
    }
    return quote + (quote == '"' ? path.replaceAll("([\\\\\"])", "\\\\$1") : path);
  }
}
