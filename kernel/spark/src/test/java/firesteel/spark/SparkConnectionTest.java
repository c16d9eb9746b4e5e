package firesteel.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import firesteel.spark.master.Connection;
import firesteel.spark.master.Target;
import firesteel.spark.settings.SparkStartException;
import java.util.Map;
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
}
