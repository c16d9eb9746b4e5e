package firesteel.maven;

import firesteel.dependencies.Coordinates;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.VersionRangeRequest;
import org.eclipse.aether.resolution.VersionRangeResolutionException;
import org.eclipse.aether.util.version.GenericVersionScheme;
import org.eclipse.aether.version.InvalidVersionSpecificationException;
import org.eclipse.aether.version.Version;

/** Lists the versions of an artifact in the repositories' metadata. */
final class Versions {
  private final RepositorySystem system;
  private final RepositorySystemSession session;
  private final List<RemoteRepository> repositories;

  Versions(
      RepositorySystem system,
      RepositorySystemSession session,
      List<RemoteRepository> repositories) {
    this.system = system;
    this.session = session;
    this.repositories = repositories;
  }

  /** Returns the newest version that is not a snapshot. */
  Optional<String> newest(Coordinates artifact) {
    List<Version> all = all(artifact.group(), artifact.artifact());
    return all.stream()
        .map(Version::toString)
        .filter(v -> !v.endsWith("SNAPSHOT"))
        .reduce((a, b) -> b);
  }

  /** Returns the versions next to a missing one, and the newest; empty when none is known. */
  List<String> near(String group, String artifact, String wanted) {
    List<Version> all = all(group, artifact);
    if (all.isEmpty()) {
      return List.of();
    }
    List<String> near = new ArrayList<>();
    try {
      Version asked = new GenericVersionScheme().parseVersion(wanted);
      all.stream()
          .filter(v -> v.compareTo(asked) < 0)
          .reduce((a, b) -> b)
          .ifPresent(v -> near.add(v.toString()));
      all.stream()
          .filter(v -> v.compareTo(asked) > 0)
          .findFirst()
          .ifPresent(v -> near.add(v.toString()));
    } catch (InvalidVersionSpecificationException e) {
      near.clear(); // The text is not a version: only the newest is a useful answer.
    }
    String newest = all.get(all.size() - 1).toString();
    if (!near.contains(newest)) {
      near.add(newest);
    }
    return near;
  }

  /** Returns all versions in ascending order. */
  private List<Version> all(String group, String artifact) {
    try {
      return system
          .resolveVersionRange(
              session,
              new VersionRangeRequest(
                  new DefaultArtifact(group, artifact, "jar", "[0,)"), repositories, null))
          .getVersions();
    } catch (VersionRangeResolutionException e) {
      return List.of(); // The error that led here is what counts.
    }
  }
}
