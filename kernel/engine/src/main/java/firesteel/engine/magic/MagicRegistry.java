package firesteel.engine.magic;

import firesteel.api.error.MagicException;
import firesteel.api.error.NearestNames;
import firesteel.api.magic.CellMagic;
import firesteel.api.magic.LineMagic;
import firesteel.api.plugin.Plugins;
import firesteel.engine.plugin.LoadedPlugins;
import firesteel.engine.plugin.PluginService;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Supplier;
import picocli.CommandLine.Command;

/**
 * The magics of the class path and of plug-ins, and those that were registered, by kind and name.
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

  private final LoadedPlugins plugins;
  private final Map<MagicKind, SortedMap<String, Entry>> entries =
      Map.of(
          MagicKind.LINE, new ConcurrentSkipListMap<>(),
          MagicKind.CELL, new ConcurrentSkipListMap<>());
  private int known;

  MagicRegistry(LoadedPlugins plugins) {
    this.plugins = plugins;
  }

  /** Returns the magics of a kind by name. */
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

  /** Returns the error for a name that this kind doesn't have: says what there is instead. */
  MagicException unknown(MagicKind kind, String name) {
    Optional<String> toAdd = plugins.howToAdd(Plugins.Kind.MAGIC, name);
    StringBuilder message = new StringBuilder();
    message.append("there is no ").append(kind.title()).append(' ').append(kind.prefix());
    message.append(name).append('.');
    if (find(kind.other(), name).isPresent()) {
      message.append(
          kind == MagicKind.LINE
              ? " There is a cell magic %%" + name + ": it has to be the first line of its cell."
              : " There is a line magic %" + name + ": write it with one % on a line of its own.");
    } else if (toAdd.isPresent()) {
      message.append(' ').append(toAdd.get()).append("\n");
    } else if (!IPythonMagicHints.advice(name).isEmpty()) {
      message.append(IPythonMagicHints.advice(name));
    } else {
      List<String> near =
          NearestNames.of(name, all(kind).keySet()).stream().map(n -> kind.prefix() + n).toList();
      NearestNames.sentence(near).ifPresent(asked -> message.append(' ').append(asked));
    }
    message.append(toAdd.isPresent() ? "" : " ").append("%lsmagic lists all magics.");
    return new MagicException(message.toString());
  }

  /** With the magics of the plug-ins that have come since the last question. */
  private synchronized Map<MagicKind, SortedMap<String, Entry>> found() {
    int sources = plugins.size();
    if (known < sources) {
      take(plugins.found(LineMagic.class), entries.get(MagicKind.LINE));
      take(plugins.found(CellMagic.class), entries.get(MagicKind.CELL));
      known = sources;
    }
    return entries;
  }

  private static <T> void take(List<PluginService<T>> services, Map<String, Entry> entries) {
    for (PluginService<T> service : services) {
      String[] description = service.type().getAnnotation(Command.class).description();
      // picocli formats descriptions, so that a percent sign is doubled in them
      String summary = description.length == 0 ? "" : String.format(description[0]);
      for (String name : service.names()) {
        entries.putIfAbsent(name, new Entry(name, summary, service.type(), service.maker()));
      }
    }
  }
}
