package firesteel.spark.cluster;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What is stored about a cluster, so that other processes find it.
 *
 * @param name what the user calls it
 * @param url the master's, as in {@code spark://127.0.0.1:7077}
 * @param ui the address of the master's web page
 * @param spark the version of Spark
 * @param java the feature version of Java
 * @param cores of each worker
 * @param memory of each worker
 * @param kept whether it outlives the process that started it
 * @param starter the process that started it
 * @param members its processes: the master first, then the workers in order
 */
public record ClusterState(
    String name,
    String url,
    String ui,
    String spark,
    int java,
    int cores,
    String memory,
    boolean kept,
    Member starter,
    List<Member> members) {
  static final String MASTER = "master";

  public ClusterState {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(starter, "starter");
    members = List.copyOf(members);
  }

  /**
   * A process, distinguished from a later one with the same id by its start time.
   *
   * @param name {@code master}, {@code worker-1}
   * @param pid the process's id
   * @param startedMillis its start as the system tells it, in milliseconds since 1970; 0 when the
   *     system doesn't
   */
  public record Member(String name, long pid, long startedMillis) {
    /** The system computes the start time from the clock, which may be set meanwhile. */
    private static final Duration TOLERANCE = Duration.ofSeconds(5);

    static Member of(String name, ProcessHandle process) {
      return new Member(name, process.pid(), started(process));
    }

    private static long started(ProcessHandle process) {
      return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    /** Returns the process while it runs. */
    Optional<ProcessHandle> process() {
      return ProcessHandle.of(pid)
          .filter(ProcessHandle::isAlive)
          .filter(found -> Math.abs(started(found) - startedMillis) <= TOLERANCE.toMillis());
    }

    /** Whether the process still runs. */
    public boolean isAlive() {
      return process().isPresent();
    }
  }

  /** Returns the number of workers that it was started with. */
  public int workers() {
    return members.size() - 1;
  }

  /** Returns the name of a worker, counted from 1. */
  static String worker(int number) {
    return "worker-" + number;
  }

  /** Whether any of its processes still runs. */
  public boolean isAlive() {
    return members.stream().anyMatch(Member::isAlive);
  }
}
