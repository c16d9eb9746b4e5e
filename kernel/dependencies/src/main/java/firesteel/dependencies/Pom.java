package firesteel.dependencies;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A project object model that names dependencies, whole or in fragments as found in documentation:
 * {@code <dependency>} and {@code <repository>} elements at the top level count too.
 *
 * @param text the XML
 * @param file the file it was read from; a parent is looked for beside it
 * @param earlier earlier fragments whose properties, repositories and managed versions apply here
 *     too
 */
public record Pom(String text, Optional<Path> file, List<String> earlier) {
  public Pom {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(file, "file");
    earlier = List.copyOf(earlier);
  }
}
