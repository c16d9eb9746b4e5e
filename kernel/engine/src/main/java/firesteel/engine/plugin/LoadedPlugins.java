package firesteel.engine.plugin;

import firesteel.api.plugin.Plugins;
import firesteel.api.session.ExtensionProvider;
import firesteel.api.session.SessionExtension;
import firesteel.api.session.SessionSettings;
import firesteel.api.table.TableReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.Set;

/**
 * The plug-ins of one session, or of one command: on the class path, in folders, in jars that cells
 * add. Nothing is opened before the first question, and of what is found nothing is made before it
 * is used, unless only an instance knows its name. Thread-safe.
 */
public final class LoadedPlugins implements Plugins, AutoCloseable {
  private final ClassLoader kernel;
  private final List<Path> folders;
  private final SessionSettings settings;
  private final PluginProblems problems = new PluginProblems();
  private final Map<Class<?>, ServiceSearch<?>> searches = new HashMap<>();
  private List<PluginSource> sources;

  /**
   * Opens nothing.
   *
   * @param kernel sees the kernel's class path
   * @param folders the {@code plugins/} folders; of two plug-ins with one name that of the first
   *     folder stays. They may be missing
   * @param settings what extensions are made with
   */
  public LoadedPlugins(ClassLoader kernel, List<Path> folders, SessionSettings settings) {
    this.kernel = kernel;
    this.folders = List.copyOf(folders);
    this.settings = settings;
  }

  /** Returns the plug-ins of a class path alone. */
  public static LoadedPlugins ofClassPath(ClassLoader kernel) {
    return new LoadedPlugins(
        kernel, List.of(), new SessionSettings(System.getenv(), Optional.empty()));
  }

  /** What there is of a kind, in the order in which it was found. */
  @SuppressWarnings("unchecked") // The key is the type.
  public synchronized <T> List<PluginService<T>> found(Class<T> type) {
    ServiceSearch<T> search =
        (ServiceSearch<T>)
            searches.computeIfAbsent(type, t -> new ServiceSearch<>((Class<T>) t, problems));
    return search.in(sources());
  }

  private List<PluginSource> sources() {
    if (sources == null) {
      sources = new ArrayList<>();
      sources.add(PluginSource.classPath(kernel));
      Map<String, PluginFolder> plugins = new LinkedHashMap<>();
      for (Path folder : folders) {
        try {
          PluginFolder.in(folder).forEach(plugin -> take(plugin, plugins));
        } catch (IOException e) {
          problems.add("The plug-ins in " + folder + " can't be read: " + e.getMessage() + ".");
        }
      }
      plugins.values().forEach(this::open);
    }
    return sources;
  }

  private void take(PluginFolder plugin, Map<String, PluginFolder> plugins) {
    PluginFolder first = plugins.putIfAbsent(plugin.name(), plugin);
    if (first != null) {
      problems.add(
          "The plug-in " + plugin.folder() + " is left out: " + first.folder() + " stays.");
    }
  }

  private void open(PluginFolder plugin) {
    try {
      sources.add(PluginSource.folder(plugin, kernel));
    } catch (IOException e) {
      problems.add("The plug-in " + plugin.name() + " can't be loaded: " + e.getMessage() + ".");
    }
  }

  @Override
  public <T> List<T> services(Class<T> type) {
    List<T> made = new ArrayList<>();
    for (PluginService<T> service : found(type)) {
      make(service).ifPresent(made::add);
    }
    return made;
  }

  /** An instance; what keeps it from being made is among the problems. */
  public <T> Optional<T> make(PluginService<T> service) {
    @SuppressWarnings("unchecked") // The kind's type is T.
    Class<T> type = (Class<T>) service.kind().type();
    return makeBare(service)
        .map(made -> service.isIsolated() ? PluginContext.around(type, made) : made);
  }

  /** Returns an instance itself, which has to be called by way of {@link PluginContext}. */
  public <T> Optional<T> makeBare(PluginService<T> service) {
    try {
      return Optional.of(service.maker().get());
    } catch (ServiceConfigurationError | LinkageError e) {
      problems.add(service.place(), e);
      return Optional.empty();
    }
  }

  /** Says that something can't be used, and why. */
  public void reject(PluginService<?> service, Throwable reason) {
    problems.add(service.place(), service.type().getName(), PluginProblems.reason(reason));
  }

  /** The readers of tables that no class path has, those of plug-ins with their own loaders. */
  public List<TableReader> isolatedTableReaders() {
    List<TableReader> readers = new ArrayList<>();
    synchronized (this) {
      if (sources().stream().noneMatch(source -> source.folder().isPresent())) {
        return readers;
      }
    }
    for (PluginService<TableReader> service : found(TableReader.class)) {
      if (service.isIsolated()) {
        make(service).ifPresent(readers::add);
      }
    }
    return readers;
  }

  /** Returns the extensions of a session that begins, in the order in which it asks them. */
  public List<SessionExtension> extensions(Set<String> without) {
    return extensions(
        found(ExtensionProvider.class).stream()
            .filter(service -> !without.contains(service.names().get(0)))
            .toList());
  }

  private List<SessionExtension> extensions(List<PluginService<ExtensionProvider>> services) {
    List<SessionExtension> made = new ArrayList<>();
    Map<SessionExtension, Integer> orders = new IdentityHashMap<>();
    for (PluginService<ExtensionProvider> service : services) {
      try {
        ExtensionProvider provider = service.maker().get();
        int order = provider.order();
        SessionExtension extension = PluginContext.call(provider, () -> provider.create(settings));
        orders.put(Objects.requireNonNull(extension, "it makes no extension"), order);
        made.add(extension);
      } catch (Exception | LinkageError e) {
        problems.add(service.place(), service.type().getName(), PluginProblems.reason(e));
      }
    }
    made.sort(Comparator.comparing(orders::get));
    return made;
  }

  /**
   * Takes jars and class folders that cells see from now on.
   *
   * @param cells loads their classes
   * @return the extensions that they bring
   */
  public List<SessionExtension> add(List<Path> entries, ClassLoader cells) {
    Optional<PluginSource> added;
    try {
      added = PluginSource.added(entries, cells);
    } catch (IOException e) {
      return List.of(); // No jar: whoever needs a class of it says so.
    }
    if (added.isEmpty()) {
      return List.of();
    }
    synchronized (this) {
      sources().add(added.get());
    }
    return extensions(
        found(ExtensionProvider.class).stream()
            .filter(service -> service.source() == added.get())
            .toList());
  }

  /** Returns how many sources there are: what was found before one came is not all. */
  public synchronized int size() {
    return sources().size();
  }

  @Override
  public List<String> problems() {
    return problems.all();
  }

  /** The problems that nobody was told of yet. */
  public List<String> untoldProblems() {
    return problems.untold();
  }

  @Override
  public Optional<String> howToAdd(Kind kind, String name) {
    List<String> installed;
    synchronized (this) {
      installed =
          sources().stream()
              .flatMap(source -> source.folder().stream())
              .map(PluginFolder::name)
              .toList();
    }
    return KnownPlugins.howToAdd(kind, name, installed);
  }

  /** Closes the jars of the folders; what was made of them can't load classes any more. */
  @Override
  public synchronized void close() {
    if (sources == null) {
      return;
    }
    for (PluginSource source : sources) {
      try {
        source.close();
      } catch (IOException e) {
        problems.add("The jars of " + source.title() + " could not be closed: " + e.getMessage());
      }
    }
  }
}
