package firesteel.engine.eval;

import firesteel.engine.Variable;
import firesteel.engine.bytecode.ClassTransformer;
import firesteel.engine.bytecode.SnippetTransformer;
import firesteel.engine.bytecode.SourceLines;
import firesteel.engine.error.CompileProblem;
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
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.tools.JavaFileManager;
import javax.tools.StandardLocation;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.ExpressionSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Kind;
import jdk.jshell.Snippet.Status;
import jdk.jshell.Snippet.SubKind;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.VarSnippet;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;

/**
 * Evaluates Java snippets through {@link JShell}, and keeps JShell fast and true over thousands of
 * cells: values stay objects, temporary variables are dropped, values survive when JShell moves
 * their variables to new classes, and values that nothing can reach any more are let go.
 *
 * <p>Thread-safe: one lock guards JShell, and is given up while user code runs.
 */
public final class JavaEvaluator implements AutoCloseable {
  private static final String BODY_METHOD = "do_it$";

  private final CompileLock lock;
  private final SnippetClassLoader loader;
  private final SnippetClasses classes;
  private final SnippetOrigins origins = new SnippetOrigins();
  private final VariableWrappers variables;
  private final UnresolvedDeclarations unresolved = new UnresolvedDeclarations(origins);
  private final SnippetControl control;
  private final JShell shell;
  private final CachingFileManager files;
  private final ExpressionCompiler expressions;
  private final DemandImports demandImports;
  private boolean closed;

  /**
   * Starts JShell.
   *
   * @param loader where the snippets' classes go
   * @param classPath what cells compile against
   * @param compilerOptions more options of javac
   * @param lock guards JShell; given up while user code runs
   * @param more what else rewrites snippet classes, after the evaluator's own rewriting
   */
  public JavaEvaluator(
      SnippetClassLoader loader,
      List<Path> classPath,
      List<String> compilerOptions,
      CompileLock lock,
      List<ClassTransformer> more) {
    this.loader = loader;
    this.demandImports = new DemandImports(loader);
    this.lock = lock;
    List<ClassTransformer> transformers = new ArrayList<>();
    transformers.add(new SnippetTransformer(BODY_METHOD, this::linesOf));
    transformers.addAll(more);
    FieldReaders readers = new FieldReaders(BODY_METHOD);
    classes = new SnippetClasses(loader, readers, transformers);
    variables = new VariableWrappers(loader, readers);
    control = new SnippetControl(loader, lock, classes);
    AtomicReference<CachingFileManager> made = new AtomicReference<>();
    shell =
        JShell.builder()
            .executionEngine(provider(), Map.of())
            .compilerOptions(compilerOptions.toArray(String[]::new))
            .fileManager(manager -> made.updateAndGet(none -> new CachingFileManager(manager)))
            .build();
    files = made.get();
    lookForNoSources();
    SnippetFiles snippetFiles = new SnippetFiles(files, loader, this::wrappersInForce);
    expressions = new ExpressionCompiler(snippetFiles, BODY_METHOD, compilerOptions);
    String missing = notOnProcessClassPath(classPath);
    if (!missing.isEmpty()) {
      shell.addToClasspath(missing);
    }
  }

  /** Without a source path the compiler would look for source files on the class path as well. */
  private void lookForNoSources() {
    try {
      files.setLocationFromPaths(StandardLocation.SOURCE_PATH, List.of());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Set<String> wrappersInForce() {
    SourceCodeAnalysis analysis = shell.sourceCodeAnalysis();
    return shell
        .snippets()
        .filter(s -> s instanceof DeclarationSnippet && shell.status(s).isDefined())
        .map(s -> analysis.wrapper(s).fullClassName())
        .collect(Collectors.toSet());
  }

  /** JShell compiles against the class path of its process by itself; twice would cost twice. */
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
    } finally {
      lock.unlock();
    }
  }

  /** What cells compile against; to be used only within {@link #ask}. */
  public JavaFileManager files() {
    return files;
  }

  /** Asks JShell something while no snippet is being compiled. */
  public <T> T ask(Function<JShell, T> question) {
    lock.lock();
    try {
      return question.apply(shell);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Splits Java into snippets; text that is no Java stays one piece, for the compiler to refuse.
   */
  public List<SnippetText> split(String java) {
    return ask(
        js -> {
          List<SnippetText> snippets = new ArrayList<>();
          String rest = java;
          while (!rest.isBlank()) {
            CompletionInfo info = js.sourceCodeAnalysis().analyzeCompletion(rest);
            String source = info.completeness().isComplete() ? info.source() : rest;
            String remaining = info.completeness().isComplete() ? info.remaining() : "";
            if (source == null || source.isBlank()) {
              break; // Comments alone.
            }
            int offset = java.length() - rest.length();
            int leading = source.length() - source.stripLeading().length();
            snippets.add(new SnippetText(source.strip(), offset + leading).withoutLastComment());
            if (remaining.length() >= rest.length()) {
              break;
            }
            rest = remaining;
          }
          return snippets;
        });
  }

  /**
   * Evaluates one snippet on the calling thread.
   *
   * @param snippet the snippet
   * @param origin where its text starts
   */
  public Evaluation evaluate(String snippet, Origin origin) {
    return evaluate(snippet, origin, false);
  }

  /**
   * Evaluates one snippet on the calling thread.
   *
   * @param snippet the snippet
   * @param origin where its text starts
   * @param statement whether its user ended it with a semicolon: then what a call gives back
   *     besides is no value
   */
  public Evaluation evaluate(String snippet, Origin origin, boolean statement) {
    lock.lock();
    try {
      demandImports.prepare(shell, snippet);
      origins.evaluating(snippet, origin);
      classes.begin();
      control.takeLast();
      if (unresolved.isEmpty()) { // Else JShell has to say what a call lacks.
        Optional<ExpressionCompiler.Compiled> expression =
            expressions.compile(shell, snippet, statement);
        if (expression.isPresent()) {
          return run(expression.get());
        }
      }
      List<SnippetEvent> events = shell.eval(snippet);
      SnippetControl.Invocation invocation = control.takeLast();
      if (!classes.finish()) {
        return new Evaluation.Threw(classes.failure());
      }
      return outcome(snippet, events, invocation);
    } finally {
      lock.unlock();
    }
  }

  private Evaluation run(ExpressionCompiler.Compiled expression) {
    origins.placeExpression(expression.className(), expression.firstLine());
    expression.classFiles().forEach(classes::receive);
    boolean finished = classes.finish();
    origins.forgetExpression(expression.className());
    if (!finished) {
      return new Evaluation.Threw(classes.failure());
    }
    SnippetControl.Invocation invocation = control.run(expression.className(), BODY_METHOD);
    if (invocation.thrown() != null) {
      return new Evaluation.Threw(invocation.thrown());
    }
    Object value = invocation.value();
    boolean isReceiver = false;
    if (value instanceof Answered answered) {
      value = answered.value();
      isReceiver = answered.isReceiver();
    }
    boolean hasValue = expression.hasValue() && !(isReceiver && expression.ofVariable());
    return new Evaluation.Done(hasValue, isReceiver, value, expression.typeName(), List.of());
  }

  /** Evaluates snippets for the sake of it and forgets them; gives way to cells in between. */
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
      String source, List<SnippetEvent> events, SnippetControl.Invocation invocation) {
    List<String> notes = new ArrayList<>();
    if (events.stream().anyMatch(e -> e.snippet() instanceof DeclarationSnippet)) {
      expressions.declarationsChanged();
    }
    for (SnippetEvent event : events) {
      unresolved.follow(event);
      variables.follow(shell, event).ifPresent(notes::add);
    }
    SnippetEvent main = events.get(0);
    Snippet snippet = main.snippet();
    if (main.status() == Status.REJECTED) {
      return new Evaluation.Rejected(SnippetProblems.of(shell, source, snippet));
    }
    if (main.status() == Status.RECOVERABLE_NOT_DEFINED && snippet.kind() == Kind.VAR) {
      List<CompileProblem> problems =
          SnippetProblems.missing(shell, source, (DeclarationSnippet) snippet);
      unresolved.forget(snippet);
      shell.drop(snippet);
      return new Evaluation.Rejected(problems);
    }
    boolean temporary = snippet.subKind() == SubKind.TEMP_VAR_EXPRESSION_SUBKIND;
    String typeName = typeOf(snippet);
    if (temporary) {
      dropTemporary(snippet);
    }
    if (invocation != null && invocation.thrown() != null) {
      return new Evaluation.Threw(
          UndefinedCode.explain(shell, main.exception(), invocation.thrown()));
    }
    boolean hasValue = temporary || snippet.subKind() == SubKind.VAR_VALUE_SUBKIND;
    Object value = invocation == null ? null : invocation.value();
    return new Evaluation.Done(hasValue, false, value, typeName, notes);
  }

  private static String typeOf(Snippet snippet) {
    if (snippet instanceof VarSnippet variable) {
      return variable.typeName();
    }
    return snippet instanceof ExpressionSnippet expression ? expression.typeName() : "";
  }

  private void dropTemporary(Snippet snippet) {
    String wrapper = shell.sourceCodeAnalysis().wrapper(snippet).fullClassName();
    shell.drop(snippet);
    origins.forget(snippet.id());
    variables.release(wrapper);
  }

  /**
   * What the declarations of a cell still wait for, as JShell words it ({@code class Foo}, {@code
   * method f2()}): from the name of each that can't be used yet to what it lacks.
   */
  public Map<String, List<String>> unresolvedIn(int cell) {
    return ask(js -> unresolved.of(cell, js));
  }

  /** The variables that can be used now, in the order of their declaration. */
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

  /** The type of an expression as Java writes it; empty when it has none. */
  public Optional<String> typeOf(String expression) {
    return ask(
        js ->
            Optional.ofNullable(
                js.sourceCodeAnalysis().analyzeType(expression, expression.length())));
  }

  /** The name in the JVM of a type that a cell has declared; empty when none has. */
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
        shell.drop(snippet);
        origins.forget(snippet.id());
      }
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
    } finally {
      lock.unlock();
    }
  }
}
