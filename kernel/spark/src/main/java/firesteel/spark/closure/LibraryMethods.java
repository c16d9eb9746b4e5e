package firesteel.spark.closure;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.objectweb.asm.Type;

/** Lists the methods that classes outside the notebook let others override. Thread-safe. */
final class LibraryMethods {
  private final ClassLoader loader;
  private final Map<String, Set<String>> signatures = new ConcurrentHashMap<>();

  LibraryMethods(ClassLoader loader) {
    this.loader = loader;
  }

  /**
   * Whether a class or interface has or inherits a method.
   *
   * @param signature its name and descriptor
   */
  boolean has(String className, String signature) {
    return signatures.computeIfAbsent(className, this::signaturesOf).contains(signature);
  }

  private Set<String> signaturesOf(String className) {
    Set<String> found = new HashSet<>();
    try {
      collect(Class.forName(className, false, loader), found);
    } catch (ClassNotFoundException | LinkageError e) {
      // Then its subclasses can't be loaded either.
    }
    return found;
  }

  private static void collect(Class<?> type, Set<String> found) {
    for (Method method : type.getDeclaredMethods()) {
      if (!Modifier.isStatic(method.getModifiers()) && !Modifier.isPrivate(method.getModifiers())) {
        found.add(method.getName() + Type.getMethodDescriptor(method));
      }
    }
    if (type.getSuperclass() != null) {
      collect(type.getSuperclass(), found);
    } else if (type.isInterface()) {
      collect(Object.class, found);
    }
    for (Class<?> implemented : type.getInterfaces()) {
      collect(implemented, found);
    }
  }
}
