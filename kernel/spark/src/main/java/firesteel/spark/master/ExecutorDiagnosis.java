package firesteel.spark.master;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.SparkContext;

/**
 * Finds out why an application has no executor from the workers' web pages: their executors, and
 * the logs of executors that ended.
 */
final class ExecutorDiagnosis {
  private static final int TIMEOUT_MILLIS = 2000;
  private static final int MAX_BYTES = 100_000;

  private final String application;
  private final String driver;
  private final List<MasterProbe.Worker> workers;
  private int starting;
  private int ended;
  private final List<String> logs = new ArrayList<>();
  private int freeCores;
  private int freeMemory;
  private int answers;

  /** Reads the workers' pages. */
  ExecutorDiagnosis(SparkContext context, List<MasterProbe.Worker> workers) {
    this.application = context.applicationId();
    this.driver = ExecutorLog.driver(context);
    this.workers = workers;
    workers.forEach(this::ask);
  }

  /** Whether the process of an executor runs that has not registered yet, and none has ended. */
  boolean isStarting() {
    return starting > 0 && ended == 0;
  }

  private void ask(MasterProbe.Worker worker) {
    try {
      JsonNode json = JsonMapper.builder().build().readTree(get(worker.webUi() + "/json/"));
      answers++;
      freeCores += json.path("cores").asInt() - json.path("coresused").asInt();
      freeMemory =
          Math.max(freeMemory, json.path("memory").asInt() - json.path("memoryused").asInt());
      for (JsonNode executor : json.path("executors")) {
        if (isOurs(executor)) {
          starting++;
          log(worker, executor);
        }
      }
      for (JsonNode executor : json.path("finishedexecutors")) {
        if (isOurs(executor)) {
          ended++;
          log(worker, executor);
        }
      }
    } catch (IOException e) {
      // A worker that doesn't answer counts as missing.
    }
  }

  private boolean isOurs(JsonNode executor) {
    return executor.path("appid").asText().equals(application);
  }

  private void log(MasterProbe.Worker worker, JsonNode executor) {
    String address =
        worker.webUi()
            + "/log/?appId="
            + application
            + "&executorId="
            + executor.path("id").asText()
            + "&logType=stderr&byteLength="
            + MAX_BYTES;
    try {
      logs.add(new String(get(address), StandardCharsets.UTF_8));
    } catch (IOException e) {
      // The logs of the other executors may still be readable.
    }
  }

  private static byte[] get(String address) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) URI.create(address).toURL().openConnection();
    connection.setConnectTimeout(TIMEOUT_MILLIS);
    connection.setReadTimeout(TIMEOUT_MILLIS);
    try (InputStream body = connection.getInputStream()) {
      return body.readAllBytes();
    } finally {
      connection.disconnect();
    }
  }

  /** Returns the reason, as far as it is known, and what to do. */
  String describe() {
    for (String log : logs) {
      Optional<String> known = ExecutorLog.explain(log, driver);
      if (known.isPresent()) {
        return known.get();
      }
    }
    if (!logs.isEmpty()) {
      return "Executors were started and have ended or wait."
          + ExecutorLog.line(logs.get(0)).map(line -> " One said: " + line).orElse("")
          + "\nThey call back to the driver at "
          + driver
          + " (spark.driver.host). Their whole output is on the web pages of the workers: "
          + String.join(", ", workers.stream().map(MasterProbe.Worker::webUi).toList());
    }
    if (answers == 0) {
      return workers.size()
          + " workers are registered, but none of their web pages answers: they may be gone, or out"
          + " of reach from here.";
    }
    if (freeCores <= 0) {
      return "All cores of its "
          + workers.size()
          + " workers are in use by other applications. Wait for one to end, or give the other ones"
          + " fewer (spark.cores.max).";
    }
    return "Its "
        + workers.size()
        + " workers have "
        + freeCores
        + " free cores, and at most "
        + freeMemory
        + " MB of free memory on one worker. Ask for less, with --executor-memory or"
        + " --executor-cores, or wait for other applications to end.";
  }
}
