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
import java.util.regex.Pattern;
import org.apache.spark.SparkContext;

/**
 * Finds out why an application has no executor, from what the workers tell on their web pages:
 * their executors, and what those wrote before they ended.
 */
final class ExecutorTrouble {
  private static final int PATIENCE_MILLIS = 2000;
  private static final int MOST_BYTES = 100_000;

  private static final Pattern TELLING =
      Pattern.compile(
          "(Caused by: |Error: |Exception in thread .*?)?[\\w.$]*(Exception|Error)\\b.*");

  private final String application;
  private final String driver;
  private final List<MasterProbe.Worker> workers;
  private int starting;
  private int ended;
  private final List<String> logs = new ArrayList<>();
  private int freeCores;
  private int freeMemory;
  private int answers;

  /** Asks the workers. */
  ExecutorTrouble(SparkContext context, List<MasterProbe.Worker> workers) {
    this.application = context.applicationId();
    this.driver =
        context.conf().get("spark.driver.host") + ":" + context.conf().get("spark.driver.port");
    this.workers = workers;
    workers.forEach(this::ask);
  }

  /** Whether a process of an executor runs that has not told the driver yet, and none has ended. */
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
      // A worker that doesn't answer is counted by what is missing.
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
            + MOST_BYTES;
    try {
      logs.add(new String(get(address), StandardCharsets.UTF_8));
    } catch (IOException e) {
      // The other executors' may be had.
    }
  }

  private static byte[] get(String address) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) URI.create(address).toURL().openConnection();
    connection.setConnectTimeout(PATIENCE_MILLIS);
    connection.setReadTimeout(PATIENCE_MILLIS);
    try (InputStream body = connection.getInputStream()) {
      return body.readAllBytes();
    } finally {
      connection.disconnect();
    }
  }

  /** The reason, as far as it can be told, and what to do. */
  String describe() {
    for (String log : logs) {
      Optional<String> known = explain(log);
      if (known.isPresent()) {
        return known.get();
      }
    }
    if (!logs.isEmpty()) {
      return "Executors were started and have ended or wait."
          + line(logs.get(0)).map(line -> " One said: " + line).orElse("")
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

  private Optional<String> explain(String log) {
    if (log.contains("UnsupportedClassVersionError")) {
      return Optional.of(
          "The cluster's Java is too old for this Spark: " + line(log).orElse("") + ".");
    }
    if (log.contains("Unrecognized option") || log.contains("Could not create the Java Virtual")) {
      return Optional.of(
          "The executors' Java doesn't know the options that it is given: is it older than 17, or"
              + " do spark.executor.extraJavaOptions not fit it?");
    }
    if (log.contains("SaslException") || log.contains("AuthEngine")) {
      return Optional.of("The executors could not authenticate at the driver.");
    }
    if (log.contains("InvalidClassException")
        || log.contains("NoSuchMethodError")
        || log.contains("NoClassDefFoundError")
        || log.contains("NoSuchFieldError")) {
      return Optional.of(
          "The executors run another version of Spark than this kernel, which has "
              + org.apache.spark.package$.MODULE$.SPARK_VERSION()
              + " ("
              + line(log).orElse("")
              + "). Set SPARK_HOME to the cluster's Spark, or use `./firesteel spark use VERSION`.");
    }
    if (log.contains("Failed to connect to")
        || log.contains("UnknownHostException")
        || log.contains("ConnectTimeoutException")
        || log.contains("Cannot receive any reply from")
        || log.contains("Connection timed out")) {
      return Optional.of(
          "The executors can't call back to the driver, which told them to use "
              + driver
              + ".\nSet --conf spark.driver.host=ADDRESS to an address of this machine that the"
              + " workers reach, spark.driver.bindAddress=0.0.0.0 when this machine doesn't have"
              + " that address itself (a container, a NAT), and spark.driver.port and"
              + " spark.blockManager.port to ports that a firewall lets through.");
    }
    return Optional.empty();
  }

  /** The line of a log that says most: the last cause, without its frames. */
  private static Optional<String> line(String log) {
    return log.lines()
        .map(String::strip)
        .filter(line -> TELLING.matcher(line).matches())
        .reduce((first, second) -> second)
        .map(line -> line.replaceFirst("^Caused by: ", ""));
  }
}
