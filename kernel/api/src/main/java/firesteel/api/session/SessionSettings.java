package firesteel.api.session;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What an extension may know when its session is made.
 *
 * @param environment the environment variables that the session follows
 * @param installation the folder of the program's files; empty when it runs from a class path of
 *     its user's own, as in tests
 */
public record SessionSettings(Map<String, String> environment, Optional<Path> installation) {
  public SessionSettings {
    environment = Map.copyOf(environment);
    Objects.requireNonNull(installation, "installation");
  }
}
