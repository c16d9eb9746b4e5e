package firesteel.spark.master;

import java.time.Duration;
import org.apache.spark.SparkContext;

/**
 * The start of what is in this process, or of what Spark's plug-ins know: Spark's own and no more.
 */
record LocalStart(Duration longest) implements ClusterStart {
  @Override
  public void check() {}

  @Override
  public void awaitExecutor(SparkContext context) {}
}
