package firesteel.spark.executor;

import firesteel.api.bytecode.StopSignal;
import org.apache.spark.TaskContext;
import org.apache.spark.util.TaskCompletionListener;

/**
 * Lets the stop checks in notebook code end a killed task that would not end by itself, such as one
 * with an endless loop. In the driver's JVM the session does that.
 */
final class TaskStop {
  private TaskStop() {}

  static void watch(TaskContext task) {
    if (NotebookVariables.isDriver()) {
      return;
    }
    try {
      Listening.to(task);
    } catch (LinkageError e) {
      // Before Spark 4.2 tasks have no such listeners: an endless loop then ends with its executor.
    }
  }

  private static boolean isKilled() {
    TaskContext task = TaskContext.get();
    return task != null && task.isInterrupted();
  }

  /** A class of its own, because a Spark without these listeners can't load it. */
  private static final class Listening {
    static void to(TaskContext task) {
      StopSignal.stopWhen(TaskStop::isKilled);
      task.addTaskInterruptListener(
          (context, reason) -> {
            StopSignal.arm();
            context.addTaskCompletionListener(
                (TaskCompletionListener) ended -> StopSignal.disarm());
          });
    }
  }
}
