package firesteel.engine.error;

import java.util.Optional;

/** Finds classes by the names in compiler messages. */
public final class CellClasses {
  private CellClasses() {}

  /**
   * Returns the class of a type in a compiler message.
   *
   * @param type with type arguments or without; nested classes behind a dot
   * @param loader the class loader of cells
   * @return empty when it is not a class but, for example, a type variable
   */
  public static Optional<Class<?>> named(String type, ClassLoader loader) {
    int open = type.indexOf('<');
    String name = (open < 0 ? type : type.substring(0, open)).strip();
    while (!name.isEmpty()) {
      try {
        return Optional.of(Class.forName(name, false, loader));
      } catch (ClassNotFoundException | LinkageError e) {
        int dot = name.lastIndexOf('.');
        if (dot < 0) {
          return Optional.empty();
        }
        name = name.substring(0, dot) + "$" + name.substring(dot + 1);
      }
    }
    return Optional.empty();
  }
}
