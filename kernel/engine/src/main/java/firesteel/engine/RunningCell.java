package firesteel.engine;

import java.util.Objects;
import java.util.Optional;

/**
 * A cell that runs or has run; every thread that it started belongs to it.
 *
 * <p>Thread-safe.
 */
public final class RunningCell {
  private static final InheritableThreadLocal<RunningCell> CURRENT = new InheritableThreadLocal<>();

  private final Session session;
  private final int number;
  private final String id;
  private final CellOutputs outputs;
  private final boolean allowInput;
  private volatile boolean interrupted;
  private volatile CellResult.NextInput nextInput;

  RunningCell(Session session, int number, String id, CellOutputs outputs, boolean allowInput) {
    this.session = Objects.requireNonNull(session, "session");
    this.number = number;
    this.id = Objects.requireNonNull(id, "id");
    this.outputs = Objects.requireNonNull(outputs, "outputs");
    this.allowInput = allowInput;
  }

  /**
   * The cell that the calling thread belongs to: the one it runs, or the one whose thread started
   * it. Empty for the kernel's own threads.
   */
  public static Optional<RunningCell> current() {
    return Optional.ofNullable(CURRENT.get());
  }

  /** Ties the calling thread to a cell, or to none when null; returns what it was tied to. */
  static RunningCell bind(RunningCell cell) {
    RunningCell before = CURRENT.get();
    if (cell == null) {
      CURRENT.remove();
    } else {
      CURRENT.set(cell);
    }
    return before;
  }

  /** The session that runs the cell. */
  public Session session() {
    return session;
  }

  /** The execution count, as in {@code In [3]}. */
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

  /** Where the cell writes to. */
  public CellOutputs outputs() {
    return outputs;
  }

  /** Whether the cell may ask for input. */
  public boolean allowInput() {
    return allowInput;
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
}
