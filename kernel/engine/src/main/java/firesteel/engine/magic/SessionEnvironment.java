package firesteel.engine.magic;

import firesteel.api.session.ShellEnvironment;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Keeps the environment variables of a session's shell commands: those of this process, and the
 * changes made here. Java can't change the variables of its process, so {@code System.getenv}
 * doesn't see the changes. Thread-safe.
 */
public final class SessionEnvironment implements ShellEnvironment {
  private final SortedMap<String, Optional<String>> changes = new TreeMap<>();

  SessionEnvironment() {}

  @Override
  public synchronized void set(String name, String value) {
    if (name.isEmpty() || name.indexOf('=') >= 0 || name.indexOf('\0') >= 0) {
      throw new IllegalArgumentException("not a name of an environment variable: " + name);
    }
    changes.put(name, Optional.of(Objects.requireNonNull(value, "value")));
  }

  @Override
  public synchronized void remove(String name) {
    changes.put(name, Optional.empty());
  }

  @Override
  public synchronized SortedMap<String, String> all() {
    SortedMap<String, String> all = new TreeMap<>(System.getenv());
    applyTo(all);
    return Collections.unmodifiableSortedMap(all);
  }

  @Override
  public synchronized Set<String> changed() {
    return Set.copyOf(changes.keySet());
  }

  synchronized void applyTo(Map<String, String> environment) {
    changes.forEach(
        (name, value) ->
            value.ifPresentOrElse(
                text -> environment.put(name, text), () -> environment.remove(name)));
  }
}
