package firesteel.spark.closure;

import firesteel.api.session.Variable;
import firesteel.spark.executor.NotebookVariables;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Properties;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.apache.spark.SparkContext;
import org.apache.spark.SparkEnv;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.scheduler.DAGScheduler;

/** Installs what lets the tasks of a Spark context see the notebook's variables. Thread-safe. */
public final class Closures {
  /** The local property with which a job finds its snapshot of the variables' values. */
  public static final String SNAPSHOT = "firesteel.snapshot";

  private final NotebookCode notebook;
  private final ClassLoader loader;
  private final Supplier<List<Variable>> variables;
  private final BiConsumer<Properties, String> toCell;
  private final Snapshots snapshots;
  private final LibraryMethods library;
  private final Initializations initializations;

  /**
   * Creates the closures without touching a context.
   *
   * @param loader loads the classes of cells
   * @param variables the notebook's variables, for messages
   * @param toCell writes text to the cell that a job's properties name
   */
  public Closures(
      NotebookCode notebook,
      ClassLoader loader,
      Supplier<List<Variable>> variables,
      BiConsumer<Properties, String> toCell) {
    this.notebook = notebook;
    this.loader = loader;
    this.variables = variables;
    this.toCell = toCell;
    this.library = new LibraryMethods(loader);
    this.snapshots = new Snapshots(notebook.code(), loader);
    this.initializations = new Initializations(notebook.code(), library, snapshots);
    NotebookVariables.watchInitializations(type -> initializations.initializing(type.getName()));
  }

  /**
   * Replaces the closure serializer of a context; once for each context, before its first job.
   *
   * <p>Spark has no setting for it, so the fields that hold the serializer are set by reflection.
   * Later JDKs (JEP 500) require {@code --enable-final-field-mutation=ALL-UNNAMED} for that.
   */
  public void install(SparkContext context) {
    SnippetCode code = notebook.code();
    BroadcastCode broadcasts = new BroadcastCode(code);
    CaptureErrors captureErrors = new CaptureErrors(code, variables);
    LocalJobs localJobs = new LocalJobs(snapshots);
    CapturedValues capturedValues =
        new CapturedValues(
            code,
            library,
            snapshots,
            initializations,
            new BroadcastValues(JavaSparkContext.fromSparkContext(context)),
            broadcasts,
            captureErrors);
    TaskBinaries tasks =
        new TaskBinaries(
            context,
            code,
            snapshots,
            capturedValues,
            broadcasts,
            captureErrors,
            localJobs,
            new JobWarnings(captureErrors, toCell));
    if (context.isLocal()) {
      context.addSparkListener(localJobs);
    }
    SparkEnv env = context.env();
    ClosureSerializer serializer = new ClosureSerializer(env.closureSerializer(), tasks);
    set(SparkEnv.class, env, serializer);
    set(DAGScheduler.class, context.dagScheduler(), serializer.newInstance());
    context.addSparkListener(new ContextEnd(serializer));
  }

  /**
   * Returns the values for functions that are sent one by one.
   *
   * @param large sends large values
   */
  public FunctionValues functionValues(LargeValues large) {
    SnippetCode code = notebook.code();
    BroadcastCode broadcasts = new BroadcastCode(code);
    CaptureErrors captureErrors = new CaptureErrors(code, variables);
    CapturedValues capturedValues =
        new CapturedValues(
            code, library, snapshots, initializations, large, broadcasts, captureErrors);
    return new FunctionValues(
        code,
        snapshots,
        capturedValues,
        broadcasts,
        captureErrors,
        new JobWarnings(captureErrors, toCell));
  }

  /** Returns the loader of the classes of cells. */
  public ClassLoader loader() {
    return loader;
  }

  /** Returns the folder of the classes that executors load. */
  public ClassFolder classFolder() {
    return notebook.folder();
  }

  private static void set(Class<?> owner, Object object, Object serializer) {
    try {
      Field field = owner.getDeclaredField("closureSerializer");
      field.setAccessible(true);
      field.set(object, serializer);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(
          "this Spark is not as expected: notebook variables would not reach its tasks", e);
    }
  }
}
