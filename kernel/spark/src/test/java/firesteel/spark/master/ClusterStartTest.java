package firesteel.spark.master;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import firesteel.spark.settings.SparkStartException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Optional;
import org.apache.spark.SparkConf;
import org.junit.jupiter.api.Test;

class ClusterStartTest {
  private static final String RESOURCE_MANAGER = "spark.hadoop.yarn.resourcemanager.address";
  private static final String IMAGE = "spark.kubernetes.container.image";

  private final SparkConf conf = new SparkConf(false);

  @Test
  void yarn_without_a_configuration_says_which_folder_is_missing() {
    assertThatThrownBy(() -> start("yarn").check())
        .isInstanceOf(SparkStartException.class)
        .hasMessageContainingAll("--hadoop-conf", "HADOOP_CONF_DIR");
  }

  @Test
  void a_resource_manager_that_is_not_there_is_not_waited_for() throws Exception {
    conf.set(RESOURCE_MANAGER, "127.0.0.1:" + closedPort());
    assertThatThrownBy(() -> start("yarn").check())
        .isInstanceOf(SparkStartException.class)
        .hasMessageContainingAll("Nothing takes connections at 127.0.0.1:", "yarn-site.xml");
  }

  @Test
  void one_of_several_resource_managers_is_enough() throws Exception {
    try (ServerSocket listening = listening()) {
      conf.set("spark.hadoop.yarn.resourcemanager.ha.enabled", "true");
      conf.set("spark.hadoop.yarn.resourcemanager.ha.rm-ids", "one,two");
      conf.set(RESOURCE_MANAGER + ".one", "127.0.0.1:" + closedPort());
      conf.set(RESOURCE_MANAGER + ".two", "127.0.0.1:" + listening.getLocalPort());
      assertThatCode(() -> start("yarn").check()).doesNotThrowAnyException();
    }
  }

  @Test
  void an_api_server_that_is_not_there_is_not_waited_for() throws Exception {
    String url = "k8s://http://127.0.0.1:" + closedPort();
    conf.set(IMAGE, "spark");
    assertThatThrownBy(() -> start(url).check())
        .isInstanceOf(SparkStartException.class)
        .hasMessageContainingAll("No connection to " + url, "kubectl cluster-info");
  }

  @Test
  void kubernetes_needs_an_image() throws Exception {
    try (ServerSocket listening = listening()) {
      String url = "k8s://http://127.0.0.1:" + listening.getLocalPort();
      assertThatThrownBy(() -> start(url).check())
          .isInstanceOf(SparkStartException.class)
          .hasMessageContaining(IMAGE);
      conf.set(IMAGE, "spark");
      assertThatCode(() -> start(url).check()).doesNotThrowAnyException();
    }
  }

  private ClusterStart start(String target) {
    return ClusterStart.of(Target.parse(target), conf, Optional.empty());
  }

  private static ServerSocket listening() throws IOException {
    return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  }

  private static int closedPort() throws IOException {
    try (ServerSocket closed = listening()) {
      return closed.getLocalPort();
    }
  }
}
