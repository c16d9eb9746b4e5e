package firesteel.magics.builtin;

import firesteel.api.error.MagicException;
import firesteel.api.magic.CellMagic;
import firesteel.api.magic.LineMagic;
import firesteel.api.magic.LineOrCell;
import firesteel.api.magic.MagicContext;
import firesteel.api.magic.RawText;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Implements {@code %timeit} and {@code %%timeit}, which measure code that runs many times. */
@Command(
    name = "timeit",
    description = {
      "Runs Java many times and tells how long one run takes.",
      "",
      "The code is compiled once into a loop, and the loop is run until the JVM has had time to"
          + " optimise it; then it is measured. As a cell magic, the code on the first line is run"
          + " once and not measured. The value of the code is thrown away."
    })
public final class TimeItMagic implements LineMagic, CellMagic {
  private static final LineOrCell TEXT = new LineOrCell("timeit", "Java", "Math.sqrt(2)");
  private static final long LONG_ENOUGH_NANOS = 200_000_000;
  private static final long MAX_LOOPS = 1_000_000_000;

  @Option(
      names = {"-n", "--number"},
      paramLabel = "N",
      description = "How many runs are measured together; by default as many as take 0.2 s.")
  private Long number;

  @Option(
      names = {"-r", "--repeat"},
      paramLabel = "R",
      defaultValue = "7",
      description = "How many times the runs of -n are measured; by default ${DEFAULT-VALUE}.")
  private int repeat;

  @RawText(java = true)
  @Parameters(
      arity = "0..1",
      paramLabel = "CODE",
      description =
          "The Java code to measure; as a cell magic, code that runs once before the lines below.")
  private String code;

  @Override
  public Object runLine(MagicContext context) throws Exception {
    measure(context, TEXT.ofLine(code));
    return null;
  }

  @Override
  public Object runCell(MagicContext context, String body) throws Exception {
    if (code != null) {
      context.run(code);
    }
    measure(context, body);
    return null;
  }

  private void measure(MagicContext context, String measured) throws Exception {
    if (number != null && (number < 1 || number > MAX_LOOPS) || repeat < 1) {
      throw new MagicException("-n must be 1 to 1,000,000,000, and -r at least 1");
    }
    TimedLoop loop = TimedLoop.compile(context, measured);
    long loops = number != null ? number : enoughLoops(loop, context);
    List<Double> times = new ArrayList<>();
    for (int i = 0; i < repeat && !context.cell().isInterrupted(); i++) {
      times.add((double) loop.run(loops) / loops);
    }
    if (times.size() == repeat) {
      context.println(report(times, loops));
    }
  }

  private static long enoughLoops(TimedLoop loop, MagicContext context) throws Exception {
    long loops = 1;
    while (!context.cell().isInterrupted()
        && loops < MAX_LOOPS
        && loop.run(loops) < LONG_ENOUGH_NANOS) {
      loops *= 10;
    }
    return loops;
  }

  static String report(List<Double> times, long loops) {
    double mean = times.stream().mapToDouble(t -> t).average().orElseThrow();
    double variance =
        times.stream().mapToDouble(t -> (t - mean) * (t - mean)).average().orElseThrow();
    double best = times.stream().mapToDouble(t -> t).min().orElseThrow();
    return "%s ± %s per loop (mean ± std. dev. of %d run%s, %,d loop%s each), best %s"
        .formatted(
            Durations.text(mean),
            Durations.text(Math.sqrt(variance)),
            times.size(),
            times.size() == 1 ? "" : "s",
            loops,
            loops == 1 ? "" : "s",
            Durations.text(best));
  }
}
