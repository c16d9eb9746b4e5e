package firesteel.spark.closure;

import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.ShuffleDependency;
import org.apache.spark.rdd.RDD;
import org.apache.spark.scheduler.ActiveJob;
import org.apache.spark.scheduler.DAGScheduler;
import org.apache.spark.scheduler.ResultStage;
import org.apache.spark.scheduler.Stage;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Finds the job for which a stage is being made, as {@code DAGScheduler.activeJobForStage} does.
 * Call it on the scheduler's thread.
 *
 * @param id the job's number; -1 when the job can't be found
 * @param properties the local properties of the thread that submitted it; may be null
 */
record StageJob(int id, Properties properties) {
  static StageJob of(DAGScheduler scheduler, RDD<?> rdd, Object what) {
    if (what instanceof ShuffleDependency<?, ?, ?> shuffle) {
      Option<? extends Stage> stage = scheduler.shuffleIdToMapStage().get(shuffle.shuffleId());
      return stage.isDefined() ? ofStage(scheduler, stage.get()) : new StageJob(-1, null);
    }
    for (ActiveJob job : CollectionConverters.asJava(scheduler.jobIdToActiveJob().values())) {
      if (job.finalStage() instanceof ResultStage last && last.func() == what) {
        return new StageJob(job.jobId(), job.properties());
      }
    }
    return new StageJob(-1, null);
  }

  private static StageJob ofStage(DAGScheduler scheduler, Stage stage) {
    Set<Integer> ids = new TreeSet<>();
    CollectionConverters.asJava(stage.jobIds()).forEach(id -> ids.add((Integer) id));
    for (Integer id : ids) {
      Option<ActiveJob> job = scheduler.jobIdToActiveJob().get(id);
      if (job.isDefined()) {
        return new StageJob(id, job.get().properties());
      }
    }
    return new StageJob(-1, null);
  }
}
