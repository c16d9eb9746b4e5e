package firesteel.engine;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;

/**
 * The threads of the common pool, which run a cell's parallel streams and {@code
 * CompletableFuture}s. Java makes them with the system's class loader as their context; libraries
 * that look there, such as the client of Spark Connect, would not find the classes of cells.
 */
public final class CommonPoolThreads implements ForkJoinPool.ForkJoinWorkerThreadFactory {
  /** As the documentation of {@link ForkJoinPool} names it. */
  private static final String PROPERTY = "java.util.concurrent.ForkJoinPool.common.threadFactory";

  /** Made by {@link ForkJoinPool}. */
  public CommonPoolThreads() {}

  /** Has the common pool made with these threads; too late once it has been used. */
  public static void install() {
    System.getProperties().putIfAbsent(PROPERTY, CommonPoolThreads.class.getName());
  }

  @Override
  public ForkJoinWorkerThread newThread(ForkJoinPool pool) {
    Worker worker = new Worker(pool);
    worker.setContextClassLoader(ClassLoader.getSystemClassLoader());
    return worker;
  }

  private static final class Worker extends ForkJoinWorkerThread {
    Worker(ForkJoinPool pool) {
      super(pool);
    }

    /** What somebody has set, else that of the notebook, as on the thread of a cell. */
    @Override
    public ClassLoader getContextClassLoader() {
      ClassLoader set = super.getContextClassLoader();
      return set == ClassLoader.getSystemClassLoader()
          ? CellConsole.session().map(Session::classLoader).orElse(set)
          : set;
    }
  }
}
