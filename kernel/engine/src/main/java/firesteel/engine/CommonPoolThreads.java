package firesteel.engine;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.Future;

/**
 * The threads of the common pool, which run a cell's parallel streams and {@code
 * CompletableFuture}s. Java makes them with the system's class loader as their context; libraries
 * that look there, such as the client of Spark Connect, would not find the classes of cells.
 */
public final class CommonPoolThreads implements ForkJoinPool.ForkJoinWorkerThreadFactory {
  /** As the documentation of {@link ForkJoinPool} names it. */
  private static final String PROPERTY = "java.util.concurrent.ForkJoinPool.common.threadFactory";

  /**
   * Makes them, on a thread without inheritable thread locals: Spark's local properties are such,
   * and a thread of the pool would keep those of a query that happened to run when it was made.
   */
  private final ExecutorService maker =
      Executors.newSingleThreadExecutor(work -> KernelThreads.daemon("common-pool", work));

  /** Made by {@link ForkJoinPool}. */
  public CommonPoolThreads() {}

  /** Has the common pool made with these threads; too late once it has been used. */
  public static void install() {
    System.getProperties().putIfAbsent(PROPERTY, CommonPoolThreads.class.getName());
  }

  /** Null, as for any factory, when no thread can be made. */
  @Override
  public ForkJoinWorkerThread newThread(ForkJoinPool pool) {
    // Not a CompletableFuture, whose waits may make the pool ask for a thread again.
    Future<Worker> made = maker.submit(() -> new Worker(pool));
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return made.get();
        } catch (InterruptedException e) {
          interrupted = true; // A stopped cell's; the pool still needs its thread.
        } catch (ExecutionException e) {
          return null;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static final class Worker extends ForkJoinWorkerThread {
    Worker(ForkJoinPool pool) {
      super(pool);
      setContextClassLoader(ClassLoader.getSystemClassLoader());
    }

    /** What somebody has set, else that of the notebook, as on the thread of a cell. */
    @Override
    public ClassLoader getContextClassLoader() {
      ClassLoader set = super.getContextClassLoader();
      return set == ClassLoader.getSystemClassLoader()
          ? CellConsole.session().map(JavaSession::classLoader).orElse(set)
          : set;
    }
  }
}
