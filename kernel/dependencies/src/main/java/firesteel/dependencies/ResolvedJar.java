package firesteel.dependencies;

import java.nio.file.Path;
import java.util.Objects;

/**
 * A jar in the result of a request.
 *
 * @param coordinates its coordinates with the chosen version
 * @param file its file in the local repository
 * @param neededBy the requested artifact that needs it; itself when it was requested
 */
public record ResolvedJar(Coordinates coordinates, Path file, Coordinates neededBy) {
  public ResolvedJar {
    Objects.requireNonNull(coordinates, "coordinates");
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(neededBy, "neededBy");
  }

  /** Whether it was requested by its name. */
  public boolean isWanted() {
    return coordinates.equals(neededBy);
  }
}
