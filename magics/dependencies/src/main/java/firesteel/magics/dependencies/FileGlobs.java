package firesteel.magics.dependencies;

import firesteel.api.error.MagicException;
import firesteel.api.file.Glob;
import firesteel.api.magic.MagicContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Resolves paths with {@code *} and {@code ?}, which match parts of names, as IJava does. */
final class FileGlobs {
  private FileGlobs() {}

  /**
   * Returns the files or folders that globs match, in the order of the globs and by name; relative
   * to the session's folder.
   *
   * @throws MagicException when one matches nothing
   */
  static List<Path> find(List<String> globs, MagicContext context) throws MagicException {
    List<Path> found = new ArrayList<>();
    for (String glob : globs) {
      try {
        List<Path> matches = Glob.find(context.resolve(Path.of(glob)));
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

  /** Returns the files of a folder, by name; any other path itself. */
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
