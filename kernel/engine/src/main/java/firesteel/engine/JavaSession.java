package firesteel.engine;

import firesteel.api.bytecode.FailureLocations;
import firesteel.api.comm.Comms;
import firesteel.api.completion.Completeness;
import firesteel.api.completion.Completion;
import firesteel.api.display.MimeBundle;
import firesteel.api.error.CompileProblem;
import firesteel.api.magic.ShownValue;
import firesteel.api.session.Cell;
import firesteel.api.session.CellError;
import firesteel.api.session.CellOutputs;
import firesteel.api.session.CellResult;
import firesteel.api.session.Origin;
import firesteel.api.session.Session;
import firesteel.api.session.SessionExtension;
import firesteel.api.session.Variable;
import firesteel.engine.display.RendererRegistry;
import firesteel.engine.error.CellClasses;
import firesteel.engine.error.CompileHints;
import firesteel.engine.error.NamesInScope;
import firesteel.engine.error.SymbolHints;
import firesteel.engine.eval.BodyRunner;
import firesteel.engine.eval.CompileLock;
import firesteel.engine.eval.JavaEvaluator;
import firesteel.engine.eval.NotebookImports;
import firesteel.engine.eval.SourceCheck;
import firesteel.engine.history.StoredHistory;
import firesteel.engine.magic.MagicRunner;
import firesteel.engine.plugin.LoadedPlugins;
import firesteel.source.CellParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs the cells of a notebook, keeps their variables, classes and history, and answers questions
 * about code.
 *
 * <p>Thread-safe. A cell runs on the thread that calls {@link #execute}; completion, inspection and
 * completeness answer while one runs, and a second thread may run a cell beside it (a subshell).
 *
 * <p>Classes that a kernel needs for its first reply have no logger field: creating the first
 * logger starts the logging library, which takes longer than the rest of the start.
 */
public final class JavaSession implements Session {
  private final String id = UUID.randomUUID().toString().substring(0, 8);
  private final AtomicInteger runs = new AtomicInteger();
  private final AtomicInteger executionCount = new AtomicInteger();
  private final AtomicBoolean started = new AtomicBoolean();
  private final Extensions extensions;
  private final JavaSetup java;
  private final LoadedPlugins plugins;
  private final RendererRegistry displays;
  private final MagicRunner magics;
  private final CellParser parser;
  private final StoredHistory history;
  private final Comms comms = new Comms();
  private final OutputHistory outputs = new OutputHistory();
  private final CompileLock compileLock = new CompileLock();
  private final CellIdleMonitor idleMonitor = new CellIdleMonitor();
  private final Interrupts interrupts = new Interrupts(compileLock);
  private final Optional<StatementLimit> limit;
  private final CellRunner runner;
  private final CellAssist assist;
  private final CellFailures failures;
  private final Map<String, String> sources = new ConcurrentHashMap<>();
  private final RecentCells recent = new RecentCells();
  private final Thread warmUp;
  private volatile Path workingDirectory;

  JavaSession(SessionBuilder builder) {
    workingDirectory = builder.workingDirectory();
    history = new StoredHistory(builder.historyFile());
    plugins = builder.plugins();
    displays = new RendererRegistry(plugins);
    extensions = new Extensions(builder.extensions());
    limit = builder.statementLimit().map(most -> new StatementLimit(most, this::interrupt));
    java =
        new JavaSetup(
            builder.classPath(),
            builder.compilerOptions(),
            compileLock,
            limit.map(BodyRunner.class::cast),
            extensions,
            plugins::isolatedTableReaders);
    magics = new MagicRunner(plugins);
    parser = new CellParser(name -> magics.lineNames().contains(name));
    runner = new CellRunner(java::evaluator, magics, parser, outputs);
    assist = new CellAssist(this, java, parser, magics);
    warmUp = KernelThreads.daemon("warm-up", new JavaWarmUp(java, assist, idleMonitor));
    failures =
        new CellFailures(
            name -> Optional.ofNullable(sources.get(name)),
            thrown -> extensions.first(extension -> extension.summarize(thrown)),
            problem -> extensions.first(extension -> extension.hint(problem, this)),
            new CompileHints(
                new SymbolHints(
                    assist::classesNamed,
                    () -> java.evaluator().declaredNames(),
                    this::inScope,
                    name -> java.evaluator().missingFor(name),
                    this::classNamed),
                this::classNamed));
    CellConsole.open(this);
    extensions.each(extension -> extension.attach(this));
  }

  /** Returns a builder for a session. */
  public static SessionBuilder builder() {
    return new SessionBuilder();
  }

  @Override
  public CellResult execute(Cell cell, CellOutputs outputs) {
    int number = cell.storeHistory() ? executionCount.incrementAndGet() : 0;
    ExecutingCell running =
        new ExecutingCell(this, number, id + "-" + runs.incrementAndGet(), cell, outputs);
    Origin origin = Origin.ofCell(number, 1);
    if (number > 0) {
      sources.put(origin.source(), cell.code());
    }
    ExecutingCell before = enter(running);
    Optional<MimeBundle> shown = Optional.empty();
    Optional<CellError> error = Optional.empty();
    try {
      outputs.started(number);
      CellRunner.Value value = runner.run(running, cell.code(), origin);
      shown = show(running, value);
      runner.noteUnresolved(running);
    } catch (Throwable thrown) {
      error = Optional.of(failures.of(running, thrown));
    } finally {
      plugins.untoldProblems().forEach(problem -> outputs.stderr("Note: " + problem + "\n"));
      leave(running, before);
    }
    if (number > 0) {
      if (error.isPresent()) {
        history.addFailed(number, cell.code());
      } else {
        history.add(number, cell.code(), shown.map(MimeBundle::text));
      }
    }
    return new CellResult(executionCount.get(), shown, error, running.nextInput());
  }

  @Override
  public CellResult evaluate(String expression, CellOutputs outputs) {
    return execute(new Cell(expression, false, false), outputs);
  }

  @Override
  public void runBesideCells(CellOutputs outputs, Work work) {
    ExecutingCell running =
        new ExecutingCell(
            this, 0, id + "-" + runs.incrementAndGet(), new Cell("", false, false), outputs);
    ExecutingCell before = enter(running);
    try {
      work.run();
    } catch (Throwable thrown) {
      outputs.stderr(String.join("\n", failures.of(running, thrown).traceback()) + "\n");
    } finally {
      leave(running, before);
    }
  }

  /** Runs code as a part of a running cell. */
  NestedExecution nested(ExecutingCell cell) {
    return new NestedExecution(cell, runner, sources);
  }

  private ExecutingCell enter(ExecutingCell cell) {
    recent.add(cell);
    ExecutingCell before = ExecutingCell.bind(cell);
    Thread.currentThread().setContextClassLoader(classLoader());
    interrupts.started(cell);
    idleMonitor.cellStarted();
    extensions.each(extension -> extension.cellStarted(cell));
    return before;
  }

  private void leave(ExecutingCell cell, ExecutingCell before) {
    interrupts.finished(cell);
    idleMonitor.cellFinished();
    extensions.each(extension -> extension.cellFinished(cell));
    ExecutingCell.bind(before);
  }

  private Optional<MimeBundle> show(ExecutingCell cell, CellRunner.Value value) throws Exception {
    if (value.value() == null || cell.isDisplayId(value.value())) {
      return Optional.empty();
    }
    Object kept = value.value() instanceof ShownValue shown ? shown.value() : value.value();
    if (value.incidental() && !displays.isRich(kept)) {
      return Optional.empty();
    }
    if (cell.number() > 0) {
      outputs.put(cell.number(), kept, value.typeName());
    }
    MimeBundle bundle = value.value() instanceof ShownValue shown ? shown.shown() : render(value);
    return Optional.of(
        extensions.pass(
            bundle, (extension, passed) -> extension.showing(cell, passed, Optional.empty())));
  }

  /**
   * Renders a value; since rendering may compute it, as with a Dataset, exceptions get the line of
   * the value.
   */
  private MimeBundle render(CellRunner.Value value) throws Exception {
    try {
      return displays.render(value.value());
    } catch (Throwable thrown) {
      FailureLocations.addPlace(thrown, value.at().source(), value.at().line());
      throw thrown;
    }
  }

  /** Wraps the outputs of a cell so that they pass the extensions. */
  CellOutputs seen(ExecutingCell cell, CellOutputs outputs) {
    return new InterceptedOutputs(cell, outputs, extensions);
  }

  @Override
  public CellError describe(Throwable thrown) {
    return failures.describe(thrown);
  }

  private Optional<Class<?>> classNamed(String name) {
    return CellClasses.named(name, java.classLoader())
        .or(
            () ->
                java.evaluator()
                    .binaryNameOf(name)
                    .flatMap(binary -> CellClasses.named(binary, java.classLoader())));
  }

  /** The names that cells can use through imports. */
  private NamesInScope inScope() {
    return NamesInScope.of(imports(), java.classLoader(), assist::classesIn);
  }

  /** The running cell; the latest when several run. */
  Optional<ExecutingCell> runningCell() {
    return interrupts.latest();
  }

  /** The cell that the calling thread works for according to an extension. */
  Optional<ExecutingCell> cellOfPooledThread() {
    return extensions.cellOfCurrentThread().map(recent::withId);
  }

  /** Returns whether a logger belongs to an extension. */
  boolean isLibraryLogger(String name) {
    return extensions.isLibraryLogger(name);
  }

  @Override
  public int executionCount() {
    return executionCount.get();
  }

  @Override
  public void interrupt() {
    interrupts.interruptAll(this::cancelElsewhere);
  }

  private void interrupt(ExecutingCell cell) {
    interrupts.interrupt(cell, this::cancelElsewhere);
  }

  private void cancelElsewhere(ExecutingCell cell) {
    extensions.each(extension -> extension.cellInterrupted(cell));
  }

  @Override
  public void interruptible(Runnable work) {
    interrupts.aboutToStart();
    try {
      work.run();
    } finally {
      interrupts.cancelAboutToStart();
    }
  }

  @Override
  public Completeness completeness(String code) {
    return assist.completeness(code);
  }

  @Override
  public Completion complete(String code, int cursor) {
    return assist.complete(code, cursor);
  }

  @Override
  public Optional<MimeBundle> inspect(String code, int cursor, boolean detailed) {
    return assist.inspect(code, cursor, detailed);
  }

  @Override
  public RendererRegistry displays() {
    return displays;
  }

  @Override
  public MagicRunner magics() {
    return magics;
  }

  @Override
  public LoadedPlugins plugins() {
    return plugins;
  }

  @Override
  public StoredHistory history() {
    return history;
  }

  @Override
  public Comms comms() {
    return comms;
  }

  @Override
  public List<Variable> variables() {
    return java.evaluator().variables();
  }

  @Override
  public boolean isDeclared(String name) {
    return java.evaluator().declaredNames().contains(name);
  }

  @Override
  public Object output(int executionCount) {
    return outputs.get(executionCount);
  }

  @Override
  public ClassLoader classLoader() {
    return java.classLoader();
  }

  @Override
  public void addToClassPath(List<Path> entries) {
    java.addToClassPath(entries);
    List<SessionExtension> more = plugins.add(entries, classLoader());
    Extensions late = new Extensions(more);
    late.each(extension -> extension.attach(this));
    late.each(java::join);
    if (started.get()) {
      late.each(SessionExtension::start);
    }
    extensions.add(more);
    extensions.each(extension -> extension.classPathAdded(entries));
  }

  @Override
  public Path workingDirectory() {
    return workingDirectory;
  }

  @Override
  public void changeDirectory(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new IllegalArgumentException("not a folder: " + folder);
    }
    workingDirectory = folder.toAbsolutePath().normalize();
  }

  @Override
  public Optional<Throwable> lastError() {
    return failures.last();
  }

  @Override
  public Optional<String> typeOf(String expression) {
    return java.evaluator().typeOf(expression);
  }

  @Override
  public List<String> imports() {
    return java.evaluator().ask(NotebookImports::of);
  }

  @Override
  public List<CompileProblem> problemsOf(String className, String source) {
    JavaEvaluator evaluator = java.evaluator();
    return evaluator.ask(js -> SourceCheck.problems(evaluator.files(), className, source));
  }

  @Override
  public <T> Optional<T> extension(Class<T> type) {
    return extensions.ofType(type);
  }

  @Override
  public void reset() {
    java.evaluator().reset();
    outputs.clear();
    extensions.each(SessionExtension::reset);
  }

  @Override
  public void start() {
    if (started.compareAndSet(false, true)) {
      java.startInBackground();
      warmUp.start();
      extensions.each(SessionExtension::start);
    }
  }

  @Override
  public CellIdleMonitor idleMonitor() {
    return idleMonitor;
  }

  @Override
  public void awaitReady() {
    start();
    java.evaluator();
  }

  @Override
  public void close() {
    interrupt();
    warmUp.interrupt();
    extensions.each(SessionExtension::close);
    java.close();
    interrupts.close();
    limit.ifPresent(StatementLimit::close);
    history.close();
    plugins.close();
    CellConsole.close(this);
  }
}
