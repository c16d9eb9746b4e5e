package firesteel.api.bytecode;

import firesteel.api.session.RunningCell;
import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;
import java.util.function.BooleanSupplier;

/**
 * The target of the stop checks in snippet classes. Every check is an {@code invokedynamic} bound
 * to one call site, whose target does nothing while no cell is being interrupted: the JIT compiler
 * then removes the check, and loops run at full speed. To arm the checks the target is changed,
 * which makes the JVM throw away the compiled code that relied on it.
 *
 * <p>Static because bytecode links to it by name.
 */
public final class StopSignal {
  private static final MethodType VOID = MethodType.methodType(void.class);
  private static final MethodHandle PASS = MethodHandles.empty(VOID);
  private static final MethodHandle CHECK;
  private static final MutableCallSite SITE = new MutableCallSite(PASS);
  private static volatile BooleanSupplier stopped = StopSignal::isCellInterrupted;
  private static int armed;

  static {
    try {
      CHECK = MethodHandles.lookup().findStatic(StopSignal.class, "check", VOID);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private StopSignal() {}

  /** Links one stop check; the bootstrap method of the {@code invokedynamic} instructions. */
  public static CallSite link(MethodHandles.Lookup caller, String name, MethodType type) {
    return SITE;
  }

  /**
   * Passes on a stop that a handler of the user's code caught; called first in every handler for
   * Throwable and Error.
   */
  public static void passOn(Throwable caught) {
    if (caught instanceof CellStopped stop) {
      throw stop;
    }
  }

  /** Activates the checks; each call must be followed by a {@link #disarm}. */
  public static synchronized void arm() {
    if (armed++ == 0) {
      SITE.setTarget(CHECK);
      MutableCallSite.syncAll(new MutableCallSite[] {SITE});
    }
  }

  /** Reverts one {@link #arm}. */
  public static synchronized void disarm() {
    if (--armed == 0) {
      SITE.setTarget(PASS);
    }
  }

  /**
   * Ends the cell that the calling thread works for, when it was asked to stop; for the engine's
   * own waits and entries too.
   *
   * @throws CellStopped when it was
   */
  public static void check() {
    if (stopped.getAsBoolean()) {
      throw new CellStopped();
    }
  }

  private static boolean isCellInterrupted() {
    return RunningCell.current().map(RunningCell::isInterrupted).orElse(false);
  }

  /**
   * Sets the condition that stops code where there are no cells, such as in tasks in another
   * process.
   */
  public static void stopWhen(BooleanSupplier asked) {
    stopped = asked;
  }
}
