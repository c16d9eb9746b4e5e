package firesteel.engine.eval;

import firesteel.source.JavaWords;
import java.lang.reflect.Field;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.ImportSnippet;
import jdk.jshell.JShell;
import jdk.jshell.PersistentSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;
import jdk.jshell.TypeDeclSnippet;
import jdk.jshell.VarSnippet;

/**
 * Records when each name was last declared, and which classes were replaced while objects of them
 * still exist. Not thread-safe.
 */
final class DeclarationHistory {
  private final SnippetClassLoader loader;
  private final Map<String, Integer> declared = new HashMap<>();
  private final Map<Snippet, Integer> compiled = new HashMap<>();
  private final Map<Snippet, String> classOfType = new HashMap<>();

  /** The simple names of classes that the running cell replaced, by binary name. */
  private final Map<String, String> replaced = new LinkedHashMap<>();

  /** All classes that were replaced since the start. */
  private final Set<String> earlier = new HashSet<>();

  /** When variables were declared again by the running cell, by variable name. */
  private final Map<String, Integer> renewed = new LinkedHashMap<>();

  /** The declarations that worked before the running cell and no longer do. */
  private final Set<DeclarationSnippet> broken = new LinkedHashSet<>();

  private int clock;

  DeclarationHistory(SnippetClassLoader loader) {
    this.loader = loader;
  }

  /** Begins an evaluation, to which the following events belong. */
  void begin() {
    clock++;
  }

  /** Records what an evaluation did to a snippet. */
  void follow(JShell shell, SnippetEvent event) {
    Snippet snippet = event.snippet();
    if (event.previousStatus() == Status.VALID
        && (event.status() == Status.RECOVERABLE_DEFINED
            || event.status() == Status.RECOVERABLE_NOT_DEFINED)
        && event.causeSnippet() != null) {
      broken.add((DeclarationSnippet) snippet);
    }
    if (event.status() == Status.OVERWRITTEN || event.status() == Status.DROPPED) {
      compiled.remove(snippet);
      if (snippet instanceof VarSnippet variable && event.status() == Status.OVERWRITTEN) {
        renewed.put(variable.name(), clock);
      }
      String old = classOfType.remove(snippet);
      if (old != null) {
        replaced.put(old, ((TypeDeclSnippet) snippet).name());
      }
    } else if (event.status().isDefined() && snippet instanceof PersistentSnippet named) {
      compiled.put(snippet, clock);
      declared.put(named.name(), clock);
      if (snippet instanceof TypeDeclSnippet type) {
        String now = classOf(shell, type);
        String old = classOfType.put(snippet, now);
        if (old != null && !old.equals(now)) {
          replaced.put(old, type.name());
        }
      }
    }
  }

  private static String classOf(JShell shell, TypeDeclSnippet type) {
    return shell.sourceCodeAnalysis().wrapper(type).fullClassName() + "$" + type.name();
  }

  /**
   * Returns whether declaring a snippet again would change nothing: its text is the same, and so is
   * everything that it refers to.
   */
  boolean isUnchanged(Snippet old, String source) {
    if (!old.source().strip().equals(source.strip())) {
      return false;
    }
    if (old instanceof ImportSnippet) {
      return true;
    }
    int since = compiled.getOrDefault(old, 0);
    String own = ((DeclarationSnippet) old).name();
    return JavaWords.of(source).all().stream()
        .allMatch(word -> word.equals(own) || declared.getOrDefault(word, 0) <= since);
  }

  /**
   * Returns whether a variable's type names a class, but its value holds no object of that class.
   */
  boolean isEmptyOf(JShell shell, VarSnippet variable, Snippet type) {
    String wrapper = shell.sourceCodeAnalysis().wrapper(type).fullClassName();
    if (!(type instanceof TypeDeclSnippet declaration)) {
      return false;
    }
    String className = wrapper + "$" + declaration.name();
    try {
      Field field = fieldOf(shell, variable);
      Object value = field.get(null);
      boolean empty =
          value == null
              || value instanceof Collection<?> collection && collection.isEmpty()
              || value instanceof Map<?, ?> map && map.isEmpty();
      return empty && field.getGenericType().getTypeName().contains(className);
    } catch (ReflectiveOperationException | LinkageError | TypeNotPresentException e) {
      return false;
    }
  }

  private Field fieldOf(JShell shell, VarSnippet variable) throws ReflectiveOperationException {
    String wrapper = shell.sourceCodeAnalysis().wrapper(variable).fullClassName();
    Field field = loader.loadClass(wrapper).getDeclaredField(variable.name());
    field.setAccessible(true);
    return field;
  }

  /**
   * Returns the variables that still hold objects of classes that were replaced since the last
   * call.
   *
   * @return the variables by class name
   */
  Map<String, Set<VarSnippet>> takeHoldersOfReplacedClasses(JShell shell) {
    replaced.keySet().removeAll(classOfType.values()); // The class is the same again.
    if (replaced.isEmpty()) {
      return Map.of();
    }
    earlier.addAll(replaced.keySet());
    Map<String, Set<VarSnippet>> found = new LinkedHashMap<>();
    List<VarSnippet> variables =
        shell.variables().filter(v -> shell.status(v) == Status.VALID).toList();
    replaced.forEach(
        (className, name) -> {
          Set<VarSnippet> left =
              variables.stream()
                  .filter(v -> holds(shell, v, className))
                  .collect(Collectors.toCollection(LinkedHashSet::new));
          if (!left.isEmpty()) {
            found.computeIfAbsent(name, key -> new LinkedHashSet<>()).addAll(left);
          }
        });
    replaced.clear();
    return found;
  }

  /**
   * Returns the variables that hold lambdas or objects of anonymous classes which read a variable
   * that was declared again since the last call.
   *
   * @return the variables by the name of the variable whose earlier version they read
   */
  Map<String, Set<VarSnippet>> takeReadersOfEarlier(JShell shell) {
    Map<String, Set<VarSnippet>> found = new LinkedHashMap<>();
    renewed.forEach(
        (name, since) ->
            shell
                .variables()
                .filter(v -> shell.status(v) == Status.VALID && !v.name().equals(name))
                .filter(v -> compiled.getOrDefault(v, since) < since)
                .filter(v -> JavaWords.of(v.source()).all().contains(name))
                .filter(v -> isCode(valueOf(shell, v)))
                .forEach(v -> found.computeIfAbsent(name, key -> new LinkedHashSet<>()).add(v)));
    renewed.clear();
    return found;
  }

  private Object valueOf(JShell shell, VarSnippet variable) {
    try {
      return fieldOf(shell, variable).get(null);
    } catch (ReflectiveOperationException | LinkageError e) {
      return null;
    }
  }

  /** Returns whether an object is a lambda or an instance of an anonymous class of a cell. */
  private static boolean isCode(Object value) {
    Class<?> type = value == null ? Object.class : value.getClass();
    return type.getName().startsWith(SnippetFiles.PACKAGE + ".")
        && (type.isHidden() || type.isSynthetic() || type.getSimpleName().isEmpty());
  }

  /** The wrapper classes of types that were replaced: variables may still name them. */
  Set<String> earlierWrappers() {
    return Stream.concat(earlier.stream(), replaced.keySet().stream())
        .map(SnippetOrigins::wrapperOf)
        .collect(Collectors.toSet());
  }

  /** Returns the declarations that worked before and no longer do, since the last call. */
  List<DeclarationSnippet> takeBroken(JShell shell) {
    List<DeclarationSnippet> still =
        broken.stream()
            .filter(s -> shell.status(s).isActive() && shell.status(s) != Status.VALID)
            .toList();
    broken.clear();
    return still;
  }

  private boolean holds(JShell shell, VarSnippet variable, String className) {
    try {
      Field field = fieldOf(shell, variable);
      Object value = field.get(null);
      return value != null
          && (field.getGenericType().getTypeName().contains(className)
              || isOf(value.getClass(), className));
    } catch (ReflectiveOperationException | LinkageError | TypeNotPresentException e) {
      return false;
    }
  }

  /** Returns whether a class is one of those that were replaced, is nested in it, or extends it. */
  private static boolean isOf(Class<?> type, String className) {
    for (Class<?> t = type; t != null; t = t.getSuperclass()) {
      if (t.getName().equals(className) || t.getName().startsWith(className + "$")) {
        return true;
      }
      for (Class<?> implemented : t.getInterfaces()) {
        if (implemented.getName().equals(className)) {
          return true;
        }
      }
    }
    return false;
  }

  void clear() {
    declared.clear();
    compiled.clear();
    classOfType.clear();
    replaced.clear();
    earlier.clear();
    renewed.clear();
    broken.clear();
  }
}
