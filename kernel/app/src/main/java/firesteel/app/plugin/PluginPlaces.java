package firesteel.app.plugin;

import firesteel.api.settings.UserFolders;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
  public static PluginPlaces of(UserFolders folders, Optional<Path> installation) {
    return new PluginPlaces(
        folders.data().resolve(NAME), installation.map(folder -> folder.resolve(NAME)));
  }

  /** The user's first: of two plug-ins with one name that one stays. */
  public List<Path> all() {
    List<Path> all = new ArrayList<>(List.of(user));
    installation.ifPresent(all::add);
    return all;
  }
}
