package firesteel.app.plugin;

import firesteel.api.session.SessionSettings;
import firesteel.engine.plugin.LoadedPlugins;
import firesteel.engine.plugin.PluginFolder;
import firesteel.engine.plugin.PluginKind;
import firesteel.engine.plugin.PluginService;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * What plug-ins there are in folders, and what becomes of them.
 *
 * @param problems what can't be used, and why
 */
public record PluginListing(List<Entry> entries, List<String> problems) {
  /**
   * A plug-in.
   *
   * @param version empty when nothing tells it
   * @param origin a file, Maven coordinates, or the folder that it is in
   * @param brings what can be used of it, as users write it
   */
  public record Entry(String name, String version, String origin, List<String> brings) {}

  /** Loads all of them, makes all that they bring, and closes them. */
  public static PluginListing of(List<Path> folders) {
    List<Entry> entries = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    try (LoadedPlugins plugins =
        new LoadedPlugins(
            PluginListing.class.getClassLoader(),
            folders,
            new SessionSettings(System.getenv(), Optional.empty()))) {
      Map<String, List<String>> brings = new LinkedHashMap<>();
      for (PluginKind kind : PluginKind.values()) {
        collect(plugins, kind, brings);
      }
      for (Path folder : folders) {
        try {
          for (PluginFolder plugin : PluginFolder.in(folder)) {
            entries.add(entry(plugin, brings));
          }
        } catch (IOException e) {
          problems.add(folder + " can't be read: " + e.getMessage());
        }
      }
      problems.addAll(plugins.problems());
    }
    return new PluginListing(List.copyOf(entries), List.copyOf(problems));
  }

  private static void collect(
      LoadedPlugins plugins, PluginKind kind, Map<String, List<String>> brings) {
    for (PluginService<?> service : plugins.found(kind.type())) {
      if (service.folder().isPresent() && plugins.make(service).isPresent()) {
        List<String> its =
            brings.computeIfAbsent(service.folder().get().toString(), f -> new ArrayList<>());
        service.names().forEach(name -> its.add(kind.shown(name)));
      }
    }
  }

  private static Entry entry(PluginFolder plugin, Map<String, List<String>> brings) {
    Properties said = new Properties();
    try {
      said = plugin.properties();
    } catch (IOException e) {
      // Loading it has met the same, which is among the problems.
    }
    return new Entry(
        plugin.name(),
        said.getProperty(PluginFolder.VERSION, ""),
        said.getProperty(PluginFolder.ORIGIN, plugin.folder().toString()),
        brings.getOrDefault(plugin.folder().toString(), List.of()));
  }
}
