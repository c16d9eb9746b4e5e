package firesteel.benchmark;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.apache.spark.SparkContext;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * Measures the CPU time of the measured code; other processes on the machine don't count. JMH adds
 * the public field to the results.
 */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.EVENTS)
public class CpuTime {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /** In nanoseconds. */
  public long cpu;

  long ofThread(LongSupplier code) {
    long before = THREADS.getCurrentThreadCpuTime();
    long value = code.getAsLong();
    cpu += THREADS.getCurrentThreadCpuTime() - before;
    return value;
  }

  long ofTasks(SparkContext context, LongSupplier job) {
    TaskTimes times = new TaskTimes();
    context.addSparkListener(times);
    try {
      long value = job.getAsLong();
      context.listenerBus().waitUntilEmpty();
      cpu += times.nanos();
      return value;
    } catch (TimeoutException e) {
      throw new IllegalStateException(e);
    } finally {
      context.removeSparkListener(times);
    }
  }
}
