package firesteel.magics.builtin;

import com.sun.management.OperatingSystemMXBean;
import firesteel.api.magic.CellMagic;
import firesteel.api.magic.LineMagic;
import firesteel.api.magic.LineOrCell;
import firesteel.api.magic.MagicContext;
import firesteel.api.magic.RawText;
import java.lang.management.ManagementFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Implements {@code %time} and {@code %%time}, which measure code that runs once. */
@Command(
    name = "time",
    description = {
      "Runs Java once and tells how long it took.",
      "",
      "The CPU time is that of all the kernel's threads, Spark's local executors among them."
          + " Both times include the compilation of the code, some tenths of a second at worst; use"
          + " %%timeit for anything as short. The value of the code is the value of the magic."
    })
public final class TimeMagic implements LineMagic, CellMagic {
  private static final LineOrCell TEXT =
      new LineOrCell("time", "Java", "spark.range(1000).count()");

  @RawText(java = true)
  @Parameters(
      arity = "0..1",
      paramLabel = "CODE",
      description = "The Java code to measure; as a cell magic, the lines below.")
  private String code;

  @Override
  public Object runLine(MagicContext context) throws Exception {
    return timed(context, TEXT.ofLine(code));
  }

  @Override
  public Object runCell(MagicContext context, String body) throws Exception {
    return timed(context, TEXT.ofCell(code, body));
  }

  private static Object timed(MagicContext context, String code) throws Exception {
    long cpuStart = cpuNanos();
    long start = System.nanoTime();
    Object value = context.run(code);
    double wall = (double) (System.nanoTime() - start);
    double cpu = (double) (cpuNanos() - cpuStart);
    context.println("Wall time: " + Durations.text(wall) + ", CPU time: " + Durations.text(cpu));
    return value;
  }

  private static long cpuNanos() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }
}
