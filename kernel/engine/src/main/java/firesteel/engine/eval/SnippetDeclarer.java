package firesteel.engine.eval;

import firesteel.source.JavaWords;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.Diag;
import jdk.jshell.ImportSnippet;
import jdk.jshell.JShell;
import jdk.jshell.MethodSnippet;
import jdk.jshell.PersistentSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Kind;
import jdk.jshell.Snippet.Status;
import jdk.jshell.Snippet.SubKind;
import jdk.jshell.SnippetEvent;
import jdk.jshell.TypeDeclSnippet;
import jdk.jshell.VarSnippet;

/**
 * Declares snippets in a way that preserves the results of earlier cells. Whenever a name is
 * declared, JShell compiles everything again that mentions it, and drops what then no longer
 * compiles: objects, and variables of their classes. Here, a new name doesn't affect working
 * declarations; a name that is declared again causes methods and types to be compiled again, but no
 * variables; and a declaration that fails leaves the earlier one in force. Not thread-safe.
 */
final class SnippetDeclarer {
  private final JShell shell;
  private final ShellInternals internals;
  private final DeclarationHistory history;
  private Runnable release = () -> {};

  SnippetDeclarer(JShell shell, ShellInternals internals, DeclarationHistory history) {
    this.shell = shell;
    this.internals = internals;
    this.history = history;
  }

  /** Called before user code runs, beside which other cells may declare names. */
  void userCodeRuns() {
    release.run();
  }

  /**
   * The result of declaring snippets.
   *
   * @param events the events of the snippets in their order, then those of declarations that were
   *     compiled again
   * @param unchanged the snippets that were already in force with the same result
   */
  record Declared(List<SnippetEvent> events, List<Snippet> unchanged) {}

  /** Declares one snippet of any kind, or several methods and types as one. */
  Declared declare(List<String> sources) {
    List<Snippet> parsed = new ArrayList<>();
    List<Snippet> unchanged = new ArrayList<>();
    for (String source : sources) {
      List<Snippet> snippets = internals.parse(source);
      Optional<Snippet> same = snippets.size() == 1 ? unchanged(snippets.get(0)) : Optional.empty();
      same.ifPresentOrElse(unchanged::add, () -> parsed.addAll(snippets));
    }
    if (parsed.stream().anyMatch(s -> s.kind() == Kind.ERRONEOUS)) {
      return new Declared(
          sources.stream().flatMap(s -> shell.eval(s).stream()).toList(), List.of());
    }
    boolean code = parsed.stream().anyMatch(SnippetDeclarer::isCode);
    Map<String, Object> classFiles = new HashMap<>(code ? internals.classFiles() : Map.of());
    List<Snippet> before = parsed.stream().flatMap(s -> internals.replacedBy(s).stream()).toList();
    List<SnippetEvent> events = new ArrayList<>();
    parsed.forEach(snippet -> events.addAll(dropConflicting(snippet)));
    int made = events.size();
    if (parsed.size() > 1 && parsed.stream().allMatch(SnippetDeclarer::isCode)) {
      events.addAll(0, holding(() -> declareTogether(parsed)));
    } else {
      for (Snippet snippet : parsed) {
        int at = events.size() - made;
        events.addAll(
            at,
            snippet instanceof PersistentSnippet
                ? holding(() -> declareOne(snippet))
                : internals.declare(snippet));
      }
    }
    dropFailedVariables(events);
    parsed.stream().filter(this::isErroneous).forEach(this::drop);
    List<Snippet> reinstated = reinstateFailed(parsed, before);
    events.removeIf(event -> reinstated.contains(event.snippet())); // Their declaration failed.
    if (code && parsed.stream().allMatch(this::hasFailed)) { // The compiler may have made some.
      internals.classFiles().clear();
      internals.classFiles().putAll(classFiles);
    }
    events.addAll(followUp(events));
    keepEarlierClasses(classFiles);
    return new Declared(events, unchanged);
  }

  private Optional<Snippet> unchanged(Snippet parsed) {
    return isCode(parsed) || parsed instanceof ImportSnippet
        ? internals
            .replacedBy(parsed)
            .filter(old -> shell.status(old) == Status.VALID)
            .filter(old -> history.isUnchanged(old, parsed.source()))
        : Optional.empty();
  }

  /** Drops variables whose initializer threw; the earlier ones stay. */
  private void dropFailedVariables(List<SnippetEvent> events) {
    for (SnippetEvent event : List.copyOf(events)) {
      if (event.exception() != null
          && event.snippet() instanceof VarSnippet variable
          && variable.subKind() != SubKind.TEMP_VAR_EXPRESSION_SUBKIND) {
        shell.drop(variable);
      }
    }
  }

  /** Drops a declaration; code that uses it stays as it was compiled. */
  List<SnippetEvent> drop(Snippet snippet) {
    return holding(() -> shell.drop(snippet));
  }

  private <T> T holding(Supplier<T> work) {
    return holding(s -> shell.status(s) != Status.VALID, work);
  }

  private <T> T holding(Predicate<Snippet> follows, Supplier<T> work) {
    Runnable held = internals.holdDependents(follows);
    release = held;
    try {
      return work.get();
    } finally {
      held.run();
    }
  }

  private List<SnippetEvent> declareOne(Snippet snippet) {
    return snippet instanceof MethodSnippet method && !overloadsOf(List.of(method)).isEmpty()
        ? declareTogether(List.of(snippet))
        : internals.declare(snippet);
  }

  private List<SnippetEvent> declareTogether(List<Snippet> parsed) {
    List<SnippetEvent> events =
        internals.declareTogether(parsed, overloadsOf(parsed), parsed.get(0));
    List<SnippetEvent> sorted = new ArrayList<>();
    for (Snippet snippet : parsed) {
      events.stream().filter(e -> e.snippet() == snippet).forEach(sorted::add);
    }
    events.stream().filter(e -> !sorted.contains(e)).forEach(sorted::add);
    return sorted;
  }

  /**
   * Returns the overloads that have to be compiled into one class with the given methods: those
   * that the methods call, since a class's own method hides an imported one of the same name; and
   * those in one class with a method that is declared again, since importing them would import the
   * earlier method too.
   */
  private Collection<Snippet> overloadsOf(List<Snippet> parsed) {
    Set<Snippet> overloads = new LinkedHashSet<>();
    for (Snippet snippet : parsed) {
      if (snippet instanceof MethodSnippet method) {
        Optional<Snippet> own = internals.replacedBy(method);
        boolean callsAny = JavaWords.calls(method.source(), method.name()) > 1;
        String around = own.map(this::wrapperOf).orElse("");
        shell
            .methods()
            .filter(m -> m.name().equals(method.name()))
            .filter(m -> callsAny || wrapperOf(m).equals(around))
            .filter(m -> own.isEmpty() || own.get() != m)
            .filter(m -> parsed.stream().noneMatch(p -> internals.replacedBy(p).orElse(null) == m))
            .forEach(overloads::add);
      }
    }
    return overloads;
  }

  private String wrapperOf(Snippet snippet) {
    return shell.sourceCodeAnalysis().wrapper(snippet).fullClassName();
  }

  private static boolean isCode(Snippet snippet) {
    return snippet instanceof MethodSnippet || snippet instanceof TypeDeclSnippet;
  }

  /**
   * Drops an import or a type with the same name as a new one, since the compiler would find the
   * name ambiguous: the newer one counts.
   */
  private List<SnippetEvent> dropConflicting(Snippet snippet) {
    List<Snippet> inTheWay = new ArrayList<>();
    if (snippet instanceof TypeDeclSnippet type) {
      shell
          .imports()
          .filter(i -> i.name().equals(type.name()) && !i.fullname().endsWith("*"))
          .forEach(inTheWay::add);
    } else if (snippet.subKind() == SubKind.SINGLE_TYPE_IMPORT_SUBKIND) {
      String name = ((ImportSnippet) snippet).name();
      shell.types().filter(t -> t.name().equals(name)).forEach(inTheWay::add);
    }
    return inTheWay.stream().flatMap(s -> drop(s).stream()).toList();
  }

  private List<Snippet> reinstateFailed(List<Snippet> parsed, List<Snippet> before) {
    List<Snippet> reinstated = new ArrayList<>();
    for (Snippet old : before) {
      boolean failed =
          parsed.stream().filter(s -> internals.sameKey(s, old)).allMatch(s -> hasFailed(s));
      if (failed && shell.status(old) == Status.OVERWRITTEN) {
        internals.reinstate(old);
        reinstated.add(old);
      }
    }
    return reinstated;
  }

  /**
   * Returns whether a snippet that JShell keeps for names to come lacks none and is simply wrong.
   */
  private boolean isErroneous(Snippet snippet) {
    Status status = shell.status(snippet);
    return (status == Status.RECOVERABLE_DEFINED || status == Status.RECOVERABLE_NOT_DEFINED)
        && shell.unresolvedDependencies((DeclarationSnippet) snippet).findAny().isEmpty()
        && shell.diagnostics(snippet).anyMatch(Diag::isError);
  }

  private boolean hasFailed(Snippet snippet) {
    Status status = shell.status(snippet);
    return status == Status.REJECTED
        || status == Status.DROPPED
        || (status == Status.RECOVERABLE_NOT_DEFINED && snippet instanceof VarSnippet);
  }

  /** Keeps the files of replaced classes, which variables still refer to. */
  private void keepEarlierClasses(Map<String, Object> before) {
    Map<String, Object> now = internals.classFiles();
    List<String> changed =
        before.keySet().stream().filter(name -> now.get(name) != before.get(name)).toList();
    if (changed.isEmpty()) {
      return;
    }
    Set<String> inForce =
        shell
            .snippets()
            .filter(s -> isCode(s) && shell.status(s).isDefined())
            .map(this::wrapperOf)
            .collect(Collectors.toSet());
    changed.stream()
        .filter(name -> !inForce.contains(SnippetOrigins.wrapperOf(name)))
        .forEach(name -> now.put(name, before.get(name)));
  }

  /**
   * Compiles declarations again that mention a name which was declared again, or which can be used
   * only now.
   */
  private List<SnippetEvent> followUp(List<SnippetEvent> events) {
    Set<Snippet> again = new LinkedHashSet<>();
    Snippet cause = null;
    for (SnippetEvent event : events) {
      Snippet changed = event.snippet();
      boolean completed =
          event.previousStatus() == Status.RECOVERABLE_DEFINED && event.status() == Status.VALID;
      if ((isReplaced(event) || completed) && !(changed instanceof ImportSnippet)) {
        Snippet by =
            completed || event.causeSnippet() == null
                ? events.get(0).snippet()
                : event.causeSnippet();
        cause = by;
        internals.dependents(nameOf(changed)).stream()
            .filter(s -> s != by && events.stream().noneMatch(e -> e.snippet() == s))
            .filter(
                s -> isCode(s) || s instanceof VarSnippet v && history.isEmptyOf(shell, v, changed))
            .forEach(again::add);
      }
    }
    if (again.isEmpty()) {
      return List.of();
    }
    again.addAll(overloadsOf(List.copyOf(again)));
    Snippet by = cause;
    return holding(
        s -> isCode(s) || again.contains(s) || shell.status(s) != Status.VALID,
        () -> internals.declareTogether(List.of(), again, by));
  }

  private boolean isReplaced(SnippetEvent event) {
    return event.status() == Status.OVERWRITTEN
        && shell.status(event.snippet()) == Status.OVERWRITTEN;
  }

  private static String nameOf(Snippet snippet) {
    return ((PersistentSnippet) snippet).name();
  }
}
