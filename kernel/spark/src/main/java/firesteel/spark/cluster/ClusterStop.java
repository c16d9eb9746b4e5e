package firesteel.spark.cluster;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Ends the processes of a cluster, whoever started them. */
final class ClusterStop {
  /** A process that was killed is gone as soon as the system gets to it. */
  private static final Duration AFTER_KILL = Duration.ofSeconds(2);

  private ClusterStop() {}

  /**
   * Asks all processes to end, which takes the executors along, and kills what is left.
   *
   * @param patience how long they may take in good order
   */
  static void stop(ClusterState state, Duration patience) {
    List<ProcessHandle> members =
        state.members().stream().flatMap(member -> member.process().stream()).toList();
    List<ProcessHandle> all =
        members.stream()
            .flatMap(member -> Stream.concat(Stream.of(member), member.descendants()))
            .toList();
    members.forEach(ProcessHandle::destroy);
    await(all, patience);
    all.stream().filter(ProcessHandle::isAlive).forEach(ProcessHandle::destroyForcibly);
    await(all, AFTER_KILL);
  }

  private static void await(List<ProcessHandle> processes, Duration patience) {
    CompletableFuture<?>[] ends =
        processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
    try {
      CompletableFuture.allOf(ends).get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      // What is left is killed, or can't be.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // To be told after the processes are ended.
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }
}
