package firesteel.spark.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a master's web page at its JSON address. */
final class MasterPage {
  private static final int PATIENCE_MILLIS = 2000;

  private MasterPage() {}

  /**
   * A master's answer.
   *
   * @param url the URL that drivers connect to
   * @param status {@code ALIVE} when it is ready
   * @param workers those that are alive
   * @param applications those that run or wait
   */
  record Report(String url, String status, List<Worker> workers, List<Application> applications) {
    boolean isReady() {
      return status.equals("ALIVE");
    }
  }

  /**
   * A worker.
   *
   * @param address of its process
   * @param memory and {@code memoryUsed} in MiB
   */
  record Worker(String address, int cores, int coresUsed, int memory, int memoryUsed) {}

  /** An application. */
  record Application(String id, String name, String state, int cores) {}

  /** Asks a master; empty when it doesn't answer. */
  static Optional<Report> ask(String ui) {
    try {
      // Without any proxy: the master is on this machine.
      HttpURLConnection connection =
          (HttpURLConnection) URI.create(ui + "/json/").toURL().openConnection(Proxy.NO_PROXY);
      connection.setConnectTimeout(PATIENCE_MILLIS);
      connection.setReadTimeout(PATIENCE_MILLIS);
      try (InputStream body = connection.getInputStream()) {
        return Optional.of(report(JsonMapper.builder().build().readTree(body)));
      } finally {
        connection.disconnect();
      }
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  static Report report(JsonNode json) {
    List<Worker> workers = new ArrayList<>();
    for (JsonNode worker : json.path("workers")) {
      if (worker.path("state").asText().equals("ALIVE")) {
        workers.add(
            new Worker(
                worker.path("host").asText() + ":" + worker.path("port").asInt(),
                worker.path("cores").asInt(),
                worker.path("coresused").asInt(),
                worker.path("memory").asInt(),
                worker.path("memoryused").asInt()));
      }
    }
    List<Application> applications = new ArrayList<>();
    for (JsonNode application : json.path("activeapps")) {
      applications.add(
          new Application(
              application.path("id").asText(),
              application.path("name").asText(),
              application.path("state").asText(),
              application.path("cores").asInt()));
    }
    return new Report(
        json.path("url").asText(), json.path("status").asText(), workers, applications);
  }
}
