package firesteel.spark.closure;

import java.util.Optional;

/** Suggests how to declare a class of the notebook so that its objects can be serialized. */
public final class SerializableForm {
  private SerializableForm() {}

  /**
   * Returns the head of the declaration to write, such as {@code record City(...) implements
   * java.io.Serializable}; empty for a class that no cell declares by name.
   *
   * @param className as {@link Class#getName()} gives it
   * @param loader finds the notebook's classes
   */
  public static Optional<String> of(String className, ClassLoader loader) {
    if (!CodeNames.isNotebook(className)) {
      return Optional.empty();
    }
    try {
      return of(className, Class.forName(className, false, loader).isRecord());
    } catch (ClassNotFoundException | LinkageError e) {
      return Optional.empty(); // A lambda's class, which no loader finds.
    }
  }

  /** See {@link #of(String, ClassLoader)}. */
  static Optional<String> of(String className, boolean isRecord) {
    if (CodeNames.isWrapper(className)) {
      return Optional.empty();
    }
    // A local class has a number before its name, an anonymous one only the number.
    String name = className.substring(className.lastIndexOf('$') + 1).replaceFirst("^\\d+", "");
    return name.isEmpty()
        ? Optional.empty()
        : Optional.of(
            (isRecord ? "record " + name + "(...)" : "class " + name)
                + " implements java.io.Serializable");
  }
}
