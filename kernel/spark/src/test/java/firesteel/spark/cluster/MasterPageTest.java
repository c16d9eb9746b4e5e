package firesteel.spark.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class MasterPageTest {
  @Test
  void only_workers_that_are_alive_count() throws IOException {
    MasterPage.Report report =
        MasterPage.report(
            JsonMapper.builder()
                .build()
                .readTree(
                    """
                    {"url": "spark://127.0.0.1:7077", "status": "ALIVE",
                     "workers": [
                       {"host": "127.0.0.1", "port": 1, "cores": 2, "coresused": 1,
                        "memory": 1024, "memoryused": 512, "state": "ALIVE"},
                       {"host": "127.0.0.1", "port": 2, "state": "DEAD"}],
                     "activeapps": [
                       {"id": "app-1", "name": "Firesteel", "state": "RUNNING", "cores": 1}]}
                    """));

    assertThat(report.isReady()).isTrue();
    assertThat(report.workers())
        .containsExactly(new MasterPage.Worker("127.0.0.1:1", 2, 1, 1024, 512));
    assertThat(report.applications())
        .containsExactly(new MasterPage.Application("app-1", "Firesteel", "RUNNING", 1));
  }

  @Test
  void nobody_at_the_address_is_no_answer() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    assertThat(MasterPage.ask("http://127.0.0.1:" + port)).isEmpty();
  }
}
