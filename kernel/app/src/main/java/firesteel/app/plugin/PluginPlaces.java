package firesteel.app.plugin;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * The folders of plug-ins.
 *
 * @param user where {@code firesteel plugin add} puts them
 * @param installation what comes with the program; empty when it runs without one
 */
public record PluginPlaces(Path user, Optional<Path> installation) {
  private static final String NAME = "plugins";

  /**
   * Finds them; looks at no file.
   *
   * @param installation the folder of the program's files
   */
  public static PluginPlaces of(
      Map<String, String> environment, Properties system, Optional<Path> installation) {
    return new PluginPlaces(
        userData(environment, system).resolve("firesteel").resolve(NAME),
        installation.map(folder -> folder.resolve(NAME)));
  }

  /** {@code XDG_DATA_HOME}, by default {@code ~/.local/share}. */
  private static Path userData(Map<String, String> environment, Properties system) {
    return Optional.ofNullable(environment.get("XDG_DATA_HOME"))
        .filter(name -> !name.isBlank())
        .map(Path::of)
        .filter(Path::isAbsolute)
        .orElseGet(() -> Path.of(system.getProperty("user.home"), ".local", "share"));
  }

  /** The user's first: of two plug-ins with one name that one stays. */
  public List<Path> all() {
    List<Path> all = new ArrayList<>(List.of(user));
    installation.ifPresent(all::add);
    return all;
  }
}
