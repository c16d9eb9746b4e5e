package firesteel.api.magic;

import firesteel.api.settings.UserFolders;
import java.nio.file.Path;

/** Resolves paths that users type. */
public final class UserPaths {
  private UserPaths() {}

  /** Resolves a path against a folder; {@code ~} is the user's home. */
  public static Path resolve(String typed, Path folder) {
    return resolve(typed, folder, UserFolders.current().home());
  }

  /** Returns a path from a folder on, with {@code ~} for another home. */
  public static Path resolve(String typed, Path folder, Path home) {
    if (typed.equals("~") || typed.startsWith("~/")) {
      return Path.of(home.toString(), typed.substring(1)).normalize();
    }
    return folder.resolve(typed).normalize();
  }
}
