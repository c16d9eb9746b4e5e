package firesteel.api.plugin;

import java.util.List;
import java.util.Optional;

/**
 * What plug-ins bring to a session: services found by {@link java.util.ServiceLoader} on the class
 * path, in the folders of {@code plugins/}, and in jars that cells add; see {@link
 * firesteel.api.session.Session#plugins}. Nothing is loaded before the first question. Thread-safe.
 */
public interface Plugins {
  /** What a plug-in may bring under a name that users type. */
  enum Kind {
    /** A magic. */
    MAGIC,
    /** A target of {@code %spark connect}. */
    TARGET,
    /** A command of {@code firesteel}. */
    COMMAND
  }

  /**
   * The services of a type, in the order in which they were found. Of two that have one name, the
   * first is there; what can't be made is left out and among the {@link #problems}.
   *
   * @param type an interface for plug-ins, such as {@link firesteel.api.spark.ConnectTarget}
   */
  <T> List<T> services(Class<T> type);

  /** Returns what can't be used, with where it is and why, in the order in which it was met. */
  List<String> problems();

  /**
   * Returns the command that adds the plug-in which has something, when a known one that isn't
   * there does; a whole sentence.
   *
   * @param name as the user typed it, without {@code %} or {@code ://}
   */
  Optional<String> howToAdd(Kind kind, String name);
}
