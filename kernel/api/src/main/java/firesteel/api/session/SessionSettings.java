package firesteel.api.session;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The settings that an extension gets when its session is created.
 *
 * @param environment the environment variables of the session
 * @param installation the folder of the program's files; empty when it runs from another class
 *     path, as in tests
 */
public record SessionSettings(Map<String, String> environment, Optional<Path> installation) {
  public SessionSettings {
    environment = Map.copyOf(environment);
    Objects.requireNonNull(installation, "installation");
  }
}
