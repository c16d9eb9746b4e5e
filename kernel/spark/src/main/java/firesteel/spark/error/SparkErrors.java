package firesteel.spark.error;

import firesteel.api.error.ErrorSummary;
import firesteel.spark.closure.VariableRefusedException;
import firesteel.spark.master.LostMaster;
import java.io.NotSerializableException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.UndeclaredThrowableException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.SparkException;
import org.apache.spark.SparkThrowable;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.streaming.StreamingQueryException;

/**
 * Reduces Spark's exceptions to what a user needs: the root cause, where it happened, what to do.
 */
public final class SparkErrors {
  private static final int DEEPEST = 50;
  private static final String LAST_ON = ", last on ";

  private static final Pattern STAGE_FAILURE =
      Pattern.compile(
          "Task (\\d+) in stage (\\d+)\\.\\d+ failed (\\d+) times?, most recent failure: "
              + "Lost task \\S+ in stage \\S+ \\(TID \\d+\\)\\s*\\(([^)]*)\\)",
          Pattern.DOTALL);

  private static final Pattern STOPPED =
      Pattern.compile(
          "Cannot call methods on a stopped SparkContext|SparkContext (was|has been) shut ?down");

  private static final Pattern NULL_PART =
      Pattern.compile("because .*\\borg\\.apache\\.spark\\..* is null");

  private SparkErrors() {}

  /**
   * Summarizes an exception; empty when Spark has no part in it.
   *
   * @param thrown what the cell threw
   * @param workingDirectory where relative paths start
   * @param stopped whether a context of this session has been stopped
   */
  public static Optional<ErrorSummary> summarize(
      Throwable thrown, Path workingDirectory, boolean stopped) {
    String where = null;
    String udf = null;
    Throwable notSerializable = null;
    Throwable root = thrown;
    for (int i = 0; i < DEEPEST; i++) {
      Optional<ErrorSummary> ofServer = ServerErrors.describe(root);
      if (ofServer.isPresent()) {
        return ofServer;
      }
      Matcher failure = STAGE_FAILURE.matcher(message(root));
      if (where == null && failure.find()) {
        where = place(failure);
      }
      if (udf == null) {
        udf = UdfFailure.describe(message(root)).orElse(null);
      }
      if (root instanceof VariableRefusedException refused) {
        return Optional.of(new ErrorSummary(root, refused.getMessage(), refused.advice()));
      }
      if (root instanceof NotSerializableException || SerializationPath.isToldBy(root)) {
        notSerializable = root;
      }
      Optional<Throwable> inner = inner(root);
      if (inner.isEmpty()) {
        break;
      }
      root = inner.get();
    }
    root = ServerErrors.original(root);
    if (notSerializable != null) {
      return Optional.of(SerializationPath.summary(notSerializable, where != null));
    }
    // A stopped context drops its parts, and some code fails on that before it notices the stop.
    boolean trips =
        stopped && root instanceof NullPointerException && NULL_PART.matcher(message(root)).find();
    if (trips || STOPPED.matcher(message(root)).find()) {
      return Optional.of(stopped(root));
    }
    boolean inExecutor = where != null && where.contains(LAST_ON);
    Optional<ErrorSummary> known =
        root instanceof OutOfMemoryError && inExecutor
            ? Optional.of(
                new ErrorSummary(
                    root, message(root), SparkErrorHints.outOfExecutorMemory(message(root))))
            : udf == null ? UdfCasts.inPlan(root) : UdfCasts.inTask(root, udf);
    if (known.isEmpty()) {
      known = describe(root, workingDirectory);
    }
    if (known.isEmpty() && root == thrown && !isInternal(root)) {
      return known;
    }
    // Spark's message about a UDF names classes of cells and class loaders.
    String text = udf == null ? message(root) : MessageText.clean(message(root));
    String message =
        Stream.of(known.map(ErrorSummary::message).orElse(text), udf, where)
            .filter(line -> line != null && !line.isBlank())
            .collect(Collectors.joining("\n"));
    return Optional.of(
        new ErrorSummary(
            root,
            name(root),
            message,
            ExpressionOrigins.of(root),
            known.map(ErrorSummary::hint).orElse("")));
  }

  /**
   * Returns the class that users catch: internal classes of Spark's are named by the class they
   * extend.
   */
  private static String name(Throwable root) {
    return isInternal(root) ? root.getClass().getSuperclass().getSimpleName() : "";
  }

  private static boolean isInternal(Throwable thrown) {
    String name = thrown.getClass().getSimpleName();
    return name.equals("ExtendedAnalysisException");
  }

  private static ErrorSummary stopped(Throwable root) {
    return new ErrorSummary(
        root,
        "this SparkContext has been stopped",
        "use `spark` or `sc` again: they start a new one. Datasets and RDDs of the old one"
            + " have to be made again.");
  }

  private static String place(Matcher failure) {
    String times = failure.group(3).equals("1") ? "once" : failure.group(3) + " times";
    String executor = failure.group(4);
    return "Spark task "
        + failure.group(1)
        + " of stage "
        + failure.group(2)
        + " failed "
        + times
        + (executor.contains("driver") ? "" : LAST_ON + executor);
  }

  /** Returns the cause that a wrapper hides; empty for an exception that says enough itself. */
  private static Optional<Throwable> inner(Throwable thrown) {
    Throwable cause = thrown.getCause();
    if (cause == null || cause == thrown) {
      return Optional.empty();
    }
    boolean wraps =
        thrown instanceof ExecutionException
            || thrown instanceof CompletionException
            || thrown instanceof InvocationTargetException
            || thrown instanceof UndeclaredThrowableException
            || thrown instanceof StreamingQueryException
            || thrown instanceof ExceptionInInitializerError
            || isWrapper(thrown);
    return wraps ? Optional.of(cause) : Optional.empty();
  }

  private static boolean isWrapper(Throwable thrown) {
    if (thrown.getClass() != SparkException.class) {
      return false;
    }
    String condition = ((SparkException) thrown).getCondition();
    return condition == null
        || ServerErrors.isUnnamed(condition)
        || condition.startsWith("FAILED_EXECUTE_UDF")
        || condition.startsWith("FAILED_READ_FILE")
        || condition.startsWith("TASK_WRITE_FAILED")
        || condition.equals("INTERNAL_ERROR");
  }

  private static Optional<ErrorSummary> describe(Throwable root, Path workingDirectory) {
    String message = message(root);
    if (root instanceof OutOfMemoryError) {
      return Optional.of(
          new ErrorSummary(
              root,
              message,
              SparkErrorHints.outOfMemory(message, Runtime.getRuntime().maxMemory())));
    }
    if (root instanceof UnsupportedClassVersionError
        || message.contains("UnsupportedClassVersionError")) {
      return Optional.of(olderJava(root));
    }
    if (message.contains("Only one SparkContext should be running in this JVM")) {
      return Optional.of(
          new ErrorSummary(
              root,
              "Spark is running already, and there can be only one SparkContext",
              "use `sc` (or `spark`) as it is; to start with other settings, run spark.stop() first."));
    }
    int gone = message.indexOf(LostMaster.REASON);
    if (gone >= 0) {
      return Optional.of(
          new ErrorSummary(
              root,
              "the Spark job was cancelled " + message.substring(gone).lines().findFirst().get(),
              "start the cluster again and use `spark`, which connects anew, or go on here:"
                  + " %spark connect local[*]"));
    }
    if (message.matches("(?s).*Job \\d+ cancelled.*")) {
      return Optional.of(
          new ErrorSummary(
              root, "the Spark job was cancelled", "run the cell again to repeat it."));
    }
    if (root instanceof AnalysisException analysis) {
      String text = MessageText.clean(analysis.getSimpleMessage());
      return Optional.of(
          new ErrorSummary(root, text, SparkErrorHints.of(analysis, workingDirectory)));
    }
    if (root instanceof ClassCastException) {
      return CellOfOtherType.describe(root)
          .or(() -> CellOfOtherType.ofDataset(root))
          .or(() -> CellOfOtherType.ofSimpleValue(root));
    }
    if (root instanceof SparkThrowable spark) {
      return Optional.of(
          new ErrorSummary(
              root, MessageText.clean(message), SparkErrorHints.of(spark, workingDirectory)));
    }
    if (root.getClass().getName().endsWith("mapred.FileAlreadyExistsException")) {
      return Optional.of(new ErrorSummary(root, message, SparkErrorHints.PATH_EXISTS));
    }
    if (root.getClass().getName().endsWith("mapred.InvalidInputException")) {
      return Optional.of(
          new ErrorSummary(root, message, SparkErrorHints.missingPath(workingDirectory)));
    }
    return Optional.empty();
  }

  private static ErrorSummary olderJava(Throwable root) {
    return new ErrorSummary(
        root,
        "the executors run an older Java than this kernel (Java "
            + Runtime.version().feature()
            + "), and can't load the classes of its cells",
        "start the kernel with the cluster's Java (export FIRESTEEL_JAVA=/path/to/that/jdk), or let"
            + " the executors use this kernel's: %spark connect ... --conf"
            + " spark.executorEnv.JAVA_HOME=/path/to/this/jdk");
  }

  static String message(Throwable thrown) {
    String message = thrown.getMessage();
    return message == null ? "" : message;
  }
}
