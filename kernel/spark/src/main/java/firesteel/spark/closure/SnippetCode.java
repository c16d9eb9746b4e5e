package firesteel.spark.closure;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CopyOnWriteArraySet;

/** Indexes all code that cells compiled to. Thread-safe. */
final class SnippetCode {
  private final Map<String, CodeClass> classes = new ConcurrentHashMap<>();
  private final Map<String, Set<String>> subclasses = new ConcurrentHashMap<>();

  /** Source code names nested classes with dots; maps that name to the class file's. */
  private final Map<String, String> canonicalNames = new ConcurrentHashMap<>();

  private final List<NotebookField> variables = new CopyOnWriteArrayList<>();

  void add(CodeClass added) {
    if (classes.put(added.name(), added) != null) {
      return;
    }
    for (String supertype : added.supertypes()) {
      if (CodeNames.isNotebook(supertype)) {
        subclasses.computeIfAbsent(supertype, key -> new CopyOnWriteArraySet<>()).add(added.name());
      }
    }
    if (CodeNames.isWrapper(added.name())) {
      List<NotebookField> fields = new ArrayList<>();
      added.fields().keySet().forEach(name -> fields.add(new NotebookField(added.name(), name)));
      variables.addAll(fields);
    } else {
      canonicalNames.put(canonical(added.name()), added.name());
    }
  }

  private static String canonical(String name) {
    int wrapperEnd = name.indexOf('$', "REPL.$JShell$".length());
    return name.substring(0, wrapperEnd) + name.substring(wrapperEnd).replace('$', '.');
  }

  Optional<CodeClass> find(String name) {
    return Optional.ofNullable(classes.get(name));
  }

  /** Finds a class by the name that generated source code has for it, or by its binary name. */
  Optional<CodeClass> findInSource(String name) {
    return find(canonicalNames.getOrDefault(name, name));
  }

  /** Returns the variables of the notebook, redeclared ones included. */
  List<NotebookField> variables() {
    return variables;
  }

  /** Returns the classes of the notebook that extend or implement a class of the notebook. */
  Set<String> subclassesOf(String name) {
    Set<String> all = new LinkedHashSet<>();
    collectSubclasses(name, all);
    return all;
  }

  private void collectSubclasses(String name, Set<String> all) {
    for (String subclass : subclasses.getOrDefault(name, Set.of())) {
      if (all.add(subclass)) {
        collectSubclasses(subclass, all);
      }
    }
  }

  /** Finds the method that a signature means in a class: its own or the nearest inherited one. */
  Optional<CodeMethod> resolve(String owner, String signature) {
    CodeClass found = classes.get(owner);
    if (found == null) {
      return Optional.empty();
    }
    CodeMethod own = found.methods().get(signature);
    if (own != null) {
      return Optional.of(own);
    }
    for (String supertype : found.supertypes()) {
      Optional<CodeMethod> inherited = resolve(supertype, signature);
      if (inherited.isPresent()) {
        return inherited;
      }
    }
    return Optional.empty();
  }
}
