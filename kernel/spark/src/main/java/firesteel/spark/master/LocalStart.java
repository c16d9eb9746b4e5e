package firesteel.spark.master;

import java.time.Duration;
import org.apache.spark.SparkContext;

/** Starts local masters and those of Spark's plug-ins, without checks beyond Spark's own. */
record LocalStart(Duration longest) implements ClusterStart {
  @Override
  public void check() {}

  @Override
  public void awaitExecutor(SparkContext context) {}
}
