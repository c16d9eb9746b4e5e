package firesteel.api.session;

import java.util.Set;
import java.util.SortedMap;

/**
 * Keeps the environment variables of a session's shell commands: those of this process, and the
 * changes made here. Java can't change the variables of its process, so {@code System.getenv}
 * doesn't see the changes. Thread-safe.
 */
public interface ShellEnvironment {
  /** Sets a variable for the commands that follow. */
  void set(String name, String value);

  /** Removes a variable for the commands that follow. */
  void remove(String name);

  /** All variables that a command sees, by name. */
  SortedMap<String, String> all();

  /** The variables that differ from the process's own. */
  Set<String> changed();
}
