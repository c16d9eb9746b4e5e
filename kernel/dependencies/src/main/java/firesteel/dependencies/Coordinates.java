package firesteel.dependencies;

import java.util.Objects;
import java.util.Optional;

/**
 * Identifies an artifact of a Maven repository: {@code group:artifact[:packaging[:classifier]]} and
 * a version, in the order that IJava and Maven's resolver use. Gradle's and JBang's order, {@code
 * group:artifact:version[:classifier][@packaging]}, is accepted too.
 *
 * @param packaging {@code jar} by default
 * @param classifier empty for the main artifact
 * @param version empty where something else, such as a BOM, determines it
 */
public record Coordinates(
    String group, String artifact, String packaging, String classifier, Optional<String> version) {
  private static final String PART = "[A-Za-z0-9_.+-]+";
  private static final String VERSION = "[A-Za-z0-9_.+\\-\\[\\](),]+";

  public Coordinates {
    Objects.requireNonNull(group, "group");
    Objects.requireNonNull(artifact, "artifact");
    Objects.requireNonNull(packaging, "packaging");
    Objects.requireNonNull(classifier, "classifier");
    Objects.requireNonNull(version, "version");
  }

  /**
   * Parses {@code group:artifact:[packaging:[classifier:]]version}, {@code group:artifact}, or
   * {@code group:artifact:version[:classifier][@packaging]}.
   *
   * @throws IllegalArgumentException when the text has none of these forms; says what is expected
   */
  public static Coordinates parse(String text) {
    int at = text.lastIndexOf('@');
    String[] parts = (at < 0 ? text : text.substring(0, at)).split(":", -1);
    String packaging = at < 0 ? "" : text.substring(at + 1);
    boolean known =
        parts.length >= 2
            && parts.length <= (at < 0 ? 5 : 4)
            && (at < 0 || packaging.matches(PART));
    if (known && parts.length == 4 && (at >= 0 || isClassifierLast(parts))) {
      parts =
          new String[] {
            parts[0], parts[1], packaging.isEmpty() ? "jar" : packaging, parts[3], parts[2]
          };
    } else if (known && parts.length == 3 && at >= 0) {
      parts = new String[] {parts[0], parts[1], packaging, parts[2]};
    } else {
      known &= at < 0;
    }
    for (int i = 0; known && i < parts.length; i++) {
      boolean isVersion = i == parts.length - 1 && i >= 2;
      known = parts[i].matches(isVersion ? VERSION : PART);
    }
    if (!known) {
      throw new IllegalArgumentException(
          "\""
              + text
              + "\" doesn't name an artifact; write group:artifact:version, such as"
              + " org.apache.commons:commons-lang3:3.20.0");
    }
    return new Coordinates(
        parts[0],
        parts[1],
        parts.length > 3 ? parts[2] : "jar",
        parts.length > 4 ? parts[3] : "",
        parts.length > 2 ? Optional.of(parts[parts.length - 1]) : Optional.empty());
  }

  /**
   * Whether the classifier is last: no packaging begins with a digit, and every version has one.
   */
  private static boolean isClassifierLast(String[] parts) {
    return parts[2].matches("\\d" + VERSION + "|\\d") && !parts[3].matches("[\\[(]?\\d.*");
  }

  /** Whether both name the same artifact, in any version. */
  boolean isSameArtifact(Coordinates other) {
    return group.equals(other.group)
        && artifact.equals(other.artifact)
        && packaging.equals(other.packaging)
        && classifier.equals(other.classifier);
  }

  /** Returns the same artifact in another version. */
  public Coordinates withVersion(String other) {
    return new Coordinates(group, artifact, packaging, classifier, Optional.of(other));
  }

  /** Returns group and artifact only. */
  public String name() {
    return group + ":" + artifact;
  }

  /** Returns the shortest form that {@link #parse} accepts. */
  @Override
  public String toString() {
    String middle =
        classifier.isEmpty()
            ? packaging.equals("jar") ? "" : ":" + packaging
            : ":" + packaging + ":" + classifier;
    return name() + middle + version.map(v -> ":" + v).orElse("");
  }
}
