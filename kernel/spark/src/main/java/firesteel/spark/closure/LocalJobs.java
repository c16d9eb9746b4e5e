package firesteel.spark.closure;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobEnd;

/**
 * Tracks which variables the jobs of {@code local[*]} read, from their start to their end: their
 * tasks run in this JVM beside the notebook's own code.
 */
final class LocalJobs extends SparkListener {
  private final Snapshots snapshots;
  private final Map<Integer, Set<NotebookField>> fieldsOfJob = new ConcurrentHashMap<>();

  LocalJobs(Snapshots snapshots) {
    this.snapshots = snapshots;
  }

  /** Notes that a job reads these variables until it ends. */
  void reads(int job, CapturedValues.TaskValues taskValues, Snapshot snapshot) {
    Set<NotebookField> fields =
        fieldsOfJob.computeIfAbsent(job, id -> ConcurrentHashMap.newKeySet());
    taskValues
        .values()
        .forEach(
            (field, value) -> {
              if (fields.add(field)) {
                boolean fixed = taskValues.isImmutable(field, snapshot);
                snapshots
                    .siteOf(field)
                    .use(
                        () ->
                            fixed
                                && ImmutableValues.same(
                                    snapshot.value(field), snapshots.valueOf(field)));
              }
            });
    for (NotebookField field : taskValues.reached().writes()) {
      if (field.isVariable() && fields.add(field)) {
        // The task's assignment itself reports what is wrong.
        snapshots.siteOf(field).use(() -> true);
      }
    }
  }

  @Override
  public void onJobEnd(SparkListenerJobEnd event) {
    Set<NotebookField> fields = fieldsOfJob.remove(event.jobId());
    if (fields != null) {
      fields.forEach(field -> snapshots.siteOf(field).release());
    }
  }
}
