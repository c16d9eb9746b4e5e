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

/** Makes the tasks of a context see the notebook's variables. Thread-safe. */
public final class Closures {
  /** The local property by which a job finds the values that variables had at its submission. */
  public static final String SNAPSHOT = "firesteel.snapshot";

  private final NotebookCode notebook;
  private final ClassLoader loader;
  private final Supplier<List<Variable>> variables;
  private final BiConsumer<Properties, String> toCell;
  private final Snapshots snapshots;
  private final LibraryMethods library;
  private final Initializations initializations;

  /**
   * Touches no context yet.
   *
   * @param loader has the classes of cells
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
   * Takes part in how a context serializes tasks; once for each context, before its first job.
   *
   * <p>Spark has no setting for it: the fields that hold its serializer are set. Later JDKs (JEP
   * 500) want that allowed with {@code --enable-final-field-mutation=ALL-UNNAMED}.
   */
  public void install(SparkContext context) {
    SnippetCode code = notebook.code();
    BroadcastCode broadcasts = new BroadcastCode(code);
    CaptureErrors refusals = new CaptureErrors(code, variables);
    LocalJobs localJobs = new LocalJobs(snapshots);
    CapturedValues environments =
        new CapturedValues(
            code,
            library,
            snapshots,
            initializations,
            new BroadcastValues(JavaSparkContext.fromSparkContext(context)),
            broadcasts,
            refusals);
    TaskBinaries tasks =
        new TaskBinaries(
            context,
            code,
            snapshots,
            environments,
            broadcasts,
            refusals,
            localJobs,
            new JobWarnings(refusals, toCell));
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
   * For functions that are sent one by one.
   *
   * @param large the way for large values
   */
  public FunctionValues functionValues(LargeValues large) {
    SnippetCode code = notebook.code();
    BroadcastCode broadcasts = new BroadcastCode(code);
    CaptureErrors refusals = new CaptureErrors(code, variables);
    CapturedValues environments =
        new CapturedValues(code, library, snapshots, initializations, large, broadcasts, refusals);
    return new FunctionValues(
        code, snapshots, environments, broadcasts, refusals, new JobWarnings(refusals, toCell));
  }

  /** Has the classes of cells. */
  public ClassLoader loader() {
    return loader;
  }

  /** The classes that tasks of other processes load. */
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
