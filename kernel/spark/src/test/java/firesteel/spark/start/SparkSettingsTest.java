package firesteel.spark.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import firesteel.spark.master.Connection;
import firesteel.spark.settings.SparkOptions;
import firesteel.spark.settings.SparkStartException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SparkSettingsTest {
  @TempDir Path folder;

  private Map<String, String> effective(
      Map<String, String> options,
      Map<String, String> properties,
      Map<String, String> environment) {
    Properties system = new Properties();
    system.putAll(properties);
    SparkOptions all =
        SparkOptions.fromEnvironment(Map.of("SPARK_CONF_DIR", folder.toString())).with(options);
    return new SparkSettings(all, Connection.DEFAULT, folder, folder.resolve("scratch"), system)
        .effective(environment);
  }

  private void defaults(String text) throws IOException {
    Files.writeString(folder.resolve("spark-defaults.conf"), text);
  }

  @Test
  void runs_locally_on_loopback_with_its_tables_beside_the_notebook() {
    assertThat(effective(Map.of(), Map.of(), Map.of()))
        .containsEntry("spark.master", "local[*]")
        .containsEntry("spark.driver.bindAddress", "127.0.0.1")
        .containsEntry("spark.ui.showConsoleProgress", "false")
        .containsEntry("spark.local.dir", folder.resolve("scratch/local").toString())
        .containsEntry("spark.sql.warehouse.dir", "file:" + folder.resolve("spark-warehouse"));
  }

  @Test
  void the_users_settings_win_in_the_order_of_spark_submit() throws IOException {
    defaults(
        """
        # a comment
        spark.app.name   from the file
        spark.sql.shuffle.partitions=7
        spark.executor.cores: 3
        other.name       left out
        """);
    assertThat(
            effective(
                Map.of("spark.app.name", "from the options"),
                Map.of("spark.sql.shuffle.partitions", "9"),
                Map.of()))
        .containsEntry("spark.app.name", "from the options")
        .containsEntry("spark.sql.shuffle.partitions", "9")
        .containsEntry("spark.executor.cores", "3")
        .doesNotContainKey("other.name");
  }

  @Test
  void a_cluster_can_reach_the_driver() throws IOException {
    defaults("spark.master spark://somewhere:7077");
    assertThat(effective(Map.of(), Map.of(), Map.of()))
        .containsEntry("spark.master", "spark://somewhere:7077")
        .doesNotContainKeys("spark.driver.host", "spark.driver.bindAddress");
  }

  @Test
  void an_address_that_the_user_names_is_used() {
    assertThat(effective(Map.of(), Map.of(), Map.of("SPARK_LOCAL_IP", "10.0.0.1")))
        .doesNotContainKeys("spark.driver.host", "spark.driver.bindAddress");
  }

  @Test
  void a_taken_port_is_not_proposed_for_the_web_ui() throws IOException {
    int port = Integer.parseInt(effective(Map.of(), Map.of(), Map.of()).get("spark.ui.port"));
    try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
      assertThat(effective(Map.of(), Map.of(), Map.of()).get("spark.ui.port"))
          .isNotEqualTo(Integer.toString(taken.getLocalPort()));
    }
  }

  @Test
  void a_file_that_cannot_be_read_is_named() throws IOException {
    defaults("spark.app.name \\u12");
    assertThatThrownBy(() -> effective(Map.of(), Map.of(), Map.of()))
        .isInstanceOf(SparkStartException.class)
        .hasMessageContaining("spark-defaults.conf");
  }
}
