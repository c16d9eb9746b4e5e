package firesteel.engine.error;

import java.util.Optional;

/** Classes by the names that the compiler gives them. */
public final class CellClasses {
  private CellClasses() {}

  /**
   * The class of a type in a message of the compiler.
   *
   * @param type with type arguments or without; nested classes behind a dot
   * @param loader sees what cells see
   * @return empty for what is no class, such as a type variable
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
