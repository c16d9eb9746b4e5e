package firesteel.api.session;

import java.util.Set;
import java.util.SortedMap;

/**
 * The environment variables of the shell commands of a session: those of this process, with changes
 * on top. The process's own can't be changed in Java, so {@code System.getenv} does not see the
 * changes. Thread-safe.
 */
public interface ShellEnvironment {
  /** Sets a variable for the commands that follow. */
  void set(String name, String value);

  /** Takes a variable away from the commands that follow. */
  void remove(String name);

  /** All variables that a command sees, by name. */
  SortedMap<String, String> all();

  /** The variables that differ from the process's own. */
  Set<String> changed();
}
