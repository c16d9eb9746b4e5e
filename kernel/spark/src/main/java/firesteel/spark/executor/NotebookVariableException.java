package firesteel.spark.executor;

/**
 * Thrown when code in a Spark task uses a notebook variable in a way that can't give the right
 * answer.
 */
public final class NotebookVariableException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  NotebookVariableException(String message) {
    super(message);
  }

  /** A Connect server doesn't have this class, and would lose the message with it. */
  private Object writeReplace() {
    if (!NotebookVariables.isOfServer()) {
      return this;
    }
    IllegalStateException plain = new IllegalStateException(getMessage());
    plain.setStackTrace(getStackTrace());
    return plain;
  }

  static NotebookVariableException assigned(String variable) {
    return new NotebookVariableException(
        "the notebook variable `"
            + variable
            + "` is assigned inside a Spark task, and the notebook would never see it: each task"
            + " has a copy of its own.\n"
            + (NotebookVariables.isOfServer()
                ? "Spark Connect has no accumulators: return the value from the lambda, and add up"
                    + " the Dataset that it makes."
                : "Use an accumulator (LongAccumulator n = sc.sc().longAccumulator(); n.add(1) in"
                    + " the task; n.value() afterwards), or return the value from the lambda."));
  }

  static NotebookVariableException missing(String variable) {
    return new NotebookVariableException(
        "the value of the notebook variable `"
            + variable
            + "` did not come with this task: it is read in a way that can't be foreseen (by"
            + " reflection, or while a row is read).\nPass it to the lambda in a local variable.");
  }

  static NotebookVariableException different(String variable) {
    return new NotebookVariableException(
        "two functions of this job want different values of the notebook variable `"
            + variable
            + "`: on Spark Connect a view or a stream keeps the value that the variable had when it"
            + " was made.\nMake the view (or the stream) again.");
  }

  static NotebookVariableException ambiguous(String variable) {
    return new NotebookVariableException(
        "the notebook variable `"
            + variable
            + "` is read on a thread of a pool (a parallel stream, a CompletableFuture) while a"
            + " Spark job runs with another value of it, and nothing tells which is meant.\nCopy it"
            + " to a local variable before the pool comes in: var copy = "
            + variable
            + ";");
  }
}
