package firesteel.spark.closure;

import java.util.Collections;
import java.util.HashSet;
import java.util.Properties;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** Writes warnings about a job's variables to the cell that submitted it, each warning once. */
final class JobWarnings {
  private static final int HINT_BYTES = 32 << 20;

  private static final String WITH_ACCUMULATORS =
      "Use an accumulator (sc.sc().longAccumulator(), sc.sc().collectionAccumulator())"
          + " or collect the result of the lambda.";

  private static final String WITHOUT_ACCUMULATORS =
      "Spark Connect has no accumulator: collect the result of the lambda.";

  private final CaptureErrors captureErrors;
  private final BiConsumer<Properties, String> toCell;
  private final Set<String> told = Collections.synchronizedSet(new HashSet<>());

  /**
   * Creates the warnings.
   *
   * @param toCell writes text to the cell that a job's properties name
   */
  JobWarnings(CaptureErrors captureErrors, BiConsumer<Properties, String> toCell) {
    this.captureErrors = captureErrors;
    this.toCell = toCell;
  }

  void about(CapturedValues.TaskValues taskValues, Snapshot snapshot, Properties properties) {
    ofChanges(taskValues, properties, WITH_ACCUMULATORS);
    ofSizes(taskValues, snapshot, properties);
  }

  /** Warns about variables that a function changes in place, where there is no SparkContext. */
  void ofChangesOnConnect(CapturedValues.TaskValues taskValues, Properties properties) {
    ofChanges(taskValues, properties, WITHOUT_ACCUMULATORS);
  }

  /** Warns about variables that the code of a task changes in place. */
  private void ofChanges(
      CapturedValues.TaskValues taskValues, Properties properties, String advice) {
    for (CodeMethod method : CapturedValues.changing(taskValues.reached())) {
      for (CodeMethod.Change change : method.changes) {
        if (!change.field().isVariable()) {
          continue; // A cache of each JVM.
        }
        tell(
            properties,
            "Warning: "
                + captureErrors.describe(change.field())
                + " is changed inside a Spark task ("
                + captureErrors.place(method, change.line())
                + "). Each task changes a copy of its own; the notebook never sees it.\n"
                + advice);
      }
    }
  }

  private void ofSizes(
      CapturedValues.TaskValues taskValues, Snapshot snapshot, Properties properties) {
    taskValues
        .values()
        .forEach(
            (field, value) -> {
              int size = snapshot.encoded(field).size();
              if (size >= HINT_BYTES) {
                tell(
                    properties,
                    "Hint: "
                        + captureErrors.describe(field)
                        + " is large ("
                        + (size >> 20)
                        + " MB), and is sent anew whenever it has changed. A broadcast says what is"
                        + " meant: Broadcast<...> shared = sc.broadcast("
                        + field.name()
                        + "); and shared.value() in the lambda.");
              }
            });
  }

  /** Warns that a stage is reused that was computed when a variable had another value. */
  void ofReuse(NotebookField field, Properties properties) {
    tell(
        properties,
        "Warning: "
            + captureErrors.describe(field)
            + " has changed since Spark computed a part of this Dataset (or RDD) before a shuffle,"
            + " and Spark uses that part again, with the old value.\n"
            + "Make the Dataset anew (run its cell again) to have the new value.");
  }

  /** Warns that a running stream does not see later assignments of variables. */
  void ofStream(CapturedValues.TaskValues taskValues, Properties properties) {
    String variables =
        taskValues.values().keySet().stream()
            .filter(NotebookField::isVariable)
            .map(captureErrors::describe)
            .sorted()
            .collect(Collectors.joining(",\n  "));
    if (!variables.isEmpty()) {
      tell(
          properties,
          "Warning: a stream on Spark Connect keeps the values that it was started with. This one"
              + " reads\n  "
              + variables
              + ".\nStart it again to have new values.");
    }
  }

  private void tell(Properties properties, String text) {
    String group = properties == null ? "" : properties.getProperty("spark.jobGroup.id", "");
    if (told.add(group + text)) {
      toCell.accept(properties, text + "\n");
    }
  }
}
