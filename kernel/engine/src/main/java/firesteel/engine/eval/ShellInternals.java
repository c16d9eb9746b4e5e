package firesteel.engine.eval;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;

/**
 * Gives access to functions of JShell that aren't public: compiling several declarations as one,
 * choosing which declarations are compiled again after another one, and reinstating a declaration.
 * Uses JShell's classes by reflection, which needs {@code --add-opens
 * jdk.jshell/jdk.jshell=ALL-UNNAMED}; the members have had the same names from JDK 17 to 25. Not
 * thread-safe.
 */
final class ShellInternals {
  private final JShell shell;
  private final Object eval;
  private final Object maps;
  private final Map<String, Set<Integer>> dependencies;
  private final Map<String, Object> classFiles;
  private final Method parse;
  private final Method declare;
  private final Method compile;
  private final Method diagnosticsOf;
  private final Method inForce;
  private final Method inPlace;
  private final Method setInPlace;
  private final Method keyOf;
  private final Method indexOf;
  private final Method setStatus;
  private final Constructor<?> unit;
  private final Constructor<?> noDiagnostics;
  private final Method initialize;
  private final Method wrap;
  private final Method event;
  private final Method secondaryEvents;

  @SuppressWarnings("unchecked")
  private ShellInternals(JShell shell) throws ReflectiveOperationException {
    this.shell = shell;
    ClassLoader loader = JShell.class.getClassLoader();
    Class<?> evalType = Class.forName("jdk.jshell.Eval", false, loader);
    Class<?> mapsType = Class.forName("jdk.jshell.SnippetMaps", false, loader);
    Class<?> unitType = Class.forName("jdk.jshell.Unit", false, loader);
    Class<?> keyType = Class.forName("jdk.jshell.Key", false, loader);
    Class<?> diagnostics = Class.forName("jdk.jshell.DiagList", false, loader);
    eval = field(JShell.class, "eval").get(shell);
    maps = field(JShell.class, "maps").get(shell);
    dependencies = (Map<String, Set<Integer>>) field(mapsType, "dependencies").get(maps);
    Object tasks = field(JShell.class, "taskFactory").get(shell);
    Object files = field(tasks.getClass(), "fileManager").get(tasks);
    classFiles = (Map<String, Object>) field(files.getClass(), "classObjects").get(files);
    parse = method(evalType, "sourceToSnippets", String.class);
    declare = method(evalType, "declare", Snippet.class, diagnostics);
    compile = method(evalType, "compileAndLoad", Set.class);
    diagnosticsOf = method(Snippet.class, "syntheticDiags");
    inForce = method(mapsType, "getSnippet", keyType);
    inPlace = method(mapsType, "getSnippet", int.class);
    setInPlace = method(mapsType, "setSnippet", int.class, Snippet.class);
    keyOf = method(Snippet.class, "key");
    indexOf = method(keyType, "index");
    setStatus =
        method(Snippet.class, "setCompilationStatus", Status.class, List.class, diagnostics);
    unit = unitType.getDeclaredConstructor(JShell.class, Snippet.class, Snippet.class, diagnostics);
    unit.setAccessible(true);
    noDiagnostics = diagnostics.getDeclaredConstructor();
    noDiagnostics.setAccessible(true);
    initialize = method(unitType, "initialize");
    wrap = method(unitType, "setWrap", Collection.class, Collection.class);
    event = method(unitType, "event", String.class, Class.forName("jdk.jshell.JShellException"));
    secondaryEvents = method(unitType, "secondaryEvents");
  }

  /** Returns the internals of a shell; empty when Java was started without the option. */
  static Optional<ShellInternals> of(JShell shell) {
    try {
      return Optional.of(new ShellInternals(shell));
    } catch (ReflectiveOperationException | RuntimeException e) {
      return Optional.empty();
    }
  }

  private static Field field(Class<?> type, String name) throws NoSuchFieldException {
    Field field = type.getDeclaredField(name);
    field.setAccessible(true);
    return field;
  }

  private static Method method(Class<?> type, String name, Class<?>... parameters)
      throws NoSuchMethodException {
    Method method = type.getDeclaredMethod(name, parameters);
    method.setAccessible(true);
    return method;
  }

  private static Object call(Method method, Object target, Object... arguments) {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw (RuntimeException) e.getCause(); // None of them declares others.
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Parses a source text into snippets without declaring them; {@code int a, b;} gives more than
   * one.
   */
  @SuppressWarnings("unchecked")
  List<Snippet> parse(String source) {
    return (List<Snippet>) call(parse, eval, source);
  }

  /**
   * Returns the snippet that a parsed snippet is going to replace: the one in force with the same
   * key.
   */
  Optional<Snippet> replacedBy(Snippet parsed) {
    Object key = call(keyOf, parsed);
    return key == null ? Optional.empty() : Optional.ofNullable((Snippet) call(inForce, maps, key));
  }

  /** Returns whether two snippets are declarations of the same name and kind. */
  boolean sameKey(Snippet one, Snippet other) {
    return call(keyOf, one) == call(keyOf, other);
  }

  /** Declares and runs one parsed snippet, as JShell's own eval does. */
  @SuppressWarnings("unchecked")
  List<SnippetEvent> declare(Snippet parsed) {
    return (List<SnippetEvent>) call(declare, eval, parsed, call(diagnosticsOf, parsed));
  }

  /**
   * Compiles declarations as one, so that they may use each other in any way.
   *
   * @param parsed methods and types that are to be declared
   * @param again declarations in force to compile again with them
   * @param cause the reason for that; not null when there are any
   */
  List<SnippetEvent> declareTogether(
      List<Snippet> parsed, Collection<Snippet> again, Snippet cause) {
    Set<Object> units = new LinkedHashSet<>();
    try {
      for (Snippet snippet : parsed) {
        units.add(unit.newInstance(shell, snippet, null, call(diagnosticsOf, snippet)));
      }
      for (Snippet snippet : again) {
        units.add(unit.newInstance(shell, snippet, cause, noDiagnostics.newInstance()));
      }
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
    for (Object made : units) { // Each has to have a class name before any can import another.
      call(initialize, made);
      call(wrap, made, List.of(made), List.of(made));
    }
    List<SnippetEvent> events = new ArrayList<>();
    for (Object done : (Set<?>) call(compile, eval, units)) {
      events.add((SnippetEvent) call(event, done, null, null));
      for (Object secondary : (List<?>) call(secondaryEvents, done)) {
        events.add((SnippetEvent) secondary);
      }
    }
    return events;
  }

  /**
   * Returns the class files that snippets compile against, by class name. JShell first compiles a
   * type that is declared again under the name of the earlier one, which replaces the earlier file.
   */
  Map<String, Object> classFiles() {
    return classFiles;
  }

  /** Reinstates a declaration after its replacement failed. */
  void reinstate(Snippet old) {
    try {
      call(setStatus, old, Status.VALID, List.of(), noDiagnostics.newInstance());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
    call(setInPlace, maps, index(old), old);
  }

  /** Returns the declarations in force, of any kind, that mention a name. */
  List<Snippet> dependents(String name) {
    List<Snippet> found = new ArrayList<>();
    for (int index : dependencies.getOrDefault(name, Set.of())) {
      Snippet snippet = (Snippet) call(inPlace, maps, index);
      if (snippet != null && shell.status(snippet).isActive()) {
        found.add(snippet);
      }
    }
    return found;
  }

  private int index(Snippet snippet) {
    return (Integer) call(indexOf, call(keyOf, snippet));
  }

  /**
   * Prevents JShell from compiling declarations again when a name that they mention is declared.
   * The returned action ends this; it may be run any number of times.
   *
   * @param follows which declarations may still be compiled again
   */
  Runnable holdDependents(Predicate<Snippet> follows) {
    Map<String, Set<Integer>> held = new HashMap<>();
    Map<Integer, Boolean> known = new HashMap<>();
    dependencies.forEach(
        (name, indexes) -> {
          Set<Integer> out = new HashSet<>();
          for (int index : indexes) {
            if (!known.computeIfAbsent(index, i -> mayFollow(i, follows))) {
              out.add(index);
            }
          }
          if (!out.isEmpty()) {
            indexes.removeAll(out);
            held.put(name, out);
          }
        });
    return () -> {
      held.forEach(
          (name, indexes) ->
              dependencies.computeIfAbsent(name, key -> new HashSet<>()).addAll(indexes));
      held.clear();
    };
  }

  private boolean mayFollow(int index, Predicate<Snippet> follows) {
    Snippet snippet = (Snippet) call(inPlace, maps, index);
    return snippet != null && follows.test(snippet);
  }
}
