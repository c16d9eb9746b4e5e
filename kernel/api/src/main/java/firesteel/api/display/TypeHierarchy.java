package firesteel.api.display;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Lists the types of a value, the most specific first: the order in which registered types are
 * tried.
 */
public final class TypeHierarchy {
  private TypeHierarchy() {}

  /**
   * Returns a class, its superclasses, then all interfaces from the nearest on, and Object last.
   */
  public static Set<Class<?>> of(Class<?> type) {
    Set<Class<?>> types = new LinkedHashSet<>();
    for (Class<?> c = type; c != null && c != Object.class; c = c.getSuperclass()) {
      types.add(c);
    }
    Deque<Class<?>> queue = new ArrayDeque<>(types);
    while (!queue.isEmpty()) {
      for (Class<?> parent : queue.poll().getInterfaces()) {
        if (types.add(parent)) {
          queue.add(parent);
        }
      }
    }
    types.add(Object.class);
    return types;
  }
}
