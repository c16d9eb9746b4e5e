package firesteel.jupyter;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.slf4j.LoggerFactory;

/** Handles requests in order on one thread. */
final class RequestThread {
  /** A task of a request thread, which gets that thread. */
  interface Task extends Consumer<RequestThread> {}

  /**
   * The stack size: enough for deep recursion in cells and in the compiler; the memory is only used
   * when needed.
   */
  private static final long STACK_BYTES = 16L << 20;

  private static final Task END = thread -> {};

  private final BlockingQueue<Task> queue = new LinkedBlockingQueue<>();
  private final Consumer<Runnable> whenAllArrived;
  private boolean aborting;

  /**
   * Starts the thread.
   *
   * @param whenAllArrived runs an action once all messages that have arrived are queued
   */
  RequestThread(String name, Consumer<Runnable> whenAllArrived) {
    this.whenAllArrived = whenAllArrived;
    Thread thread = new Thread(null, this::work, "firesteel-" + name, STACK_BYTES);
    thread.setDaemon(true);
    thread.start();
  }

  /** Adds a task to the end of the queue. May be called by any thread. */
  void submit(Task task) {
    queue.add(task);
  }

  /** Aborts the cells that have arrived by now. Called by a task. */
  void abortQueued() {
    aborting = true;
    whenAllArrived.accept(() -> queue.add(thread -> aborting = false));
  }

  /** Returns whether cells are to be aborted. Called by a task. */
  boolean isAborting() {
    return aborting;
  }

  /** Ends the thread after the queued tasks. */
  void close() {
    queue.add(END);
  }

  private void work() {
    try {
      for (Task task; (task = queue.take()) != END; ) {
        try {
          task.accept(this);
        } catch (Throwable t) {
          LoggerFactory.getLogger(RequestThread.class).error("a request failed", t);
        }
        // An interrupt that came after the cell's end must not hit the next.
        Thread.interrupted();
      }
    } catch (InterruptedException e) {
      LoggerFactory.getLogger(RequestThread.class)
          .warn("a thread for requests was ended from outside");
    }
  }
}
