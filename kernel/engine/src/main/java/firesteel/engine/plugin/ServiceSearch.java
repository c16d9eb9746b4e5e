package firesteel.engine.plugin;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** The services of one kind: of two that have one name the first stays. Not thread-safe. */
final class ServiceSearch<T> {
  /** A list of services that can't be read at all would be read for ever. */
  private static final int MAX_FAILURES = 100;

  private final Class<T> type;
  private final PluginKind kind;
  private final PluginProblems problems;
  private final List<PluginService<T>> found = new ArrayList<>();
  private final Map<String, PluginService<T>> byName = new HashMap<>();
  private List<PluginService<T>> snapshot = List.of();
  private int searched;

  ServiceSearch(Class<T> type, PluginProblems problems) {
    this.type = type;
    this.kind = PluginKind.of(type);
    this.problems = problems;
  }

  /** What all sources have; only those that are new since the last call are searched. */
  List<PluginService<T>> in(List<PluginSource> sources) {
    if (searched == sources.size()) {
      return snapshot;
    }
    for (PluginSource source : sources.subList(searched, sources.size())) {
      search(source);
    }
    searched = sources.size();
    snapshot = List.copyOf(found);
    return snapshot;
  }

  private void search(PluginSource source) {
    Iterator<ServiceLoader.Provider<T>> providers =
        ServiceLoader.load(type, source.loader()).stream().iterator();
    int failures = 0;
    while (failures < MAX_FAILURES) {
      try {
        if (!providers.hasNext()) {
          return;
        }
        take(providers.next(), source);
      } catch (ServiceConfigurationError | LinkageError e) {
        problems.add(source.title(), e); // One broken plug-in must not take the others away.
        failures++;
      }
    }
  }

  private void take(ServiceLoader.Provider<T> provider, PluginSource source) {
    Class<? extends T> its = provider.type();
    if (found.stream().anyMatch(service -> service.type() == its)) {
      return; // A jar that was added twice.
    }
    PluginService<T> service;
    try {
      service = service(provider, source);
    } catch (RuntimeException | LinkageError e) {
      problems.add(source.title(), its.getName(), PluginProblems.reason(e));
      return;
    }
    List<String> free = new ArrayList<>();
    for (String name : service.names()) {
      PluginService<T> first = byName.get(name);
      if (first == null) {
        free.add(name);
      } else {
        problems.add(
            kind.shown(name)
                + " of "
                + service.place()
                + " is left out: "
                + first.place()
                + " has one of that name, which stays.");
      }
    }
    if (!free.isEmpty()) {
      PluginService<T> named = service.withNames(List.copyOf(free));
      free.forEach(name -> byName.put(name, named));
      found.add(named);
    }
  }

  private PluginService<T> service(ServiceLoader.Provider<T> provider, PluginSource source) {
    if (kind.isNamedByClass()) {
      return new PluginService<>(
          kind, kind.namesOf(provider.type()), provider.type(), provider, source);
    }
    T made = provider.get();
    return new PluginService<>(
        kind, List.of(kind.nameOf(made)), provider.type(), () -> made, source);
  }
}
