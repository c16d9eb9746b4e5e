package firesteel.api.magic;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/**
 * Values to propose for an option or an argument ({@code completionCandidates} of picocli's
 * annotations) that depend on the folder in which magics start.
 *
 * <pre>{@code
 * final class CsvFiles implements CandidatesInFolder {
 *   public List<String> in(Path folder) {
 *     String[] names = folder.toFile().list((parent, name) -> name.endsWith(".csv"));
 *     return names == null ? List.of() : List.of(names);
 *   }
 * }
 *
 * @Parameters(completionCandidates = CsvFiles.class, description = "The file to read.")
 * private String file;
 * }</pre>
 */
public interface CandidatesInFolder extends Iterable<String> {
  /** Returns the values for the session's working directory; must not throw. */
  List<String> in(Path folder);

  /** The values for the process's working directory. */
  @Override
  default Iterator<String> iterator() {
    return in(Path.of("")).iterator();
  }
}
