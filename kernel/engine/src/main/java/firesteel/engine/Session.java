package firesteel.engine;

import firesteel.engine.assist.Completeness;
import firesteel.engine.assist.Completion;
import firesteel.engine.bytecode.FailureLocations;
import firesteel.engine.comm.Comms;
import firesteel.engine.display.Displays;
import firesteel.engine.display.MimeBundle;
import firesteel.engine.error.CellClasses;
import firesteel.engine.error.CompileHints;
import firesteel.engine.error.CompileProblem;
import firesteel.engine.error.NamesInScope;
import firesteel.engine.error.SymbolHints;
import firesteel.engine.eval.BodyRunner;
import firesteel.engine.eval.CompileLock;
import firesteel.engine.eval.JavaEvaluator;
import firesteel.engine.eval.NotebookImports;
import firesteel.engine.eval.Origin;
import firesteel.engine.eval.SourceCheck;
import firesteel.engine.history.CellHistory;
import firesteel.engine.magic.Magics;
import firesteel.engine.magic.ShownValue;
import firesteel.engine.source.CellParser;
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
 * A notebook's Java: it runs cells, keeps their variables, classes and history, and answers
 * questions about code. Every front door drives one of these and nothing below it.
 *
 * <p>Thread-safe. A cell runs on the thread that calls {@link #execute}; completion, inspection and
 * completeness answer while one runs, and a second thread may run a cell beside it (a subshell).
 *
 * <p>What is made on the way to a kernel's first answer has no logger of its own: making the first
 * one starts the logging library, which takes longer than all the rest.
 */
public final class Session implements AutoCloseable {
  private final String id = UUID.randomUUID().toString().substring(0, 8);
  private final AtomicInteger runs = new AtomicInteger();
  private final AtomicInteger executionCount = new AtomicInteger();
  private final AtomicBoolean started = new AtomicBoolean();
  private final Extensions extensions;
  private final JavaSetup java;
  private final Displays displays = new Displays();
  private final Magics magics;
  private final CellParser parser;
  private final CellHistory history;
  private final Comms comms = new Comms();
  private final OutputHistory outputs = new OutputHistory();
  private final CompileLock compileLock = new CompileLock();
  private final IdleMonitor idleness = new IdleMonitor();
  private final Interrupts interrupts = new Interrupts(compileLock);
  private final Optional<StatementLimit> limit;
  private final CellRunner runner;
  private final CellAssist assist;
  private final CellFailures failures;
  private final Map<String, String> sources = new ConcurrentHashMap<>();
  private final RecentCells recent = new RecentCells();
  private final Thread warmUp;
  private volatile Path workingDirectory;

  Session(SessionBuilder builder) {
    workingDirectory = builder.workingDirectory();
    history = new CellHistory(builder.historyFile());
    extensions = new Extensions(builder.extensions());
    limit = builder.statementLimit().map(most -> new StatementLimit(most, this::interrupt));
    java =
        new JavaSetup(
            builder.classPath(),
            builder.compilerOptions(),
            compileLock,
            limit.map(BodyRunner.class::cast),
            extensions);
    magics = new Magics(Session.class.getClassLoader());
    parser = new CellParser(name -> magics.lineNames().contains(name));
    runner = new CellRunner(java::evaluator, magics, parser, outputs);
    assist = new CellAssist(this, java, parser, magics);
    warmUp = KernelThreads.daemon("warm-up", new JavaWarmUp(java, assist, idleness));
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
    extensions.all().forEach(extension -> extension.attach(this));
  }

  /** Starts to make a session. */
  public static SessionBuilder builder() {
    return new SessionBuilder();
  }

  /**
   * Runs a cell to its end, on the calling thread. Never throws for what the cell does.
   *
   * @param cell what to run
   * @param outputs where it writes to while it runs, and its threads after it
   */
  public CellResult execute(Cell cell, CellOutputs outputs) {
    int number = cell.storeHistory() ? executionCount.incrementAndGet() : 0;
    RunningCell running =
        new RunningCell(this, number, id + "-" + runs.incrementAndGet(), cell, outputs);
    Origin origin = Origin.ofCell(number, 1);
    if (number > 0) {
      sources.put(origin.source(), cell.code());
    }
    RunningCell before = enter(running);
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

  /**
   * Evaluates an expression beside the cells: no history, no execution count, as {@code
   * user_expressions} asks for.
   */
  public CellResult evaluate(String expression, CellOutputs outputs) {
    return execute(new Cell(expression, false, false), outputs);
  }

  /** User code that is no cell; see {@link #runBesideCells}. */
  @FunctionalInterface
  public interface Work {
    /** Does it. */
    void run() throws Exception;
  }

  /**
   * Runs user code that is no cell, such as a comm's handler, on the calling thread: as with a
   * cell, its output goes where it belongs, and an interrupt stops it.
   *
   * @param outputs where it writes to; what it throws is shown there
   */
  public void runBesideCells(CellOutputs outputs, Work work) {
    RunningCell running =
        new RunningCell(
            this, 0, id + "-" + runs.incrementAndGet(), new Cell("", false, false), outputs);
    RunningCell before = enter(running);
    try {
      work.run();
    } catch (Throwable thrown) {
      outputs.stderr(String.join("\n", failures.of(running, thrown).traceback()) + "\n");
    } finally {
      leave(running, before);
    }
  }

  /** Runs code as a part of a running cell. */
  public NestedExecution within(RunningCell cell) {
    return new NestedExecution(cell, runner, sources);
  }

  private RunningCell enter(RunningCell cell) {
    recent.add(cell);
    RunningCell before = RunningCell.bind(cell);
    Thread.currentThread().setContextClassLoader(classLoader());
    interrupts.started(cell);
    idleness.cellStarted();
    extensions.each(extension -> extension.cellStarted(cell));
    return before;
  }

  private void leave(RunningCell cell, RunningCell before) {
    interrupts.finished(cell);
    idleness.cellFinished();
    extensions.each(extension -> extension.cellFinished(cell));
    RunningCell.bind(before);
  }

  private Optional<MimeBundle> show(RunningCell cell, CellRunner.Value value) throws Exception {
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

  /** To render may be to compute, as with a Dataset: what that throws names the value's line. */
  private MimeBundle render(CellRunner.Value value) throws Exception {
    try {
      return displays.render(value.value());
    } catch (Throwable thrown) {
      FailureLocations.addPlace(thrown, value.at().source(), value.at().line());
      throw thrown;
    }
  }

  /** A cell's outputs as the cell gets them. */
  CellOutputs seen(RunningCell cell, CellOutputs outputs) {
    return new InterceptedOutputs(cell, outputs, extensions);
  }

  /** An exception in the words of cells' errors. */
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

  /** What names cells may use by import. */
  private NamesInScope inScope() {
    return NamesInScope.of(imports(), java.classLoader(), assist::classesIn);
  }

  /** The cell that runs, the latest when there are several. */
  Optional<RunningCell> runningCell() {
    return interrupts.latest();
  }

  /** The cell that an extension knows the calling thread to work for. */
  Optional<RunningCell> cellOfPooledThread() {
    return extensions.cellOfCurrentThread().map(recent::withId);
  }

  /** Whether a logger is an extension's. */
  boolean isLibraryLogger(String name) {
    return extensions.isLibraryLogger(name);
  }

  /** The execution count of the last cell that counted; 0 before the first. */
  public int executionCount() {
    return executionCount.get();
  }

  /** Asks every running cell to stop: its thread, what it waits for, and its Spark jobs. */
  public void interrupt() {
    interrupts.interruptAll(this::cancelElsewhere);
  }

  private void interrupt(RunningCell cell) {
    interrupts.interrupt(cell, this::cancelElsewhere);
  }

  private void cancelElsewhere(RunningCell cell) {
    extensions.each(extension -> extension.cellInterrupted(cell));
  }

  /**
   * Does what runs a cell in the end: an interrupt that comes from now on stops the cell, also when
   * it has not started yet. For front doors that say that they are busy before they execute.
   */
  public void interruptible(Runnable work) {
    interrupts.aboutToStart();
    try {
      work.run();
    } finally {
      interrupts.noLongerAboutToStart();
    }
  }

  /** Whether text can run as it stands. */
  public Completeness completeness(String code) {
    return assist.completeness(code);
  }

  /**
   * What may stand at the cursor: Java, magics, their options, paths.
   *
   * @param code the whole cell
   * @param cursor UTF-16 units from its start
   */
  public Completion complete(String code, int cursor) {
    return assist.complete(code, cursor);
  }

  /**
   * What the name or the call at the cursor is: signature and documentation as plain text, Markdown
   * and HTML.
   *
   * @param code the whole cell
   * @param cursor UTF-16 units from its start
   * @param detailed whether documentation is wanted too, and not the signature alone
   */
  public Optional<MimeBundle> inspect(String code, int cursor, boolean detailed) {
    return assist.inspect(code, cursor, detailed);
  }

  /** The renderers of values. */
  public Displays displays() {
    return displays;
  }

  /** The magics. */
  public Magics magics() {
    return magics;
  }

  /** The cells of this session and of earlier ones. */
  public CellHistory history() {
    return history;
  }

  /** The comms between cells and the front end. */
  public Comms comms() {
    return comms;
  }

  /** The variables that cells declared, in the order of their declaration. */
  public List<Variable> variables() {
    return java.evaluator().variables();
  }

  /** Whether cells declared a variable, a method or a type of a name. */
  public boolean isDeclared(String name) {
    return java.evaluator().declaredNames().contains(name);
  }

  /**
   * The value of a cell that had one, as {@code Out(3)} gives it.
   *
   * @throws java.util.NoSuchElementException when that cell had none; the message says which had
   */
  public Object output(int executionCount) {
    return outputs.get(executionCount);
  }

  /**
   * The loader of the snippets' classes: the context class loader of every thread that runs them.
   */
  public ClassLoader classLoader() {
    return java.classLoader();
  }

  /** Makes jars or class folders visible to the cells that follow. */
  public void addToClassPath(List<Path> entries) {
    java.addToClassPath(entries);
    extensions.each(extension -> extension.classPathAdded(entries));
  }

  /** The folder that magics and shell commands start in. */
  public Path workingDirectory() {
    return workingDirectory;
  }

  /** Changes the folder that magics and shell commands start in; the process's own stays. */
  public void changeDirectory(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new IllegalArgumentException("not a folder: " + folder);
    }
    workingDirectory = folder.toAbsolutePath().normalize();
  }

  /** What the last cell that failed threw, whole and unfiltered; empty when none has failed. */
  public Optional<Throwable> lastError() {
    return failures.last();
  }

  /** The type of an expression as Java writes it, generics included; empty when it has none. */
  public Optional<String> typeOf(String expression) {
    return java.evaluator().typeOf(expression);
  }

  /** The import declarations that hold in every cell, those of cells included. */
  public List<String> imports() {
    return java.evaluator().ask(NotebookImports::of);
  }

  /**
   * What the compiler has against a source file that sees what cells see, but nothing that they
   * declare.
   *
   * @param className the file's public class
   * @param source the file's text
   */
  public List<CompileProblem> problemsOf(String className, String source) {
    JavaEvaluator evaluator = java.evaluator();
    return evaluator.ask(js -> SourceCheck.problems(evaluator.files(), className, source));
  }

  /** An extension of a type, for magics that belong to it. */
  public <T extends SessionExtension> Optional<T> extension(Class<T> type) {
    return extensions.ofType(type);
  }

  /** Forgets variables, methods, classes and the values of cells; the history stays. */
  public void reset() {
    java.evaluator().reset();
    outputs.clear();
    extensions.each(SessionExtension::reset);
  }

  /**
   * Starts Java and the extensions in the background, so that the first cell waits less. A front
   * door calls it once it can answer; what needs Java before that starts it too.
   */
  public void start() {
    if (started.compareAndSet(false, true)) {
      java.startInBackground();
      warmUp.start();
      extensions.each(SessionExtension::start);
    }
  }

  /** When the user pauses, for work that can wait. */
  public IdleMonitor idleness() {
    return idleness;
  }

  /** Waits until Java is ready for the first cell; starts it when nobody did. */
  public void awaitReady() {
    start();
    java.evaluator();
  }

  /**
   * Stops what runs, closes the extensions, and ends every thread of the session; bounded in time.
   */
  @Override
  public void close() {
    interrupt();
    warmUp.interrupt();
    extensions.each(SessionExtension::close);
    java.close();
    interrupts.close();
    limit.ifPresent(StatementLimit::close);
    history.close();
    CellConsole.close(this);
  }
}
