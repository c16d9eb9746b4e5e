package firesteel.engine;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** Creates the engine's own threads, whose output belongs to the kernel and not to a cell. */
final class KernelThreads {
  private static final String PREFIX = "firesteel-";

  private KernelThreads() {}

  static Thread daemon(String name, Runnable work) {
    Thread thread = new Thread(null, work, PREFIX + name, 0, false);
    thread.setDaemon(true);
    return thread;
  }

  static ScheduledExecutorService timer(String name) {
    return Executors.newSingleThreadScheduledExecutor(work -> daemon(name, work));
  }

  static boolean isKernel() {
    return Thread.currentThread().getName().startsWith(PREFIX);
  }
}
