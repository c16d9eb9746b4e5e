package firesteel.api.file;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Patterns with {@code *} (anything) and {@code ?} (one character). In paths these stand for parts
 * of names, and {@code **} for any number of folders too.
 */
public final class Glob {
  private static final String ANY_FOLDERS = "**";

  /** A walk ends somewhere: links and network folders may be deep. */
  private static final int MAX_DEPTH = 12;

  private Glob() {}

  /** Returns whether the whole text matches. Linear for usual patterns; never recursive. */
  public static boolean matches(String pattern, String text) {
    int p = 0;
    int t = 0;
    int star = -1;
    int afterStar = 0;
    while (t < text.length()) {
      if (p < pattern.length() && pattern.charAt(p) == '*') {
        star = p++;
        afterStar = t;
      } else if (p < pattern.length()
          && (pattern.charAt(p) == '?' || pattern.charAt(p) == text.charAt(t))) {
        p++;
        t++;
      } else if (star >= 0) {
        p = star + 1;
        t = ++afterStar;
      } else {
        return false;
      }
    }
    while (p < pattern.length() && pattern.charAt(p) == '*') {
      p++;
    }
    return p == pattern.length();
  }

  /**
   * Returns the files and folders that a path with patterns names, by name; a path without patterns
   * names itself, if it is there.
   *
   * @param path an absolute one
   */
  public static List<Path> find(Path path) throws IOException {
    List<Path> found = List.of(path.getRoot());
    for (Path name : path) {
      List<Path> next = new ArrayList<>();
      for (Path folder : found) {
        next.addAll(within(folder, name.toString()));
      }
      found = next.stream().distinct().toList();
    }
    return found;
  }

  private static List<Path> within(Path folder, String name) throws IOException {
    if (!name.contains("*") && !name.contains("?")) {
      Path path = folder.resolve(name);
      return Files.exists(path) ? List.of(path) : List.of();
    }
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    if (name.equals(ANY_FOLDERS)) {
      try (Stream<Path> below = Files.walk(folder, MAX_DEPTH)) {
        return below.filter(Files::isDirectory).sorted().toList();
      }
    }
    if (name.contains(ANY_FOLDERS)) {
      try (Stream<Path> below = Files.walk(folder, MAX_DEPTH)) {
        return below
            .filter(path -> matches(name, folder.relativize(path).toString()))
            .sorted()
            .toList();
      }
    }
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      List<Path> all = new ArrayList<>();
      entries.forEach(all::add);
      return all.stream()
          .filter(entry -> matches(name, entry.getFileName().toString()))
          .sorted()
          .toList();
    }
  }
}
