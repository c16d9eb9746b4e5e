package firesteel.benchmark;

import java.util.concurrent.atomic.AtomicLong;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;

/** Adds up the CPU time of tasks, as the executors measure it. Thread-safe. */
final class TaskTimes extends SparkListener {
  private final AtomicLong nanos = new AtomicLong();

  @Override
  public void onTaskEnd(SparkListenerTaskEnd event) {
    nanos.addAndGet(event.taskMetrics().executorCpuTime());
  }

  long nanos() {
    return nanos.get();
  }
}
