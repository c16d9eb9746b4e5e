package firesteel.spark.cluster;

import firesteel.api.process.ProcessTree;
import java.time.Duration;
import java.util.List;

/** Ends the processes of a cluster, whoever started them. */
final class ClusterStop {
  private ClusterStop() {}

  /**
   * Asks all processes to end, which takes the executors along, and kills what is left.
   *
   * @param patience how long they may take in good order
   */
  static void stop(ClusterState state, Duration patience) {
    List<ProcessHandle> members =
        state.members().stream().flatMap(member -> member.process().stream()).toList();
    ProcessTree.end(members, patience);
  }
}
