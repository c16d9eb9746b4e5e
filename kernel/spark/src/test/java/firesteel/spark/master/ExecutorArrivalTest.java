package firesteel.spark.master;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.apache.spark.scheduler.SparkListenerExecutorAdded;
import org.apache.spark.scheduler.cluster.ExecutorInfo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import scala.collection.immutable.Map$;

class ExecutorArrivalTest {
  private static final Duration LONG = Duration.ofMinutes(2);

  @TempDir Path folder;
  private SparkContext context;

  @AfterEach
  void stop() {
    context.stop();
  }

  @Test
  void an_executor_that_the_context_does_not_know_yet_counts() throws Exception {
    start(false);
    try (ExecutorArrival arrival = new ExecutorArrival(context)) {
      context
          .listenerBus()
          .post(
              new SparkListenerExecutorAdded(
                  0, "1", new ExecutorInfo("localhost", 1, Map$.MODULE$.empty())));
      assertThat(arrival.within(LONG)).isTrue();
    }
  }

  @Test
  void without_an_executor_the_wait_ends() throws Exception {
    start(false);
    try (ExecutorArrival arrival = new ExecutorArrival(context)) {
      assertThat(arrival.within(Duration.ofMillis(1))).isFalse();
    }
  }

  @Test
  void a_context_that_stops_ends_the_wait() throws Exception {
    start(false);
    try (ExecutorArrival arrival = new ExecutorArrival(context)) {
      context.stop();
      assertThat(arrival.within(LONG)).isFalse();
    }
  }

  @Test
  void executors_that_come_with_the_jobs_are_not_waited_for() throws Exception {
    start(true);
    try (ExecutorArrival arrival = new ExecutorArrival(context)) {
      assertThat(arrival.within(LONG)).isTrue();
    }
  }

  private void start(boolean dynamic) {
    SparkConf conf =
        new SparkConf(false)
            .setMaster("local[1]")
            .setAppName("arrival")
            .set("spark.driver.host", "127.0.0.1")
            .set("spark.driver.bindAddress", "127.0.0.1")
            .set("spark.log.level", "ERROR")
            .set("spark.ui.enabled", "false")
            .set("spark.local.dir", folder.toString())
            .set("spark.dynamicAllocation.enabled", Boolean.toString(dynamic));
    context = new SparkContext(conf);
  }
}
