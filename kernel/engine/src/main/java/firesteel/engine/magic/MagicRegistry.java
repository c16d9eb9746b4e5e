package firesteel.engine.magic;

import firesteel.api.error.MagicException;
import firesteel.api.error.NearestNames;
import firesteel.api.magic.CellMagic;
import firesteel.api.magic.LineMagic;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Supplier;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;

/**
 * The magics that are on the class path and those that were registered since, by kind and name.
 * Nothing is looked up before the first question, and no magic is made before it runs. Thread-safe.
 */
final class MagicRegistry {
  /**
   * One name of one magic.
   *
   * @param summary what it does, in a line
   * @param type the magic's class
   * @param maker makes a fresh instance
   */
  record Entry(String name, String summary, Class<?> type, Supplier<?> maker) {}

  private final ClassLoader loader;
  private Map<MagicKind, SortedMap<String, Entry>> found;

  MagicRegistry(ClassLoader loader) {
    this.loader = loader;
  }

  /** The magics of a kind by name. */
  SortedMap<String, Entry> all(MagicKind kind) {
    return Collections.unmodifiableSortedMap(found().get(kind));
  }

  /** Adds a magic; it takes the place of one of its name. */
  void add(MagicKind kind, Entry entry) {
    found().get(kind).put(entry.name(), entry);
  }

  Optional<Entry> find(MagicKind kind, String name) {
    return Optional.ofNullable(all(kind).get(name));
  }

  /** The error for a name that this kind doesn't have: says what there is instead. */
  MagicException unknown(MagicKind kind, String name) {
    StringBuilder message = new StringBuilder();
    message.append("there is no ").append(kind.title()).append(' ').append(kind.prefix());
    message.append(name).append('.');
    if (find(kind.other(), name).isPresent()) {
      message.append(
          kind == MagicKind.LINE
              ? " There is a cell magic %%" + name + ": it has to be the first line of its cell."
              : " There is a line magic %" + name + ": write it with one % on a line of its own.");
    } else if (!IPythonMagicHints.advice(name).isEmpty()) {
      message.append(IPythonMagicHints.advice(name));
    } else {
      List<String> near = NearestNames.of(name, all(kind).keySet());
      if (!near.isEmpty()) {
        message.append(" Did you mean ");
        message.append(String.join(" or ", near.stream().map(n -> kind.prefix() + n).toList()));
        message.append('?');
      }
    }
    message.append(" %lsmagic lists all magics.");
    return new MagicException(message.toString());
  }

  private synchronized Map<MagicKind, SortedMap<String, Entry>> found() {
    if (found == null) {
      found =
          Map.of(
              MagicKind.LINE, search(LineMagic.class),
              MagicKind.CELL, search(CellMagic.class));
    }
    return found;
  }

  private <T> SortedMap<String, Entry> search(Class<T> service) {
    SortedMap<String, Entry> entries = new ConcurrentSkipListMap<>();
    Iterator<ServiceLoader.Provider<T>> providers =
        ServiceLoader.load(service, loader).stream().iterator();
    while (true) {
      try {
        if (!providers.hasNext()) {
          return entries;
        }
        add(providers.next(), entries);
      } catch (ServiceConfigurationError | LinkageError e) {
        // one broken plug-in must not take the other magics away
        LoggerFactory.getLogger(MagicRegistry.class)
            .warn("A magic can't be loaded and is left out: {}", e.toString());
      }
    }
  }

  private static <T> void add(ServiceLoader.Provider<T> provider, Map<String, Entry> entries) {
    Class<?> type = provider.type();
    Command command = type.getAnnotation(Command.class);
    if (command == null || command.name().isBlank() || command.name().startsWith("<")) {
      LoggerFactory.getLogger(MagicRegistry.class)
          .warn("{} has no @Command(name = ...) and is left out", type.getName());
      return;
    }
    String[] description = command.description();
    // picocli formats descriptions, so that a percent sign is doubled in them
    String summary = description.length == 0 ? "" : String.format(description[0]);
    entries.put(command.name(), new Entry(command.name(), summary, type, provider));
    for (String alias : command.aliases()) {
      entries.put(alias, new Entry(alias, summary, type, provider));
    }
  }
}
