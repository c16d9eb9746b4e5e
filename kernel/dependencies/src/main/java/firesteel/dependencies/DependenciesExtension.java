package firesteel.dependencies;

import firesteel.api.session.CellOutputs;
import firesteel.api.session.RunningCell;
import firesteel.api.session.Session;
import firesteel.api.session.SessionExtension;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.slf4j.LoggerFactory;

/**
 * Manages the dependencies of a session: the requests of its cells, and the resolved jars. Resolved
 * jars are added to the class path of cells, and so reach the executors. Thread-safe.
 */
public final class DependenciesExtension implements SessionExtension {
  private final ResolverLoader loader;
  private final Map<String, Repository> repositories = new LinkedHashMap<>();
  private final List<String> fragments = new ArrayList<>();
  private final List<ResolutionRequest> requests = new ArrayList<>();
  private final List<ResolvedJar> resolved = new ArrayList<>();
  private final List<Path> added = new ArrayList<>();
  private final List<Thread> sourceThreads = new ArrayList<>();
  private LoadedJars loaded;
  private Session session;

  /**
   * Creates the extension; nothing is loaded before the first request.
   *
   * @param resolverJars the folder of the resolver's jars; without it the resolver is looked for on
   *     the class path
   */
  public DependenciesExtension(Optional<Path> resolverJars) {
    loader = new ResolverLoader(resolverJars);
  }

  @Override
  public void attach(Session owner) {
    session = owner;
  }

  /**
   * The outcome of a request.
   *
   * @param resolution the result of the resolver
   * @param added the jars that are new on the class path
   * @param conflicts the jars that were left out because another version is loaded
   */
  public record Outcome(Resolution resolution, List<ResolvedJar> added, List<Conflict> conflicts) {}

  /**
   * Resolves a request, with the session's repositories besides its own, and adds the jars to the
   * class path of cells. Downloads are shown in the cell.
   *
   * @throws ResolutionException when it can't be resolved; nothing was added then
   * @throws InterruptedException when the cell is interrupted meanwhile; nothing was added then
   */
  public Outcome add(ResolutionRequest request, RunningCell cell)
      throws ResolutionException, InterruptedException {
    List<Repository> all = new ArrayList<>(repositories());
    all.addAll(request.repositories());
    DependencyResolver resolver = loader.resolver();
    ResolutionRequest whole = request.withRepositories(all);
    Resolution resolution = resolve(resolver, whole, cell.outputs());
    resolution.repositories().forEach(this::addRepository);
    List<ResolvedJar> fresh = new ArrayList<>();
    List<Conflict> conflicts = new ArrayList<>();
    synchronized (this) {
      for (ResolvedJar jar : resolution.jars()) {
        Optional<LoadedJars.Loaded> present = loaded().find(jar.coordinates());
        if (present.isEmpty()) {
          fresh.add(jar);
          loaded().add(jar);
        } else if (!isSame(present.get(), jar)) {
          conflicts.add(new Conflict(jar, present.get().version(), present.get().jar()));
        }
      }
      requests.add(whole);
      request.pom().filter(pom -> pom.file().isEmpty()).ifPresent(p -> fragments.add(p.text()));
      resolved.addAll(fresh);
    }
    addToClassPath(fresh.stream().map(ResolvedJar::file).toList());
    if (!request.offline()) {
      fetchSources(resolver, fresh);
    }
    return new Outcome(resolution, List.copyOf(fresh), List.copyOf(conflicts));
  }

  /**
   * Whether a loaded jar is a resolved one. A snapshot may have a time in its file's name, in its
   * version, or in neither.
   */
  private static boolean isSame(LoadedJars.Loaded present, ResolvedJar jar) {
    return present.jar().getFileName().equals(jar.file().getFileName())
        || jar.coordinates().version().filter(present.version()::equals).isPresent();
  }

  /** Resolves on a thread of its own: a connection that hangs would not notice an interrupt. */
  private static Resolution resolve(
      DependencyResolver resolver, ResolutionRequest request, CellOutputs outputs)
      throws ResolutionException, InterruptedException {
    DownloadDisplay display = new DownloadDisplay(outputs);
    FutureTask<Resolution> task = new FutureTask<>(() -> resolver.resolve(request, display));
    start("dependencies", task);
    try {
      Resolution resolution = task.get();
      display.finish();
      return resolution;
    } catch (InterruptedException e) {
      display.cancel();
      throw e;
    } catch (ExecutionException e) {
      display.finish();
      if (e.getCause() instanceof ResolutionException known) {
        throw known;
      }
      LoggerFactory.getLogger(DependenciesExtension.class)
          .warn("dependencies could not be resolved", e.getCause());
      throw new ResolutionException(
          "the dependencies could not be resolved: "
              + Repository.withoutCredentials(String.valueOf(e.getCause())),
          e.getCause());
    }
  }

  private static Thread start(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private void fetchSources(DependencyResolver resolver, List<ResolvedJar> jars) {
    if (jars.isEmpty()) {
      return;
    }
    List<Repository> where = repositories();
    Runnable work =
        () -> {
          try {
            resolver.fetchSources(jars, where);
          } catch (RuntimeException | LinkageError e) {
            // Only documentation is missing then.
            LoggerFactory.getLogger(DependenciesExtension.class).debug("no sources", e);
          }
        };
    synchronized (this) {
      sourceThreads.removeIf(thread -> !thread.isAlive());
      sourceThreads.add(start("sources", work));
    }
  }

  /** Adds the user's own jars or class folders. */
  public void addFiles(List<Path> entries) {
    synchronized (this) {
      loaded().add(entries);
      added.addAll(entries);
    }
    addToClassPath(entries);
  }

  private void addToClassPath(List<Path> entries) {
    if (!entries.isEmpty()) {
      session.addToClassPath(entries);
    }
  }

  private synchronized LoadedJars loaded() {
    if (loaded == null) {
      loaded = new LoadedJars(System.getProperty("java.class.path", ""));
    }
    return loaded;
  }

  /** Adds a repository for later requests; replaces one of the same id. */
  public synchronized void addRepository(Repository repository) {
    repositories.put(repository.id(), repository);
  }

  /** Returns the added repositories, without those of the user's settings. */
  public synchronized List<Repository> repositories() {
    return List.copyOf(repositories.values());
  }

  /** Returns the POM fragments of the cells so far. */
  public synchronized List<String> fragments() {
    return List.copyOf(fragments);
  }

  /** Returns the resolved requests in order, each with the repositories that it had. */
  public synchronized List<ResolutionRequest> requests() {
    return List.copyOf(requests);
  }

  /** Returns the jars that requests added to the class path, in order. */
  public synchronized List<ResolvedJar> resolved() {
    return List.copyOf(resolved);
  }

  /** Returns the user's files that were added to the class path, in order. */
  public synchronized List<Path> files() {
    return List.copyOf(added);
  }

  @Override
  public synchronized void close() {
    sourceThreads.forEach(Thread::interrupt);
  }
}
