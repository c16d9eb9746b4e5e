package firesteel.dependencies;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A project object model that names dependencies, whole or in fragments as they stand in
 * documentation: loose {@code <dependency>} and {@code <repository>} elements count too.
 *
 * @param text the XML
 * @param file where it was read from; a parent is looked for beside it
 * @param earlier fragments whose properties, repositories and managed versions hold here too
 */
public record Pom(String text, Optional<Path> file, List<String> earlier) {
  public Pom {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(file, "file");
    earlier = List.copyOf(earlier);
  }
}
