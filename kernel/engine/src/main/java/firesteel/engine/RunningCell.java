package firesteel.engine;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;

/**
 * A cell that runs or has run; every thread that it started belongs to it.
 *
 * <p>Thread-safe.
 */
public final class RunningCell {
  /**
   * What ties a thread to a cell.
   *
   * @param inherited whether the cell only started the thread, and does not run on it
   */
  private record Tie(RunningCell cell, boolean inherited) {}

  private static final InheritableThreadLocal<Tie> CURRENT =
      new InheritableThreadLocal<>() {
        @Override
        protected Tie childValue(Tie parent) {
          return parent == null ? null : new Tie(parent.cell(), true);
        }
      };

  private final Session session;
  private final int number;
  private final String id;
  private final Cell cell;
  private final CellOutputs given;
  private final CellOutputs outputs;
  private volatile boolean interrupted;
  private volatile CellResult.NextInput nextInput;
  private volatile String lastDisplayId;
  private Object handedOver;

  RunningCell(Session session, int number, String id, Cell cell, CellOutputs outputs) {
    this.session = Objects.requireNonNull(session, "session");
    this.number = number;
    this.id = Objects.requireNonNull(id, "id");
    this.cell = Objects.requireNonNull(cell, "cell");
    this.given = Objects.requireNonNull(outputs, "outputs");
    this.outputs = session.seen(this, outputs);
  }

  /**
   * The cell that the calling thread belongs to: the one it runs, or the one that a pooled thread
   * works for, or the one whose thread started it. Empty for the kernel's own threads.
   */
  public static Optional<RunningCell> current() {
    Optional<RunningCell> pooled = CellConsole.cellOfPooledThread();
    Tie tie = CURRENT.get();
    if (pooled.isPresent()) {
      return pooled;
    }
    if ((tie == null || tie.inherited()) && isInCommonPool(Thread.currentThread())) {
      // Its threads serve every cell's parallel streams, whichever cell happened to start them.
      Optional<RunningCell> running = CellConsole.latestRunning();
      if (running.isPresent()) {
        return running;
      }
    }
    return Optional.ofNullable(tie).map(Tie::cell);
  }

  private static boolean isInCommonPool(Thread thread) {
    return thread instanceof ForkJoinWorkerThread worker
        && worker.getPool() == ForkJoinPool.commonPool();
  }

  /** Ties the calling thread to a cell, or to none when null; returns what it was tied to. */
  static RunningCell bind(RunningCell cell) {
    Tie before = CURRENT.get();
    if (cell == null) {
      CURRENT.remove();
    } else {
      CURRENT.set(new Tie(cell, false));
    }
    return before == null || before.inherited() ? null : before.cell();
  }

  /** The session that runs the cell. */
  public Session session() {
    return session;
  }

  /** The execution count, as in {@code In [3]}; 0 for cells that don't count. */
  public int number() {
    return number;
  }

  /**
   * A name for this run of this cell, unique within the session's life and across sessions: good as
   * a Spark job group.
   */
  public String id() {
    return id;
  }

  /** The cell's text. */
  public String code() {
    return cell.code();
  }

  /** The outputs as the front door gave them, for what is its own business alone. */
  public CellOutputs givenOutputs() {
    return given;
  }

  /** What the front door said of the cell. */
  public Cell cell() {
    return cell;
  }

  /** Where the cell writes to. */
  public CellOutputs outputs() {
    return outputs;
  }

  /**
   * Asks the user for one line.
   *
   * @param prompt shown to the user; may be empty
   * @param password whether what is typed must not be shown
   * @throws InputRefusedException when the cell may not ask
   * @throws InterruptedException when the waiting thread is interrupted
   */
  public String ask(String prompt, boolean password)
      throws InputRefusedException, InterruptedException {
    if (!cell.allowInput()) {
      throw new InputRefusedException();
    }
    return outputs.ask(prompt, password);
  }

  /** Whether the cell was asked to stop. */
  public boolean isInterrupted() {
    return interrupted;
  }

  void markInterrupted() {
    interrupted = true;
  }

  /** Hands text to the front door's editor when the cell ends; the last call wins. */
  public void offerNextInput(CellResult.NextInput input) {
    nextInput = input;
  }

  Optional<CellResult.NextInput> nextInput() {
    return Optional.ofNullable(nextInput);
  }

  /** Keeps a value until the cell has assigned it to a variable. */
  void handOver(Object value) {
    handedOver = value;
  }

  /** The value that was kept last; it is let go. */
  Object takeHandedOver() {
    Object value = handedOver;
    handedOver = null;
    return value;
  }

  /** Notes the id that {@code display} is about to return to the cell. */
  void noteDisplayId(String displayId) {
    lastDisplayId = displayId;
  }

  /** Whether a value is the id that {@code display} returned last: no result to be shown. */
  boolean isDisplayId(Object value) {
    return value.equals(lastDisplayId);
  }
}
