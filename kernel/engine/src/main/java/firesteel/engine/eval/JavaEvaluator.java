package firesteel.engine.eval;

import firesteel.api.error.CompileProblem;
import firesteel.api.session.ClassTransformer;
import firesteel.api.session.Origin;
import firesteel.api.session.Variable;
import firesteel.engine.bytecode.SnippetTransformer;
import firesteel.engine.bytecode.SourceLines;
import firesteel.source.SnippetScanner;
import firesteel.source.SourceSnippet;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaFileManager;
import javax.tools.StandardLocation;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.ExpressionSnippet;
import jdk.jshell.ImportSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Kind;
import jdk.jshell.Snippet.Status;
import jdk.jshell.Snippet.SubKind;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.VarSnippet;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;

/**
 * Evaluates Java snippets through {@link JShell}, and keeps JShell fast and correct over thousands
 * of cells: values stay objects, temporary variables are dropped, values survive when JShell moves
 * their variables to new classes, and unreachable values are released.
 *
 * <p>Thread-safe: one lock guards JShell, and is released while user code runs.
 */
public final class JavaEvaluator implements AutoCloseable {
  private static final Pattern IMPORT = Pattern.compile("import\\s");

  private static final String BODY_METHOD = "do_it$";

  private final CompileLock lock;
  private final SnippetClassLoader loader;
  private final SnippetClasses classes;
  private final SnippetOrigins origins = new SnippetOrigins();
  private final VariableWrappers variables;
  private final UnresolvedDeclarations unresolved = new UnresolvedDeclarations(origins);
  private final InProcessExecutionControl control;
  private final JShell shell;
  private final CachingFileManager files;
  private final ExpressionCompiler expressions;
  private final DemandImports demandImports;
  private final DeclarationHistory history;
  private final Optional<SnippetDeclarer> declarer;
  private final ImportedNames importedNames;
  private final UnusedProcessors processors;
  private boolean closed;

  /**
   * Starts JShell.
   *
   * @param loader the loader of the snippets' classes
   * @param classPath the class path of cells
   * @param compilerOptions more options of javac
   * @param lock guards JShell; released while user code runs
   * @param bodies runs user code; empty to call it directly
   * @param more further transformers of snippet classes, which run after the evaluator's own
   */
  public JavaEvaluator(
      SnippetClassLoader loader,
      List<Path> classPath,
      List<String> compilerOptions,
      CompileLock lock,
      Optional<BodyRunner> bodies,
      List<ClassTransformer> more) {
    this.loader = loader;
    this.demandImports = new DemandImports(loader);
    this.processors = new UnusedProcessors(loader);
    this.lock = lock;
    List<ClassTransformer> transformers = new ArrayList<>();
    transformers.add(new SnippetTransformer(BODY_METHOD, this::linesOf));
    transformers.addAll(more);
    FieldReaders readers = new FieldReaders(BODY_METHOD);
    classes = new SnippetClasses(loader, readers, transformers);
    variables = new VariableWrappers(loader, readers);
    control = new InProcessExecutionControl(loader, lock, classes, bodies);
    AtomicReference<CachingFileManager> made = new AtomicReference<>();
    shell =
        JShell.builder()
            .executionEngine(provider(), Map.of())
            .compilerOptions(compilerOptions.toArray(String[]::new))
            .fileManager(manager -> made.updateAndGet(none -> new CachingFileManager(manager)))
            .build();
    files = made.get();
    setEmptySourcePath();
    SnippetFiles snippetFiles = new SnippetFiles(files, loader, this::wrappersInForce);
    expressions = new ExpressionCompiler(snippetFiles, BODY_METHOD, compilerOptions);
    history = new DeclarationHistory(loader);
    declarer = ShellInternals.of(shell).map(inside -> new SnippetDeclarer(shell, inside, history));
    declarer.ifPresent(d -> control.beforeRun(d::userCodeRuns));
    importedNames = new ImportedNames(files);
    String missing = notOnProcessClassPath(classPath);
    if (!missing.isEmpty()) {
      shell.addToClasspath(missing);
    }
  }

  /** Rewrites the snippet classes to come with these too, after all others. */
  public void addTransformers(List<ClassTransformer> more) {
    classes.add(more);
  }

  /**
   * Sets an empty source path: without one the compiler looks for source files on the class path
   * too.
   */
  private void setEmptySourcePath() {
    try {
      files.setLocationFromPaths(StandardLocation.SOURCE_PATH, List.of());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Set<String> wrappersInForce() {
    SourceCodeAnalysis analysis = shell.sourceCodeAnalysis();
    Set<String> wrappers = new HashSet<>(history.earlierWrappers());
    shell
        .snippets()
        .filter(s -> s instanceof DeclarationSnippet && shell.status(s).isDefined())
        .forEach(s -> wrappers.add(analysis.wrapper(s).fullClassName()));
    return wrappers;
  }

  /**
   * Returns the class path without the entries of the process's class path, which JShell adds
   * itself.
   */
  private static String notOnProcessClassPath(List<Path> classPath) {
    Set<String> known =
        new HashSet<>(
            Arrays.asList(System.getProperty("java.class.path", "").split(File.pathSeparator)));
    return classPath.stream()
        .map(Path::toString)
        .filter(entry -> !known.contains(entry))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private ExecutionControlProvider provider() {
    return new ExecutionControlProvider() {
      @Override
      public String name() {
        return "firesteel";
      }

      @Override
      public ExecutionControl generate(ExecutionEnv env, Map<String, String> parameters) {
        return control;
      }
    };
  }

  /** Makes jars or class folders visible to the snippets that follow. */
  public void addToClassPath(List<Path> entries) {
    lock.lock();
    try {
      entries.forEach(loader::addEntry);
      entries.forEach(entry -> shell.addToClasspath(entry.toString()));
      expressions.packagesChanged();
      processors.add(entries);
    } finally {
      lock.unlock();
    }
  }

  /** The file manager of cells; use it only within {@link #ask}. */
  public JavaFileManager files() {
    return files;
  }

  /** Calls a function with JShell while no snippet is being compiled. */
  public <T> T ask(Function<JShell, T> question) {
    lock.lock();
    try {
      return question.apply(shell);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Splits Java into snippets; text that isn't Java stays one piece, which the compiler rejects.
   */
  public List<SnippetText> split(String java) {
    return ask(js -> SnippetSplitter.split(js.sourceCodeAnalysis(), java));
  }

  /**
   * Evaluates snippets on the calling thread, as one step of a cell.
   *
   * @param step one snippet of any kind, or methods and types that may use each other
   * @param originOf returns the position at which a snippet's text starts
   * @param isStatement whether the user ended a snippet with a semicolon: then the incidental
   *     result of a call is no value
   * @return the result; positions of problems refer to the text that the snippets were cut from
   */
  public Evaluation evaluate(
      List<SnippetText> step,
      Function<SnippetText, Origin> originOf,
      Predicate<SnippetText> isStatement) {
    lock.lock();
    try {
      if (step.size() > 1 && declarer.isPresent()) {
        return together(step, originOf);
      }
      Evaluation last = new Evaluation.Done(false, false, null, "", List.of());
      for (SnippetText snippet : step) {
        last = evaluate(snippet.text(), originOf.apply(snippet), isStatement.test(snippet));
        if (last instanceof Evaluation.Rejected rejected) {
          return new Evaluation.Rejected(shifted(rejected.problems(), snippet.offset()));
        }
        if (last instanceof Evaluation.Threw) {
          return last;
        }
      }
      return last;
    } finally {
      lock.unlock();
    }
  }

  private Evaluation together(List<SnippetText> step, Function<SnippetText, Origin> originOf) {
    List<String> texts = step.stream().map(SnippetText::text).toList();
    texts.forEach(text -> demandImports.prepare(shell, text, this::drop));
    origins.evaluating(texts, step.stream().map(originOf).toList());
    classes.begin();
    SnippetDeclarer.Declared declared = compiled(texts).orElse(null);
    if (declared == null) {
      return ofCrash(step);
    }
    if (!classes.finish()) {
      return new Evaluation.Threw(classes.failure());
    }
    List<String> notes = follow(declared.events());
    List<CompileProblem> problems = new ArrayList<>();
    for (int i = 0; i < step.size(); i++) {
      SnippetText part = step.get(i);
      Origin origin = originOf.apply(part);
      declared.unchanged().stream()
          .filter(s -> s.source().equals(part.text()))
          .forEach(s -> origins.moved(s, origin));
      for (SnippetEvent event : declared.events()) {
        if (isRejected(event) && event.snippet().source().equals(part.text())) {
          problems.addAll(
              shifted(SnippetProblems.of(shell, part.text(), event.snippet()), part.offset()));
        }
      }
    }
    return problems.isEmpty()
        ? new Evaluation.Done(false, false, null, "", notes)
        : new Evaluation.Rejected(problems);
  }

  /** Declares snippets, several at once only where that is possible; empty if javac crashes. */
  private Optional<SnippetDeclarer.Declared> compiled(List<String> texts) {
    try {
      return Optional.of(
          declarer.isPresent()
              ? declarer.get().declare(texts)
              : new SnippetDeclarer.Declared(shell.eval(texts.get(0)), List.of()));
    } catch (InternalError | IllegalStateException e) {
      if (!CompilerCrash.is(e)) {
        throw e;
      }
      return Optional.empty();
    }
  }

  /**
   * Returns the evaluation after a crash of the compiler: the errors found before it, or else the
   * crash itself.
   */
  private Evaluation ofCrash(List<SnippetText> snippets) {
    classes.finish();
    return new Evaluation.Rejected(expressions.problemsOfCrash(shell, snippets));
  }

  private static List<CompileProblem> shifted(List<CompileProblem> problems, int by) {
    return problems.stream()
        .map(problem -> problem.in(problem.source(), position -> position + by))
        .toList();
  }

  /**
   * Evaluates one snippet on the calling thread.
   *
   * @param snippet the snippet
   * @param origin the position at which its text starts
   */
  public Evaluation evaluate(String snippet, Origin origin) {
    return evaluate(snippet, origin, false);
  }

  /**
   * Evaluates one snippet on the calling thread.
   *
   * @param snippet the snippet
   * @param origin the position at which its text starts
   * @param statement whether the user ended it with a semicolon: then the incidental result of a
   *     call is no value
   */
  public Evaluation evaluate(String snippet, Origin origin, boolean statement) {
    lock.lock();
    try {
      demandImports.prepare(shell, snippet, this::drop);
      origins.evaluating(snippet, origin);
      classes.begin();
      control.takeLast();
      if (IMPORT.matcher(snippet).lookingAt()) {
        return declare(snippet, origin); // Can't be anything else, and a session's start has many.
      }
      Optional<ExpressionCompiler.Compiled> expression =
          expressions.compile(shell, snippet, statement);
      if (expression.isPresent()) {
        return run(expression.get());
      }
      OptionalInt returns =
          isStatement(snippet) ? expressions.returnIn(snippet) : OptionalInt.empty();
      if (returns.isPresent()) {
        return new Evaluation.Rejected(SnippetProblems.ofReturn(snippet, returns.getAsInt()));
      }
      Optional<Evaluation> again = assignAgain(snippet, origin);
      return again.isPresent() ? again.get() : declare(snippet, origin);
    } finally {
      lock.unlock();
    }
  }

  private static boolean isStatement(String snippet) {
    List<SourceSnippet> found = SnippetScanner.snippets(snippet);
    return found.size() == 1 && found.get(0).kind() == SourceSnippet.Kind.STATEMENT;
  }

  private Evaluation declare(String snippet, Origin origin) {
    SnippetDeclarer.Declared declared = compiled(List.of(snippet)).orElse(null);
    if (declared == null) {
      return ofCrash(List.of(new SnippetText(snippet, 0)));
    }
    InProcessExecutionControl.Invocation invocation = control.takeLast();
    if (!classes.finish()) {
      return new Evaluation.Threw(classes.failure());
    }
    declared.unchanged().forEach(s -> origins.moved(s, origin));
    if (declared.events().isEmpty()) {
      return new Evaluation.Done(false, false, null, "", List.of());
    }
    Evaluation evaluation = outcome(snippet, declared.events(), invocation);
    if (origin.cell() > 0 && declared.events().get(0).snippet() instanceof ImportSnippet added) {
      importedNames
          .keptAfter(shell, added)
          .forEach(name -> declare("import " + name + ";", origin));
    }
    return evaluation;
  }

  /**
   * Evaluates the declaration of an existing variable of the same type as an assignment: code that
   * uses the variable stays as it is, and sees the new value.
   */
  private Optional<Evaluation> assignAgain(String snippet, Origin origin) {
    if (!snippet.endsWith(";")) {
      return Optional.empty();
    }
    List<VariableDeclaration> several = VariableDeclaration.several(snippet);
    if (several.stream().anyMatch(d -> variableNamed(d.name()).isPresent())) {
      Evaluation last = null;
      for (VariableDeclaration one : several) {
        last = evaluate(one.text(), origin);
        if (!(last instanceof Evaluation.Done)) {
          break;
        }
      }
      return Optional.of(last);
    }
    VariableDeclaration declaration = VariableDeclaration.of(snippet).orElse(null);
    VarSnippet known = declaration == null ? null : variableNamed(declaration.name()).orElse(null);
    if (known == null || declaration.readsItself()) {
      return Optional.empty();
    }
    String wrapper = shell.sourceCodeAnalysis().wrapper(known).fullClassName();
    Optional<ExpressionCompiler.Compiled> assignment =
        expressions.compileAssignment(shell, declaration, wrapper);
    assignment.ifPresent(compiled -> origins.moved(known, origin));
    return assignment.map(this::run);
  }

  private Optional<VarSnippet> variableNamed(String name) {
    return shell
        .variables()
        .filter(v -> v.name().equals(name) && shell.status(v) == Status.VALID)
        .findFirst();
  }

  private Evaluation run(ExpressionCompiler.Compiled expression) {
    origins.placeExpression(expression.className(), expression.firstLine());
    expression.classFiles().forEach(classes::receive);
    boolean finished = classes.finish();
    origins.forgetExpression(expression.className());
    if (!finished) {
      return new Evaluation.Threw(classes.failure());
    }
    InProcessExecutionControl.Invocation invocation =
        control.run(expression.className(), BODY_METHOD);
    if (invocation.thrown() != null) {
      return threw(invocation);
    }
    Object value = invocation.value();
    boolean isReceiver = false;
    if (value instanceof CallResult callResult) {
      value = callResult.value();
      isReceiver = callResult.isReceiver();
    }
    boolean hasValue = expression.hasValue() && !(isReceiver && expression.ofVariable());
    return new Evaluation.Done(hasValue, isReceiver, value, expression.typeName(), List.of());
  }

  private Evaluation threw(InProcessExecutionControl.Invocation invocation) {
    return new Evaluation.Threw(UndefinedCode.explain(shell, origins, invocation.thrown()));
  }

  /** Evaluates snippets to warm up and drops them; lets cells run in between. */
  public void warmUp(List<String> snippets) {
    for (String snippet : snippets) {
      lock.lock();
      try {
        if (closed) {
          return;
        }
        split(snippet).forEach(s -> evaluate(s.text(), new Origin("the kernel", 0, 1)));
        if (closed) {
          return; // While it ran, when the lock was given up.
        }
        shell.variables().filter(v -> v.source().equals(snippet)).forEach(shell::drop);
      } finally {
        lock.unlock();
      }
    }
  }

  private Evaluation outcome(
      String source, List<SnippetEvent> events, InProcessExecutionControl.Invocation invocation) {
    List<String> notes = follow(events);
    SnippetEvent main = events.get(0);
    Snippet snippet = main.snippet();
    if (isRejected(main)) {
      return new Evaluation.Rejected(SnippetProblems.of(shell, source, snippet));
    }
    if (main.status() == Status.RECOVERABLE_NOT_DEFINED && snippet.kind() == Kind.VAR) {
      List<CompileProblem> problems =
          SnippetProblems.missing(shell, source, (DeclarationSnippet) snippet);
      unresolved.forget(snippet);
      drop(snippet);
      return new Evaluation.Rejected(problems);
    }
    boolean temporary = snippet.subKind() == SubKind.TEMP_VAR_EXPRESSION_SUBKIND;
    String typeName = typeOf(snippet);
    if (temporary) {
      dropTemporary(snippet);
    }
    if (invocation != null && invocation.thrown() != null) {
      return threw(invocation);
    }
    boolean hasValue = temporary || snippet.subKind() == SubKind.VAR_VALUE_SUBKIND;
    Object value = invocation == null ? null : invocation.value();
    return new Evaluation.Done(hasValue, false, value, typeName, notes);
  }

  private boolean isRejected(SnippetEvent event) {
    return event.status() == Status.REJECTED
        || (event.status() == Status.RECOVERABLE_DEFINED
                || event.status() == Status.RECOVERABLE_NOT_DEFINED)
            && shell.status(event.snippet()) == Status.DROPPED;
  }

  private List<String> follow(List<SnippetEvent> events) {
    List<String> notes = new ArrayList<>();
    if (events.stream().anyMatch(e -> e.snippet() instanceof DeclarationSnippet)) {
      expressions.declarationsChanged();
    }
    history.begin();
    for (SnippetEvent event : events) {
      if (!isRejected(event)) {
        unresolved.follow(event);
      }
      history.follow(shell, event);
      variables.follow(shell, event).ifPresent(notes::add);
    }
    return notes;
  }

  private void drop(Snippet snippet) {
    if (shell.status(snippet).isActive()) {
      declarer.ifPresentOrElse(d -> d.drop(snippet), () -> shell.drop(snippet));
    }
  }

  private static String typeOf(Snippet snippet) {
    if (snippet instanceof VarSnippet variable) {
      return variable.typeName();
    }
    return snippet instanceof ExpressionSnippet expression ? expression.typeName() : "";
  }

  private void dropTemporary(Snippet snippet) {
    String wrapper = shell.sourceCodeAnalysis().wrapper(snippet).fullClassName();
    drop(snippet);
    origins.forget(snippet.id());
    variables.release(wrapper);
  }

  /**
   * Returns what the declarations of a cell lack before they can be used, by their names, in
   * JShell's terms ({@code class Foo}, {@code method f2()}).
   */
  public Map<String, List<String>> unresolvedIn(int cell) {
    return ask(js -> unresolved.of(cell, js));
  }

  /**
   * Returns what a declaration lacks, in JShell's terms; empty when it can be used, or doesn't
   * exist.
   */
  public List<String> missingFor(String name) {
    return ask(js -> unresolved.of(name, js));
  }

  /** Returns the notes for the user about the declarations of a step, whatever their result. */
  public List<String> notesOn(List<SnippetText> step) {
    return ask(
        js ->
            step.stream()
                .flatMap(
                    s ->
                        Stream.concat(
                            processors.notes(js, s.text()).stream(), selfReferenceNotes(s)))
                .distinct()
                .toList());
  }

  /**
   * Returns a note when a variable's initializer reads the variable itself, which then starts
   * without its earlier value.
   */
  private Stream<String> selfReferenceNotes(SnippetText snippet) {
    return VariableDeclaration.of(snippet.text())
        .filter(d -> d.readsItself() && variableNamed(d.name()).isPresent())
        .map(
            d ->
                "Note: this declares "
                    + d.name()
                    + " anew, as in Java, so that its value is 0 or null where it is read here."
                    + " Without the type in front the line goes on from the earlier value.")
        .stream();
  }

  /**
   * Returns the notes for the user about what the ending cell has replaced; each is returned once.
   */
  public List<String> takeStaleNotes() {
    return ask(
        js -> {
          StaleDeclarationNotes notes = new StaleDeclarationNotes(js, origins);
          List<String> all = new ArrayList<>();
          history
              .takeHoldersOfReplacedClasses(js)
              .forEach((type, left) -> all.add(notes.objectsOfReplacedClass(type, left)));
          history
              .takeReadersOfEarlier(js)
              .forEach((name, left) -> all.add(notes.readingEarlier(name, left)));
          history.takeBroken(js).forEach(broken -> all.add(notes.broken(broken)));
          return all;
        });
  }

  /** The usable variables, in the order of their declaration. */
  public List<Variable> variables() {
    return ask(
        js ->
            js.variables()
                .filter(v -> js.status(v) == Status.VALID)
                .map(
                    v ->
                        new Variable(
                            v.name(),
                            v.typeName(),
                            variables.valueOf(js, v),
                            origins.originOf(v.id()).map(Origin::cell).orElse(0)))
                .toList());
  }

  /** Returns the type of an expression as Java writes it; empty when it has none. */
  public Optional<String> typeOf(String expression) {
    return ask(
        js ->
            Optional.ofNullable(
                js.sourceCodeAnalysis().analyzeType(expression, expression.length())));
  }

  /** Returns the binary name of a type that a cell declared; empty when there is none. */
  public Optional<String> binaryNameOf(String type) {
    return ask(
        js ->
            js.types()
                .filter(t -> js.status(t) == Status.VALID && t.name().equals(type))
                .map(t -> js.sourceCodeAnalysis().wrapper(t).fullClassName() + "$" + type)
                .findFirst());
  }

  /** The names that cells have declared: variables, methods and types. */
  public Set<String> declaredNames() {
    return ask(
        js ->
            js.snippets()
                .filter(s -> s instanceof DeclarationSnippet && js.status(s).isActive())
                .map(s -> ((DeclarationSnippet) s).name())
                .collect(Collectors.toSet()));
  }

  /** Forgets variables, methods and classes; imports stay. */
  public void reset() {
    lock.lock();
    try {
      List<Snippet> declared =
          shell
              .snippets()
              .filter(s -> s instanceof DeclarationSnippet)
              .filter(s -> shell.status(s).isActive())
              .toList();
      for (Snippet snippet : declared) {
        drop(snippet);
        origins.forget(snippet.id());
      }
      history.clear();
      variables.releaseAll();
      expressions.declarationsChanged();
      unresolved.clear();
    } finally {
      lock.unlock();
    }
  }

  private Optional<SourceLines> linesOf(String className) {
    return origins.linesOf(shell, SnippetOrigins.wrapperOf(className));
  }

  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      shell.close();
      files.close(); // The indexes of all jars on the class path.
    } catch (IOException e) {
      // A jar was deleted meanwhile; open files are closed when the process ends.
    } finally {
      lock.unlock();
    }
  }
}
