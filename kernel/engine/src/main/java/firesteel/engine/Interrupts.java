package firesteel.engine;

import firesteel.api.bytecode.StopSignal;
import firesteel.engine.eval.CompileLock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Tracks which cells run on which threads, and stops them: through the stop checks in their code,
 * by interrupting what they wait for, and by cancelling what they started elsewhere. Thread-safe.
 */
final class Interrupts implements AutoCloseable {
  /** How long the checks stay armed for threads of a stopped cell that outlive it. */
  private static final long LINGER_MILLIS = 2000;

  /** The time after which an interrupted cell that still runs shows a notice. */
  private static final long WARNING_DELAY_MILLIS = 5000;

  private final ScheduledExecutorService timer = KernelThreads.timer("interrupts");
  private final Map<ExecutingCell, Thread> running = new LinkedHashMap<>();

  /**
   * The threads that are about to run a cell, and whether an interrupt is pending for that cell.
   */
  private final Map<Thread, Boolean> aboutToRun = new HashMap<>();

  private final CompileLock compileLock;

  Interrupts(CompileLock compileLock) {
    this.compileLock = compileLock;
  }

  /** Announces a cell on the calling thread: an interrupt before it starts will stop it. */
  synchronized void aboutToStart() {
    aboutToRun.put(Thread.currentThread(), false);
  }

  /** Ends what {@link #aboutToStart} began. */
  synchronized void cancelAboutToStart() {
    aboutToRun.remove(Thread.currentThread());
  }

  synchronized void started(ExecutingCell cell) {
    running.put(cell, Thread.currentThread());
    if (Boolean.TRUE.equals(aboutToRun.replace(Thread.currentThread(), false))) {
      stop(cell);
      disarmAfter(cell);
    }
  }

  /** Records a cell's end, and clears an interrupt that came too late. */
  synchronized void finished(ExecutingCell cell) {
    running.remove(cell);
    Thread.interrupted();
  }

  synchronized Optional<ExecutingCell> latest() {
    return running.keySet().stream().reduce((first, second) -> second);
  }

  /** Stops every cell that runs or is about to. */
  void interruptAll(Consumer<ExecutingCell> cancelElsewhere) {
    List<ExecutingCell> cells;
    synchronized (this) {
      cells = List.copyOf(running.keySet());
      cells.forEach(this::stop);
      aboutToRun.replaceAll((thread, waits) -> waits || !running.containsValue(thread));
    }
    cells.forEach(cell -> followUpInterrupt(cell, cancelElsewhere));
  }

  /** Stops a cell, if it runs. */
  void interrupt(ExecutingCell cell, Consumer<ExecutingCell> cancelElsewhere) {
    synchronized (this) {
      if (!running.containsKey(cell)) {
        return;
      }
      stop(cell);
    }
    followUpInterrupt(cell, cancelElsewhere);
  }

  private void followUpInterrupt(ExecutingCell cell, Consumer<ExecutingCell> cancelElsewhere) {
    cancelElsewhere.accept(cell);
    timer.schedule(() -> reportStillRunning(cell), WARNING_DELAY_MILLIS, TimeUnit.MILLISECONDS);
    disarmAfter(cell);
  }

  private void stop(ExecutingCell cell) {
    cell.markInterrupted();
    StopSignal.arm();
    compileLock.interrupt(running.get(cell));
  }

  private void disarmAfter(ExecutingCell cell) {
    timer.schedule(
        () -> {
          if (isRunning(cell)) {
            disarmAfter(cell);
          } else {
            StopSignal.disarm();
          }
        },
        LINGER_MILLIS,
        TimeUnit.MILLISECONDS);
  }

  private synchronized boolean isRunning(ExecutingCell cell) {
    return running.containsKey(cell);
  }

  private synchronized void reportStillRunning(ExecutingCell cell) {
    Thread thread = running.get(cell);
    if (thread == null) {
      return;
    }
    StackTraceElement[] frames = thread.getStackTrace();
    String where =
        frames.length == 0
            ? ""
            : " in " + frames[0].getClassName() + "." + frames[0].getMethodName();
    cell.outputs()
        .stderr(
            "The cell has not stopped yet: it is"
                + where
                + ", which does not respond to interrupts. Restart the kernel to end it.\n");
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
