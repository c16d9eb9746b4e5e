package firesteel.magics.dependencies;

import firesteel.api.error.MagicException;
import firesteel.api.magic.MagicContext;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Paths with {@code *} and {@code ?}, which stand for names' parts, as IJava takes them. */
final class FileGlobs {
  private FileGlobs() {}

  /**
   * The files or folders that globs match, in the order of the globs and by name; from the
   * session's folder on.
   *
   * @throws MagicException when one matches nothing
   */
  static List<Path> find(List<String> globs, MagicContext context) throws MagicException {
    List<Path> found = new ArrayList<>();
    for (String glob : globs) {
      try {
        List<Path> matches = match(context.resolve(Path.of(glob)));
        if (matches.isEmpty()) {
          throw new MagicException(
              "nothing matches " + glob + " in " + context.session().workingDirectory());
        }
        matches.stream().filter(path -> !found.contains(path)).forEach(found::add);
      } catch (IOException | InvalidPathException e) {
        throw new MagicException(glob + " can't be looked for: " + e.getMessage(), e);
      }
    }
    return found;
  }

  private static List<Path> match(Path glob) throws IOException {
    List<Path> found = List.of(glob.getRoot());
    for (Path name : glob) {
      List<Path> next = new ArrayList<>();
      for (Path folder : found) {
        next.addAll(within(folder, name.toString()));
      }
      found = next;
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
    Pattern pattern =
        Pattern.compile(Pattern.quote(name).replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q"));
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      List<Path> matches = new ArrayList<>();
      entries.forEach(matches::add);
      return matches.stream()
          .filter(path -> pattern.matcher(path.getFileName().toString()).matches())
          .sorted()
          .toList();
    }
  }

  /** The files of a folder, by name; another path itself. */
  static List<Path> filesOf(Path path) throws MagicException {
    if (!Files.isDirectory(path)) {
      return List.of(path);
    }
    try (Stream<Path> files = Files.list(path)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new MagicException(path + " can't be listed: " + e.getMessage(), e);
    }
  }
}
