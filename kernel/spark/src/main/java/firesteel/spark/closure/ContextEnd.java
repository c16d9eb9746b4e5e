package firesteel.spark.closure;

import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerApplicationEnd;

/** Makes a context's serializer release the notebook when the context ends. */
final class ContextEnd extends SparkListener {
  private final ClosureSerializer serializer;

  ContextEnd(ClosureSerializer serializer) {
    this.serializer = serializer;
  }

  @Override
  public void onApplicationEnd(SparkListenerApplicationEnd end) {
    serializer.contextEnded();
  }
}
