package firesteel.api.settings;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The user's home and the folders in which Firesteel keeps the user's files, as the XDG Base
 * Directory Specification defines them. A variable that is blank or holds a relative path counts as
 * unset.
 *
 * <pre>{@code
 * Path history = UserFolders.of(System.getenv()).data().resolve("history");
 * }</pre>
 *
 * @param home {@code HOME}, by default the home that the system knows
 * @param config settings that the user writes: {@code XDG_CONFIG_HOME/firesteel}, by default {@code
 *     ~/.config/firesteel}
 * @param data what has to be kept: {@code XDG_DATA_HOME/firesteel}, by default {@code
 *     ~/.local/share/firesteel}
 * @param cache what can be fetched again: {@code XDG_CACHE_HOME/firesteel}, by default {@code
 *     ~/.cache/firesteel}
 * @param state logs and what runs: {@code XDG_STATE_HOME/firesteel}, by default {@code
 *     ~/.local/state/firesteel}
 */
public record UserFolders(Path home, Path config, Path data, Path cache, Path state) {
  private static final String FIRESTEEL = "firesteel";

  /** The folders of the user that runs this process. */
  public static UserFolders current() {
    return of(System.getenv());
  }

  /**
   * Returns the folders that an environment names.
   *
   * @param environment variables by name, as {@link System#getenv()} gives them
   */
  public static UserFolders of(Map<String, String> environment) {
    return of(environment, Path.of(System.getProperty("user.home")));
  }

  /**
   * Returns the folders that an environment names.
   *
   * @param systemHome the home when {@code HOME} names none
   */
  public static UserFolders of(Map<String, String> environment, Path systemHome) {
    Path home = named(environment, "HOME").orElse(systemHome);
    return new UserFolders(
        home,
        folder(environment, "XDG_CONFIG_HOME", home.resolve(".config")),
        folder(environment, "XDG_DATA_HOME", home.resolve(".local").resolve("share")),
        folder(environment, "XDG_CACHE_HOME", home.resolve(".cache")),
        folder(environment, "XDG_STATE_HOME", home.resolve(".local").resolve("state")));
  }

  private static Path folder(Map<String, String> environment, String variable, Path otherwise) {
    return named(environment, variable).orElse(otherwise).resolve(FIRESTEEL);
  }

  private static Optional<Path> named(Map<String, String> environment, String variable) {
    return Optional.ofNullable(environment.get(variable))
        .filter(name -> !name.isBlank())
        .map(Path::of)
        .filter(Path::isAbsolute);
  }
}
