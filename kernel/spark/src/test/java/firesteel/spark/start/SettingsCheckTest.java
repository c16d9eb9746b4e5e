package firesteel.spark.start;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import firesteel.spark.master.Target;
import firesteel.spark.settings.SparkStartException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsCheckTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          local[2] | spark.executor.memory | 2x | an amount of memory, such as 512m or 2g
          local[2] | spark.executor.memory | 100m | Spark wants at least 450m
          local[2] | spark.executor.cores | two | it is of type int
          local[2] | spark.sql.shuffle.partitions | many | it is of type int
          sc://host | spark.sql.ansi.enabled | maybe | it is of type boolean
          local-cluster[1,1,1024] | spark.executor.memory | 2g | write local-cluster[1,1,2048], or --conf spark.executor.memory=1024m
          local[0] | spark.app.name | a | local[N] has N threads
          spark://host | spark.app.name | a | needs a host and a port
          """)
  void what_spark_would_not_start_with_is_said(
      String master, String name, String value, String said) {
    Map<String, String> settings = Map.of(name, value);
    assertThatThrownBy(() -> SettingsCheck.check(Target.ofMaster(master), settings, settings))
        .isInstanceOf(SparkStartException.class)
        .hasMessageContaining(said)
        .hasMessageNotContainingAny("SQLSTATE", "INVALID_CONF_VALUE");
  }

  @Test
  void workers_have_room_for_the_usual_executor() {
    assertThatThrownBy(
            () -> SettingsCheck.check(Target.parse("local-cluster[1,1,512]"), Map.of(), Map.of()))
        .hasMessageContaining("write local-cluster[1,1,1024]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          local[2] | spark.executor.memory | 600m
          local-cluster[1,1,512] | spark.executor.memory | 512m
          local[2] | my.own | anything
          local[2] | spark.sql.session.timeZone | UTC
          mesos://host | spark.app.name | a
          """)
  void what_spark_may_start_with_is_left_to_it(String master, String name, String value) {
    Map<String, String> settings = Map.of(name, value);
    assertThatCode(() -> SettingsCheck.check(Target.ofMaster(master), settings, settings))
        .doesNotThrowAnyException();
  }
}
