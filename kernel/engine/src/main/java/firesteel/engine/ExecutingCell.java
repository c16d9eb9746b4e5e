package firesteel.engine;

import firesteel.api.display.MimeBundle;
import firesteel.api.session.Cell;
import firesteel.api.session.CellOutputs;
import firesteel.api.session.CellResult;
import firesteel.api.session.InputRefusedException;
import firesteel.api.session.Origin;
import firesteel.api.session.RunningCell;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;

/**
 * A cell that runs or has run; every thread that it started belongs to it.
 *
 * <p>Thread-safe.
 */
final class ExecutingCell implements RunningCell {
  /**
   * The assignment of a thread to a cell.
   *
   * @param inherited whether the cell only started the thread and doesn't run on it
   */
  private record Tie(ExecutingCell cell, boolean inherited) {}

  private static final InheritableThreadLocal<Tie> CURRENT =
      new InheritableThreadLocal<>() {
        @Override
        protected Tie childValue(Tie parent) {
          return parent == null ? null : new Tie(parent.cell(), true);
        }
      };

  private final JavaSession session;
  private final int number;
  private final String id;
  private final Cell cell;
  private final CellOutputs given;
  private final CellOutputs outputs;
  private volatile boolean interrupted;
  private volatile CellResult.NextInput nextInput;
  private volatile String lastDisplayId;
  private Object pendingValue;

  ExecutingCell(JavaSession session, int number, String id, Cell cell, CellOutputs outputs) {
    this.session = Objects.requireNonNull(session, "session");
    this.number = number;
    this.id = Objects.requireNonNull(id, "id");
    this.cell = Objects.requireNonNull(cell, "cell");
    this.given = Objects.requireNonNull(outputs, "outputs");
    this.outputs = session.seen(this, outputs);
  }

  /**
   * The cell that the calling thread belongs to: the one that it runs, the one that a pooled thread
   * works for, or the one whose thread started it. Empty for the kernel's own threads.
   */
  static Optional<ExecutingCell> current() {
    Optional<ExecutingCell> pooled = CellConsole.cellOfPooledThread();
    Tie tie = CURRENT.get();
    if (pooled.isPresent()) {
      return pooled;
    }
    if ((tie == null || tie.inherited()) && isInCommonPool(Thread.currentThread())) {
      // Its threads serve every cell's parallel streams, whichever cell happened to start them.
      Optional<ExecutingCell> running = CellConsole.latestRunning();
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

  /**
   * Assigns the calling thread to a cell, or to none when null; returns the cell that it was
   * assigned to before.
   */
  static ExecutingCell bind(ExecutingCell cell) {
    Tie before = CURRENT.get();
    if (cell == null) {
      CURRENT.remove();
    } else {
      CURRENT.set(new Tie(cell, false));
    }
    return before == null || before.inherited() ? null : before.cell();
  }

  @Override
  public JavaSession session() {
    return session;
  }

  @Override
  public int number() {
    return number;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public String code() {
    return cell.code();
  }

  @Override
  public CellOutputs givenOutputs() {
    return given;
  }

  @Override
  public Cell cell() {
    return cell;
  }

  @Override
  public CellOutputs outputs() {
    return outputs;
  }

  @Override
  public String ask(String prompt, boolean password)
      throws InputRefusedException, InterruptedException {
    if (!cell.allowInput()) {
      throw new InputRefusedException();
    }
    return outputs.ask(prompt, password);
  }

  @Override
  public Object run(String code) throws Exception {
    return session.nested(this).run(code);
  }

  @Override
  public Object run(String code, String source) throws Exception {
    return session.nested(this).run(code, source);
  }

  @Override
  public Object evaluate(String expression, Origin origin) throws Exception {
    return session.nested(this).evaluate(expression, origin);
  }

  @Override
  public void define(String typeName, String name, Object value, Origin origin) throws Exception {
    session.nested(this).define(typeName, name, value, origin);
  }

  @Override
  public boolean isInterrupted() {
    return interrupted;
  }

  void markInterrupted() {
    interrupted = true;
  }

  @Override
  public void offerNextInput(CellResult.NextInput input) {
    nextInput = input;
  }

  Optional<CellResult.NextInput> nextInput() {
    return Optional.ofNullable(nextInput);
  }

  /** Keeps a value until the cell has assigned it to a variable. */
  void setPendingValue(Object value) {
    pendingValue = value;
  }

  /** Returns the value that was kept last, and forgets it. */
  Object takePendingValue() {
    Object value = pendingValue;
    pendingValue = null;
    return value;
  }

  @Override
  public String display(MimeBundle bundle) {
    String displayId = UUID.randomUUID().toString();
    outputs.display(bundle, Optional.of(displayId));
    lastDisplayId = displayId;
    return displayId;
  }

  /**
   * Returns whether a value is the id that {@code display} returned last, which isn't shown as a
   * result.
   */
  boolean isDisplayId(Object value) {
    return value.equals(lastDisplayId);
  }
}
