package firesteel.data.spark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.spark.sql.SparkSession;

/**
 * Has the missing parts of a table written, as many at a time as Spark has cores. Each part is a
 * job of its own, so that it is kept as soon as it is done.
 */
final class PartQueue {
  /** How many parts at a time where Spark's number of cores is not known. */
  private static final int USUAL_PARALLELISM = 8;

  private static final int MAX_PARALLELISM = 256;
  private static final long LAST_WAIT_SECONDS = 10;
  private static final long NONE = -1;

  private final SparkSession spark;
  private final String tag;
  private volatile boolean stopped;

  /**
   * Creates the queue.
   *
   * @param tag marks its jobs, so that they can be cancelled
   */
  PartQueue(SparkSession spark, String tag) {
    this.spark = spark;
    this.tag = tag;
  }

  /**
   * Writes the parts that are missing.
   *
   * @param partDone called by the calling thread after each part
   * @throws GenerateException when a part can't be written, or after {@link #stop}
   */
  void write(PartWriter writer, Runnable partDone) throws IOException, InterruptedException {
    IncompleteTable table = writer.table();
    AtomicLong next = new AtomicLong();
    // Threads of this call, which inherit the job group of the calling thread.
    ExecutorService threads = Executors.newFixedThreadPool(parallelism());
    ExecutorCompletionService<Long> parts = new ExecutorCompletionService<>(threads);
    try {
      int running = 0;
      for (int i = 0; i < parallelism(); i++) {
        running += submit(parts, writer, next) ? 1 : 0;
      }
      while (running > 0) {
        parts.take().get();
        running--;
        partDone.run();
        running += !stopped && submit(parts, writer, next) ? 1 : 0;
      }
      threads.shutdown();
      if (stopped) {
        throw new GenerateException("Stopped. " + table.kept());
      }
    } catch (ExecutionException e) {
      end(threads);
      throw failure(e.getCause(), table);
    } catch (InterruptedException e) {
      end(threads);
      throw e;
    }
  }

  private boolean submit(
      ExecutorCompletionService<Long> parts, PartWriter writer, AtomicLong next) {
    long part = nextMissing(writer.table(), next);
    if (part == NONE) {
      return false;
    }
    parts.submit(
        () -> {
          spark.addTag(tag);
          writer.write(part);
          return part;
        });
    return true;
  }

  private static long nextMissing(IncompleteTable table, AtomicLong next) {
    while (next.get() < table.parts()) {
      long part = next.getAndIncrement();
      if (!table.isDone(part)) {
        return part;
      }
    }
    return NONE;
  }

  /** One more than cores: a core is not idle while the driver ends one part and begins another. */
  private int parallelism() {
    if (!(spark instanceof org.apache.spark.sql.classic.SparkSession)) {
      return USUAL_PARALLELISM;
    }
    return Math.min(MAX_PARALLELISM, spark.sparkContext().defaultParallelism() + 1);
  }

  private GenerateException failure(Throwable thrown, IncompleteTable table) {
    if (stopped) {
      return new GenerateException("Stopped. " + table.kept(), thrown);
    }
    if (thrown instanceof GenerateException known) {
      return known;
    }
    List<String> messages = new ArrayList<>();
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      messages.add(String.valueOf(cause.getMessage()));
    }
    String last = messages.get(messages.size() - 1).strip().lines().findFirst().orElse("");
    String what =
        messages.stream().anyMatch(message -> message.contains("No space left on device"))
            ? "The disk is full. Free some space, then ask again."
            : "Spark could not write a file: " + last;
    return new GenerateException(what + "\n" + table.kept(), thrown);
  }

  private void end(ExecutorService threads) {
    threads.shutdownNow();
    cancel();
    try {
      threads.awaitTermination(LAST_WAIT_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void cancel() {
    try {
      spark.interruptTag(tag);
    } catch (RuntimeException e) {
      // Spark has ended, and its jobs with it.
    }
  }

  boolean isStopped() {
    return stopped;
  }

  /** Makes {@link #write} end: cancels what runs. */
  void stop() {
    stopped = true;
    cancel();
  }
}
