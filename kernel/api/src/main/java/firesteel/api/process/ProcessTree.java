package firesteel.api.process;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * A process that was started here, together with the processes that it starts in turn. Closing it
 * ends all of them within a few seconds.
 *
 * <pre>{@code
 * try (ProcessTree tree = ProcessTree.start(new ProcessBuilder("make"))) {
 *   OptionalInt status = tree.waitFor(Duration.ofMinutes(1));
 * }
 * }</pre>
 *
 * Thread-safe.
 */
public final class ProcessTree implements AutoCloseable {
  /** What a process that was asked to end gets for it. */
  private static final Duration PATIENCE = Duration.ofMillis(400);

  /** A process that was killed is gone as soon as the system gets to it. */
  private static final Duration AFTER_KILL = Duration.ofSeconds(2);

  private final Process root;

  private ProcessTree(Process root) {
    this.root = root;
  }

  /**
   * Starts a process.
   *
   * @param builder says what, with which environment, where, and where its streams lead
   */
  public static ProcessTree start(ProcessBuilder builder) throws IOException {
    return new ProcessTree(builder.start());
  }

  /** The process that was started. */
  public Process root() {
    return root;
  }

  /** Waits until the started process has ended, and returns its status. */
  public int waitFor() throws InterruptedException {
    return root.waitFor();
  }

  /** Waits until the started process has ended; empty when it takes longer. */
  public OptionalInt waitFor(Duration limit) throws InterruptedException {
    return root.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)
        ? OptionalInt.of(root.exitValue())
        : OptionalInt.empty();
  }

  /** Asks all of the tree to end, and kills what has not ended soon. */
  @Override
  public void close() {
    end(all(List.of(root.toHandle())), PATIENCE);
  }

  /**
   * Asks processes to end, and kills those that have not ended in time, with all that they started.
   * A thread that is interrupted while it waits kills them at once.
   *
   * @param processes only these are asked; their children may end with them in good order
   * @param patience how long they may take
   */
  public static void end(List<ProcessHandle> processes, Duration patience) {
    List<ProcessHandle> all = all(processes);
    processes.forEach(ProcessHandle::destroy);
    boolean interrupted = !await(all, patience);
    all(all).stream().filter(ProcessHandle::isAlive).forEach(ProcessHandle::destroyForcibly);
    interrupted |= !await(all, AFTER_KILL);
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static List<ProcessHandle> all(List<ProcessHandle> roots) {
    return roots.stream()
        .flatMap(root -> Stream.concat(Stream.of(root), root.descendants()))
        .distinct()
        .toList();
  }

  /** Returns whether the wait was not interrupted. */
  private static boolean await(List<ProcessHandle> processes, Duration patience) {
    CompletableFuture<?>[] ends =
        processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
    try {
      CompletableFuture.allOf(ends).get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return true; // What is left is killed, or can't be.
    } catch (InterruptedException e) {
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
    return true;
  }
}
