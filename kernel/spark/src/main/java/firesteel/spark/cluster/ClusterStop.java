package firesteel.spark.cluster;

import firesteel.api.process.ProcessTree;
import java.time.Duration;
import java.util.List;

/** Ends the processes of a cluster, whoever started them. */
final class ClusterStop {
  private ClusterStop() {}

  /**
   * Asks all processes to end, which also ends the executors, and kills those that remain.
   *
   * @param timeout how long they may take to shut down in order
   */
  static void stop(ClusterState state, Duration timeout) {
    List<ProcessHandle> members =
        state.members().stream().flatMap(member -> member.process().stream()).toList();
    ProcessTree.end(members, timeout);
  }
}
