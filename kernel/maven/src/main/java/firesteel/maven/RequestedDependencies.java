package firesteel.maven;

import firesteel.dependencies.Coordinates;
import firesteel.dependencies.Pom;
import firesteel.dependencies.Repository;
import firesteel.dependencies.ResolutionException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.graph.Exclusion;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactDescriptorException;
import org.eclipse.aether.resolution.ArtifactDescriptorRequest;
import org.eclipse.aether.resolution.ArtifactDescriptorResult;
import org.eclipse.aether.util.artifact.JavaScopes;

/** Collects what is to be resolved: artifacts, the versions that BOMs manage, POMs. */
final class RequestedDependencies {
  private final RepositorySystem system;
  private final DefaultRepositorySystemSession session;
  private final List<RemoteRepository> repositories;
  private final List<Dependency> dependencies = new ArrayList<>();
  private final List<Dependency> managed = new ArrayList<>();

  RequestedDependencies(
      RepositorySystem system,
      DefaultRepositorySystemSession session,
      List<RemoteRepository> repositories) {
    this.system = system;
    this.session = session;
    this.repositories = new ArrayList<>(repositories);
  }

  /** Returns the repositories to search. */
  List<RemoteRepository> repositories() {
    return repositories;
  }

  /** Returns the managed versions. */
  List<Dependency> managed() {
    return managed;
  }

  /** Adds a BOM: the versions that it manages apply to the whole request. */
  void addBom(Coordinates bom) throws ResolutionException {
    if (bom.version().isEmpty()) {
      throw new ResolutionException(
          "the BOM " + bom + " needs a version: --bom " + bom + ":1.0", null);
    }
    Artifact artifact =
        new DefaultArtifact(bom.group(), bom.artifact(), "pom", bom.version().get());
    managed.addAll(read(artifact, session, repositories).getManagedDependencies());
  }

  /** Adds an artifact with its dependencies; one without a version takes the managed one. */
  void add(Artifact artifact, Coordinates asked) throws ResolutionException {
    Artifact versioned = artifact;
    if (artifact.getVersion().isEmpty()) {
      versioned =
          managed.stream()
              .map(Dependency::getArtifact)
              .filter(m -> isSame(m, artifact))
              .findFirst()
              .orElseThrow(() -> noVersion(asked));
    }
    dependencies.add(new Dependency(versioned, JavaScopes.COMPILE));
  }

  private static boolean isSame(Artifact one, Artifact other) {
    return one.getGroupId().equals(other.getGroupId())
        && one.getArtifactId().equals(other.getArtifactId())
        && one.getExtension().equals(other.getExtension())
        && one.getClassifier().equals(other.getClassifier());
  }

  private ResolutionException noVersion(Coordinates asked) {
    String newest =
        new Versions(system, session, repositories)
            .newest(asked)
            .map(v -> " The newest is " + asked.withVersion(v) + ".")
            .orElse("");
    return new ResolutionException(
        asked
            + " needs a version: write one behind it, or name a BOM that has one with --bom."
            + newest,
        null);
  }

  /**
   * Adds the dependencies of a POM that have one of the scopes.
   *
   * @return the repositories that the POM names
   */
  List<Repository> addPom(Pom pom, Set<String> scopes) throws ResolutionException {
    try (PomWorkspace workspace = PomWorkspace.of(pom)) {
      DefaultRepositorySystemSession own = new DefaultRepositorySystemSession(session);
      own.setWorkspaceReader(workspace);
      List<RemoteRepository> named =
          workspace.repositories().stream()
              .map(r -> new RemoteRepository.Builder(r.id(), "default", r.url()).build())
              .toList();
      repositories.removeIf(r -> named.stream().anyMatch(n -> n.getId().equals(r.getId())));
      repositories.addAll(system.newResolutionRepositories(session, named));
      ArtifactDescriptorResult model = read(workspace.artifact(), own, repositories);
      managed.addAll(model.getManagedDependencies());
      for (Dependency dependency : model.getDependencies()) {
        String scope = dependency.getScope().isEmpty() ? "compile" : dependency.getScope();
        if (dependency.getArtifact().getVersion().isEmpty()) {
          Artifact artifact = dependency.getArtifact();
          throw noVersion(
              new Coordinates(
                  artifact.getGroupId(), artifact.getArtifactId(), "jar", "", Optional.empty()));
        }
        if (scopes.contains(scope)) {
          // The scope applied to the build of a project; here a jar is on the class path or not.
          dependencies.add(dependency.setScope(JavaScopes.COMPILE));
        }
      }
      return workspace.repositories();
    } catch (IOException e) {
      throw new ResolutionException("the POM can't be kept in a file: " + e.getMessage(), e);
    }
  }

  private ArtifactDescriptorResult read(
      Artifact pom, DefaultRepositorySystemSession in, List<RemoteRepository> from)
      throws ResolutionException {
    DefaultRepositorySystemSession strict = new DefaultRepositorySystemSession(in);
    strict.setArtifactDescriptorPolicy(null); // A POM that is requested by name has to exist.
    try {
      return system.readArtifactDescriptor(strict, new ArtifactDescriptorRequest(pom, from, null));
    } catch (ArtifactDescriptorException e) {
      throw new ResolutionFailure(system, session, from).of(pom, e);
    }
  }

  /** Returns what is to be resolved, with exclusions that apply everywhere. */
  List<Dependency> dependencies(List<String> excluded) {
    List<Exclusion> exclusions =
        excluded.stream()
            .map(text -> text.split(":", -1))
            .map(parts -> new Exclusion(parts[0], parts.length > 1 ? parts[1] : "*", "*", "*"))
            .toList();
    return dependencies.stream()
        .map(
            dependency ->
                dependency.setExclusions(
                    Stream.concat(dependency.getExclusions().stream(), exclusions.stream())
                        .toList()))
        .toList();
  }
}
