package firesteel.magics.builtin;

import firesteel.api.magic.MagicContext;
import firesteel.api.session.CompileFailedException;
import java.util.concurrent.Callable;
import java.util.function.LongFunction;

/** Compiles code of a cell into a loop that measures itself. */
final class TimedLoop {
  private final LongFunction<Callable<Object[]>> loops;

  private TimedLoop(LongFunction<Callable<Object[]>> loops) {
    this.loops = loops;
  }

  /**
   * Compiles code.
   *
   * @throws Exception when it doesn't compile: the error of the code without the loop
   */
  @SuppressWarnings("unchecked")
  static TimedLoop compile(MagicContext context, String code) throws Exception {
    String measured = code.strip();
    String expression = measured.replaceAll("[;\\s]+$", "");
    boolean hasValue =
        context.session().typeOf(expression).filter(type -> !type.equals("void")).isPresent();
    try {
      Object loops =
          context.run(
              linesBefore(context, measured)
                  // Only types of the JDK, which every cell can be compiled against.
                  + "(java.util.function.LongFunction<java.util.concurrent.Callable<Object[]>>)"
                  + " firesteelLoops -> () -> { Object firesteelLast = null;"
                  + " long firesteelStart = System.nanoTime();"
                  + " for (long firesteelLoop = 0; firesteelLoop < firesteelLoops; firesteelLoop++)"
                  + (hasValue
                      ? " { firesteelLast = (" + expression + "\n); }"
                      : " { " + measured + "\n; }")
                  + " return new Object[] {System.nanoTime() - firesteelStart, firesteelLast}; }");
      return new TimedLoop((LongFunction<Callable<Object[]>>) loops);
    } catch (CompileFailedException e) {
      context.run(code); // Fails as the user's own text, without the loop around it.
      throw e;
    }
  }

  /** Returns blank lines that keep the cell's line numbers in exceptions of the code. */
  private static String linesBefore(MagicContext context, String code) {
    int at = context.cell().code().indexOf(code);
    return at <= 0
        ? ""
        : "\n".repeat((int) context.cell().code().substring(0, at).lines().count() - 1);
  }

  /** Runs the code this many times and returns how many nanoseconds that took. */
  long run(long times) throws Exception {
    return (Long) loops.apply(times).call()[0];
  }
}
