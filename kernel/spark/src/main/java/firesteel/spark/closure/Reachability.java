package firesteel.spark.closure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds which methods of the notebook a task may run and which variables they read, by a call graph
 * of methods. Where the target is unknown (the class of an object, a library's callbacks) it
 * assumes all methods that fit. Not thread-safe.
 */
final class Reachability {
  /** The methods that Java's serialization calls by name. */
  private static final Set<String> SERIALIZATION =
      Set.of("readObject", "readResolve", "readExternal", "writeObject", "writeReplace");

  private final SnippetCode code;
  private final LibraryMethods library;
  private final Map<CodeMethod.Id, CodeMethod> methods = new LinkedHashMap<>();
  private final Set<String> classes = new HashSet<>();
  private final Set<String> initialized = new HashSet<>();
  private final Map<NotebookField, CodeMethod> reads = new LinkedHashMap<>();
  private final Set<NotebookField> writes = new LinkedHashSet<>();
  private final Set<NotebookField> changed = new HashSet<>();
  private final Set<NotebookField> escaping = new HashSet<>();
  private final Deque<CodeMethod> waiting = new ArrayDeque<>();

  Reachability(SnippetCode code, LibraryMethods library) {
    this.code = code;
    this.library = library;
  }

  /** Follows the code that a task holds and all that it calls. */
  void follow(SerializedCode found) {
    found.classes.forEach(this::reachClass);
    found.entries.forEach(this::reachCall);
    followWaiting();
  }

  /** Follows the initializer of a class and all that it calls. */
  void followInitializer(String className) {
    initialize(className);
    followWaiting();
  }

  private void followWaiting() {
    while (!waiting.isEmpty()) {
      CodeMethod method = waiting.remove();
      method.classes.forEach(this::reachClass);
      method.initializes.forEach(this::initialize);
      method.calls.forEach(this::reachCall);
      escaping.addAll(method.escaping);
      method.reads.keySet().forEach(field -> reads.putIfAbsent(field, method));
      if (!method.id.name().equals("<clinit>")) {
        writes.addAll(method.writes);
        method.changes.forEach(change -> changed.add(change.field()));
      }
    }
  }

  /** The fields that are read, each with a method that reads it. */
  Map<NotebookField, CodeMethod> reads() {
    return reads;
  }

  /** The fields that are assigned outside the initializers of their classes. */
  Set<NotebookField> writes() {
    return writes;
  }

  /** Whether a field is assigned or its value changed in place. */
  boolean isChanged(NotebookField field) {
    return writes.contains(field) || changed.contains(field);
  }

  /** Whether a field's value may be changed in place, compared by identity, or stored. */
  boolean mayEscape(NotebookField field) {
    return escaping.contains(field);
  }

  /** The methods that may run. */
  List<CodeMethod> methods() {
    return new ArrayList<>(methods.values());
  }

  private void reachCall(CodeMethod.Call call) {
    CodeMethod.Id id = call.method();
    code.resolve(id.owner(), id.signature()).ifPresent(this::reach);
    if (id.name().equals("<init>")) {
      reachClass(id.owner());
    }
    if (call.dispatched()) {
      for (String subclass : code.subclassesOf(id.owner())) {
        code.resolve(subclass, id.signature()).ifPresent(this::reach);
      }
    }
  }

  private void reach(CodeMethod method) {
    if (methods.putIfAbsent(method.id, method) == null) {
      waiting.add(method);
      if (method.isStatic) {
        initialize(method.id.owner());
      }
    }
  }

  private void initialize(String name) {
    if (initialized.add(name)) {
      code.find(name)
          .ifPresent(
              found -> {
                CodeMethod initializer = found.methods().get("<clinit>()V");
                if (initializer != null) {
                  reach(initializer);
                }
                found.supertypes().forEach(this::initialize);
              });
    }
  }

  /**
   * Assumes that objects of a class exist: the methods that Spark, Java and libraries call on them
   * may run.
   */
  private void reachClass(String name) {
    CodeClass found = code.find(name).orElse(null);
    if (found == null || !classes.add(name)) {
      return;
    }
    initialize(name);
    for (String supertype : found.supertypes()) {
      reachClass(supertype);
    }
    for (CodeMethod method : found.methods().values()) {
      if (isCalledFromOutside(found, method)) {
        reach(method);
      }
    }
  }

  private boolean isCalledFromOutside(CodeClass owner, CodeMethod method) {
    String name = method.id.name();
    if (SERIALIZATION.contains(name)) {
      return true;
    }
    if (method.isStatic) {
      return false;
    }
    if (name.equals("<init>")) {
      return owner.isRecord() || method.id.descriptor().equals("()V");
    }
    return !method.isPrivate && (isAccessor(owner, name) || overridesLibrary(owner, method));
  }

  private static boolean isAccessor(CodeClass owner, String name) {
    for (String field : owner.accessors()) {
      String capitalized = Character.toUpperCase(field.charAt(0)) + field.substring(1);
      if (name.equals(field)
          || name.equals("get" + capitalized)
          || name.equals("set" + capitalized)
          || name.equals("is" + capitalized)) {
        return true;
      }
    }
    return false;
  }

  private boolean overridesLibrary(CodeClass owner, CodeMethod method) {
    for (String supertype : owner.supertypes()) {
      CodeClass inNotebook = code.find(supertype).orElse(null);
      boolean overrides =
          inNotebook != null
              ? overridesLibrary(inNotebook, method)
              : library.has(supertype, method.id.signature());
      if (overrides) {
        return true;
      }
    }
    return false;
  }
}
