package firesteel.engine.eval;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;

/** Reads, writes and clears the static fields that JShell keeps variables in. */
final class NotebookVariable {
  private NotebookVariable() {}

  static Object read(Class<?> wrapper, String name) throws ReflectiveOperationException {
    Field field = wrapper.getDeclaredField(name);
    field.setAccessible(true);
    return field.get(null);
  }

  /**
   * Copies a value to the class that now holds the variable.
   *
   * @return false when the new type doesn't accept it
   */
  static boolean carry(Class<?> from, Class<?> to, String name)
      throws ReflectiveOperationException {
    Field target = to.getDeclaredField(name);
    target.setAccessible(true);
    try {
      target.set(null, read(from, name));
      return true;
    } catch (IllegalArgumentException e) {
      return false; // Its class was declared again: the old object is not one of the new class.
    }
  }

  /** Clears the fields of a wrapper class that is no longer used. */
  static void clear(Class<?> wrapper) throws ReflectiveOperationException {
    for (Field field : wrapper.getDeclaredFields()) {
      int modifiers = field.getModifiers();
      if (Modifier.isStatic(modifiers)
          && !Modifier.isFinal(modifiers)
          && !field.getType().isPrimitive()) {
        field.setAccessible(true);
        field.set(null, null);
      }
    }
  }
}
