package firesteel.magics.builtin;

import firesteel.api.magic.LineMagic;
import firesteel.api.magic.MagicContext;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Implements {@code %memory}, which shows the kernel's memory use. */
@Command(
    name = "memory",
    description = {
      "Shows how much memory the kernel uses.",
      "",
      "With master local[*], Spark's data is in the same heap."
    })
public final class MemoryMagic implements LineMagic {
  @Option(names = "--gc", description = "Collects garbage before measuring.")
  private boolean gc;

  @Override
  public Object runLine(MagicContext context) {
    if (gc) {
      System.gc();
    }
    MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
    MemoryUsage other = ManagementFactory.getMemoryMXBean().getNonHeapMemoryUsage();
    context.println(
        "heap: %s used of at most %s; classes and compiled code: %s"
            .formatted(mib(heap.getUsed()), mib(heap.getMax()), mib(other.getUsed())));
    return null;
  }

  private static String mib(long bytes) {
    return bytes < 0 ? "any" : "%,d MiB".formatted(bytes >> 20);
  }
}
