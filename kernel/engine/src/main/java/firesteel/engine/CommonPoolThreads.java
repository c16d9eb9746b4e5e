package firesteel.engine;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.Future;

/**
 * Creates the threads of the common pool, which run a cell's parallel streams and {@code
 * CompletableFuture}s. Java's own threads have the system class loader as context class loader, so
 * libraries that use it, such as the client of Spark Connect, would not find the classes of cells.
 */
public final class CommonPoolThreads implements ForkJoinPool.ForkJoinWorkerThreadFactory {
  /** The system property of {@link ForkJoinPool} for its thread factory. */
  private static final String PROPERTY = "java.util.concurrent.ForkJoinPool.common.threadFactory";

  /**
   * Creates the threads on a thread without inheritable thread locals: Spark's local properties are
   * inheritable, and a thread of the pool would keep those of the query that ran when it was
   * created.
   */
  private final ExecutorService maker =
      Executors.newSingleThreadExecutor(work -> KernelThreads.daemon("common-pool", work));

  /** Made by {@link ForkJoinPool}. */
  public CommonPoolThreads() {}

  /** Makes the common pool use these threads; has no effect once the pool has been used. */
  public static void install() {
    System.getProperties().putIfAbsent(PROPERTY, CommonPoolThreads.class.getName());
  }

  /** Returns null when no thread can be created, as the interface demands. */
  @Override
  public ForkJoinWorkerThread newThread(ForkJoinPool pool) {
    // Not a CompletableFuture: waiting for one may make the pool request another thread.
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

    /** Returns the loader that was set, or else the notebook's, as on the thread of a cell. */
    @Override
    public ClassLoader getContextClassLoader() {
      ClassLoader set = super.getContextClassLoader();
      return set == ClassLoader.getSystemClassLoader()
          ? CellConsole.session().map(JavaSession::classLoader).orElse(set)
          : set;
    }
  }
}
