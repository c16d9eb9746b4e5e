package firesteel.api.spark;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * What a user asks of a {@link ConnectTarget}.
 *
 * @param place what was typed behind {@code NAME://}; empty when the name stood alone
 * @param options the values of {@code --option KEY=VALUE}, by key; only keys that the target has
 * @param settings the Spark settings that the user gave; they win over the target's. May hold
 *     secrets
 * @param folder what relative paths start from: the session's working directory
 * @param environment the environment variables of the kernel
 * @param progress is told what goes on, a line each, while the user waits
 */
public record ConnectRequest(
    String place,
    Map<String, String> options,
    Map<String, String> settings,
    Path folder,
    Map<String, String> environment,
    Consumer<String> progress) {
  /** Copies the maps. */
  public ConnectRequest {
    Objects.requireNonNull(place, "place");
    options = Map.copyOf(options);
    settings = Map.copyOf(settings);
    Objects.requireNonNull(folder, "folder");
    environment = Map.copyOf(environment);
    Objects.requireNonNull(progress, "progress");
  }

  /** Without values, which may be secret. */
  @Override
  public String toString() {
    return "ConnectRequest[options " + options.keySet() + ", settings " + settings.keySet() + "]";
  }
}
