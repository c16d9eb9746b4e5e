package firesteel.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import firesteel.api.spark.ConnectAddress;
import firesteel.api.spark.ConnectRequest;
import firesteel.api.spark.ConnectTarget;
import firesteel.spark.master.Connection;
import firesteel.spark.master.PluginTarget;
import firesteel.spark.master.Target;
import firesteel.spark.settings.SparkStartException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class SparkConnectionTest extends SparkCase {
  @Test
  void switching_the_master_keeps_what_java_has_and_replaces_spark() throws Exception {
    run("int kept = 7; Dataset<Long> old = spark.range(3); var first = sc.sc().applicationId();");
    String connected =
        extension()
            .connect(
                Connection.to(Target.parse("local[3]"))
                    .with(Map.of("spark.app.name", "other", "spark.sql.shuffle.partitions", "3")));
    assertThat(connected).startsWith("Spark 4.").contains("on local[3]");
    assertThat(value("sc.master() + sc.appName() + kept")).contains("local[3]other7");
    assertThat(value("spark.conf().get(\"spark.sql.shuffle.partitions\")")).contains("3");
    assertThat(value("sc.sc().applicationId().equals(first)")).isEqualTo("false");
    assertThat(failure("old.count()")).contains("has been stopped");
    assertThat(value("spark.range(kept).count()")).isEqualTo("7");
    extension().connect(Connection.DEFAULT);
    assertThat(value("sc.master() + sc.appName()")).contains("local[2]Firesteel");
  }

  @Test
  void a_connection_that_fails_leaves_a_kernel_that_can_connect_again() throws Exception {
    assertThatThrownBy(() -> extension().connect(Connection.to(new Target(Target.Kind.OTHER, "x"))))
        .isInstanceOf(SparkStartException.class)
        .hasMessageContaining("x");
    extension().connect(Connection.DEFAULT);
    assertThat(value("spark.range(4).count()")).isEqualTo("4");
  }

  @Test
  void what_a_target_of_a_plugin_opened_ends_with_its_spark_and_is_opened_anew_by_the_next()
      throws Exception {
    List<String> log = new CopyOnWriteArrayList<>();
    Connection wanted = connectionTo(new LoggedTarget(log));

    extension().connect(wanted);
    assertThat(value("sc.master() + spark.range(4).count()")).contains("local[1]4");
    assertThat(log).containsExactly("open");
    extension().stopSpark();
    assertThat(log).containsExactly("open", "close");
    assertThat(value("sc.master()")).contains("local[1]");
    run("spark.stop();");
    assertThat(value("sc.master()")).contains("local[1]");
    assertThat(log).containsExactly("open", "close", "open", "close", "open");
    extension().connect(Connection.DEFAULT);
    assertThat(log).containsExactly("open", "close", "open", "close", "open", "close");
  }

  private static Connection connectionTo(ConnectTarget target) {
    PluginTarget plugin = new PluginTarget(target, "", Map.of(), folder, Map.of());
    return new Connection(
        Optional.empty(), Map.of(), List.of(), Optional.empty(), Optional.of(plugin));
  }

  private record LoggedTarget(List<String> log) implements ConnectTarget {
    @Override
    public String name() {
      return "logged";
    }

    @Override
    public String summary() {
      return "";
    }

    @Override
    public ConnectAddress connect(ConnectRequest request) {
      log.add("open");
      return ConnectAddress.of("local[1]").whenStopped(() -> log.add("close"));
    }
  }
}
