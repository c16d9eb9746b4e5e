package firesteel.spark.closure;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobEnd;

/**
 * The jobs of {@code local[*]}, whose tasks run in this JVM beside the notebook's own code: which
 * variables they read, from when to when.
 */
final class LocalJobs extends SparkListener {
  private final Snapshots snapshots;
  private final Map<Integer, Set<NotebookField>> fieldsOfJob = new ConcurrentHashMap<>();

  LocalJobs(Snapshots snapshots) {
    this.snapshots = snapshots;
  }

  /** A job reads variables from now on until its end. */
  void reads(int job, CapturedValues.Environment environment, Snapshot snapshot) {
    Set<NotebookField> fields =
        fieldsOfJob.computeIfAbsent(job, id -> ConcurrentHashMap.newKeySet());
    environment
        .values()
        .forEach(
            (field, value) -> {
              if (fields.add(field)) {
                boolean fixed = environment.isImmutable(field, snapshot);
                snapshots
                    .siteOf(field)
                    .use(
                        () ->
                            fixed
                                && ImmutableValues.same(
                                    snapshot.value(field), snapshots.valueOf(field)));
              }
            });
    for (NotebookField field : environment.reached().writes()) {
      if (field.isVariable() && fields.add(field)) {
        snapshots.siteOf(field).use(() -> true); // The assignment tells what is wrong.
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
