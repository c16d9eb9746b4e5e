package firesteel.dependencies;

import java.nio.file.Path;
import java.util.Objects;

/**
 * A jar that a request came to.
 *
 * @param coordinates with the version that was chosen
 * @param file in the local repository
 * @param neededBy what was wanted that brought it; itself when it was wanted
 */
public record ResolvedJar(Coordinates coordinates, Path file, Coordinates neededBy) {
  public ResolvedJar {
    Objects.requireNonNull(coordinates, "coordinates");
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(neededBy, "neededBy");
  }

  /** Whether it was asked for by its name. */
  public boolean isWanted() {
    return coordinates.equals(neededBy);
  }
}
