package firesteel.maven;

import eu.maveniverse.maven.mima.context.Context;
import eu.maveniverse.maven.mima.context.ContextOverrides;
import eu.maveniverse.maven.mima.context.Runtimes;
import firesteel.dependencies.Coordinates;
import firesteel.dependencies.DependencyResolver;
import firesteel.dependencies.Repository;
import firesteel.dependencies.Resolution;
import firesteel.dependencies.ResolutionException;
import firesteel.dependencies.ResolutionRequest;
import firesteel.dependencies.ResolvedJar;
import firesteel.dependencies.Transfers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.DependencyNode;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.repository.RepositoryPolicy;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResolutionException;
import org.eclipse.aether.resolution.DependencyResult;
import org.eclipse.aether.util.artifact.JavaScopes;
import org.eclipse.aether.util.artifact.SubArtifact;
import org.eclipse.aether.util.filter.DependencyFilterUtils;

/**
 * Resolves with Maven's resolver and the user's {@code settings.xml}: mirrors, proxies,
 * credentials, local repository. Reads the settings for each request.
 */
public final class MimaResolver implements DependencyResolver {
  /**
   * Milliseconds of silence after which a server counts as gone; Maven itself waits half an hour.
   */
  private static final int SILENCE_MILLIS = 60_000;

  private final Optional<Path> userHome;

  /** Creates a resolver with the user's settings. */
  public MimaResolver() {
    this(Optional.empty());
  }

  /**
   * Creates a resolver.
   *
   * @param userHome the folder that is read instead of {@code ~/.m2}
   */
  MimaResolver(Optional<Path> userHome) {
    this.userHome = userHome;
  }

  @Override
  public Resolution resolve(ResolutionRequest request, Transfers transfers)
      throws ResolutionException {
    try (Context context = context(request.offline())) {
      return new Run(context, request, transfers).resolve();
    }
  }

  /** Sets the context class loader, in which Maven's libraries look for their parts. */
  private Context context(boolean offline) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(MimaResolver.class.getClassLoader());
    try {
      ContextOverrides.Builder overrides =
          ContextOverrides.create()
              .withUserSettings(true)
              .configProperties(Map.of("aether.connector.requestTimeout", SILENCE_MILLIS));
      userHome.ifPresent(overrides::withMavenUserHomeOverride);
      if (offline) {
        overrides.offline(true);
      }
      return Runtimes.INSTANCE.getRuntime().create(overrides.build());
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  @Override
  public void fetchSources(List<ResolvedJar> jars, List<Repository> repositories) {
    try (Context context = context(false)) {
      List<RemoteRepository> remote =
          remote(context, context.repositorySystemSession(), repositories);
      for (ResolvedJar jar : jars) {
        if (Thread.currentThread().isInterrupted()) {
          return;
        }
        Artifact sources = new SubArtifact(artifact(context, jar.coordinates()), "sources", "jar");
        try {
          context
              .repositorySystem()
              .resolveArtifact(
                  context.repositorySystemSession(), new ArtifactRequest(sources, remote, null));
        } catch (ArtifactResolutionException e) {
          // Not everybody publishes sources: only documentation is missing then.
        }
      }
    }
  }

  /**
   * Returns the repositories of the settings and others, with the mirrors of the settings applied
   * to all at once, so that those behind one mirror become one repository with the policies of all.
   */
  private static List<RemoteRepository> remote(
      Context context, RepositorySystemSession session, List<Repository> more) {
    Map<String, RemoteRepository> all = new LinkedHashMap<>();
    for (RemoteRepository repository : context.remoteRepositories()) {
      List<RemoteRepository> behind = repository.getMirroredRepositories();
      (behind.isEmpty() ? List.of(repository) : behind).forEach(r -> all.put(r.getId(), r));
    }
    for (Repository repository : more) {
      all.put(
          repository.id(),
          new RemoteRepository.Builder(repository.id(), "default", repository.url()).build());
    }
    return context.repositorySystem().newResolutionRepositories(session, List.copyOf(all.values()));
  }

  private static Artifact artifact(Context context, Coordinates coordinates) {
    var type =
        context.repositorySystemSession().getArtifactTypeRegistry().get(coordinates.packaging());
    return new DefaultArtifact(
        coordinates.group(),
        coordinates.artifact(),
        coordinates.classifier(),
        type == null ? coordinates.packaging() : type.getExtension(),
        coordinates.version().orElse(""),
        type);
  }

  /** The run of one request. */
  private static final class Run {
    private final Context context;
    private final RepositorySystem system;
    private final ResolutionRequest request;
    private final DefaultRepositorySystemSession session;
    private final List<RemoteRepository> repositories;

    Run(Context context, ResolutionRequest request, Transfers transfers) {
      this.context = context;
      this.system = context.repositorySystem();
      this.request = request;
      session = new DefaultRepositorySystemSession(context.repositorySystemSession());
      session.setTransferListener(new TransferForwarder(transfers));
      if (request.update()) {
        session.setUpdatePolicy(RepositoryPolicy.UPDATE_POLICY_ALWAYS);
      }
      repositories = remote(context, session, request.repositories());
    }

    Resolution resolve() throws ResolutionException {
      RequestedDependencies wishes = new RequestedDependencies(system, session, repositories);
      for (Coordinates bom : request.boms()) {
        wishes.addBom(bom);
      }
      List<Repository> named = List.of();
      if (request.pom().isPresent()) {
        named = wishes.addPom(request.pom().get(), request.scopes());
      }
      for (Coordinates coordinates : request.wanted()) {
        wishes.add(artifact(context, coordinates), coordinates);
      }
      CollectRequest collect = new CollectRequest();
      collect.setDependencies(wishes.dependencies(request.exclusions()));
      collect.setManagedDependencies(wishes.managed());
      collect.setRepositories(wishes.repositories());
      boolean toCompile = request.pom().isEmpty() && !request.scopes().contains("runtime");
      DependencyRequest all =
          new DependencyRequest(
              collect,
              toCompile
                  ? DependencyFilterUtils.classpathFilter(JavaScopes.COMPILE)
                  : DependencyFilterUtils.classpathFilter(JavaScopes.COMPILE, JavaScopes.RUNTIME));
      try {
        return resolution(system.resolveDependencies(session, all), named);
      } catch (DependencyResolutionException e) {
        throw new ResolutionFailure(system, session, wishes.repositories()).of(e);
      }
    }

    private static Resolution resolution(DependencyResult result, List<Repository> named) {
      List<Coordinates> wanted = new ArrayList<>();
      Map<Coordinates, Coordinates> neededBy = new LinkedHashMap<>();
      for (DependencyNode node : result.getRoot().getChildren()) {
        Coordinates root = coordinates(node.getArtifact());
        wanted.add(root);
        note(node, root, neededBy);
      }
      List<ResolvedJar> jars = new ArrayList<>();
      for (var resolved : result.getArtifactResults()) {
        Artifact artifact = resolved.getArtifact();
        if (artifact != null && "jar".equals(artifact.getExtension())) {
          Coordinates own = coordinates(artifact);
          Coordinates root = neededBy.get(own);
          boolean isRoot = wanted.contains(own);
          jars.add(
              new ResolvedJar(
                  own, artifact.getFile().toPath(), isRoot || root == null ? own : root));
        }
      }
      return new Resolution(jars, wanted, named);
    }

    private static void note(
        DependencyNode node, Coordinates root, Map<Coordinates, Coordinates> neededBy) {
      if (neededBy.putIfAbsent(coordinates(node.getArtifact()), root) == null) {
        node.getChildren().forEach(child -> note(child, root, neededBy));
      }
    }

    private static Coordinates coordinates(Artifact artifact) {
      return new Coordinates(
          artifact.getGroupId(),
          artifact.getArtifactId(),
          artifact.getExtension(),
          artifact.getClassifier(),
          Optional.of(artifact.getBaseVersion()));
    }
  }
}
