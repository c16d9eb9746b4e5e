package firesteel.spark.master;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.SparkContext;
import org.apache.spark.internal.config.ConfigEntry;
import org.apache.spark.internal.config.package$;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.status.api.v1.ExecutorSummary;
import org.apache.spark.status.api.v1.JobData;
import org.apache.spark.util.Utils;
import scala.jdk.javaapi.CollectionConverters;
import scala.jdk.javaapi.OptionConverters;

/** Reads the status of a context in this process. Thread-safe. */
public final class ClassicStatus {
  /** Settings that Spark or Firesteel sets anew with each start, or that the facts already show. */
  private static final Set<String> HIDDEN_SETTINGS =
      Set.of(
          "spark.app.id",
          "spark.app.startTime",
          "spark.app.submitTime",
          "spark.app.name",
          "spark.master",
          "spark.driver.port",
          "spark.executor.id",
          "spark.submit.deployMode",
          "spark.ui.showConsoleProgress",
          "spark.ui.port",
          "spark.local.dir",
          "spark.sql.warehouse.dir",
          "spark.driver.extraJavaOptions",
          "spark.executor.extraJavaOptions",
          "spark.repl.class.outputDir",
          "spark.repl.class.uri");

  private static final String SPARKS_OWN = "spark.hadoop.fs.s3a.vectored.";

  private static final int LATEST_JOBS = 20;

  private ClassicStatus() {}

  /** Returns the status of a session's context. */
  public static SparkStatus of(SparkSession session) {
    SparkContext context = session.sparkContext();
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("master", Target.ofMaster(context.master()).shown());
    facts.put("application", context.applicationId() + " (" + context.appName() + ")");
    Optional<String> ui = OptionConverters.toJava(context.uiWebUrl());
    ui.ifPresent(url -> facts.put("web UI", url));
    List<SparkStatus.Executor> executors = executors(context);
    int cores = executors.stream().mapToInt(SparkStatus.Executor::cores).sum();
    facts.put("executors", executors.size() + " with " + cores + " cores in all");
    if (!Target.ofMaster(context.master()).isInProcess()) {
      facts.put("memory of an executor", context.executorMemory() + " MB");
    }
    facts.put("Spark", context.version());
    facts.put("Java", System.getProperty("java.version"));
    return new SparkStatus(facts, ui, executors, settings(session, context));
  }

  private static List<SparkStatus.Executor> executors(SparkContext context) {
    List<SparkStatus.Executor> executors = new ArrayList<>();
    boolean inProcess = Target.ofMaster(context.master()).isInProcess();
    for (ExecutorSummary executor :
        CollectionConverters.asJava(context.statusStore().executorList(true))) {
      if (inProcess || !executor.id().equals("driver")) {
        executors.add(
            new SparkStatus.Executor(
                executor.id(),
                executor.hostPort(),
                inProcess ? context.defaultParallelism() : executor.totalCores(),
                executor.activeTasks(),
                executor.failedTasks(),
                executor.maxMemory()));
      }
    }
    return executors;
  }

  private static Map<String, String> settings(SparkSession session, SparkContext context) {
    Map<String, String> all = new TreeMap<>(CollectionConverters.asJava(session.conf().getAll()));
    Map<String, String> shown = new TreeMap<>();
    var pattern = context.conf().get(package$.MODULE$.SECRET_REDACTION_PATTERN());
    all.forEach(
        (name, value) -> {
          if (!HIDDEN_SETTINGS.contains(name) && !isDefault(name, value)) {
            boolean secret = pattern.findFirstIn(name).isDefined();
            shown.put(name, secret ? "********" : Utils.redact(scala.Option.apply(pattern), value));
          }
        });
    return shown;
  }

  private static boolean isDefault(String name, String value) {
    boolean ofDriver = name.equals("spark.driver.host") || name.equals("spark.driver.bindAddress");
    if (ofDriver && value.equals("127.0.0.1") || name.startsWith(SPARKS_OWN)) {
      return true; // Set by Firesteel and Spark at each start on this machine.
    }
    ConfigEntry<?> entry = ConfigEntry.findEntry(name);
    return entry != null && value.equals(entry.defaultValueString());
  }

  /** Returns the latest jobs, newest first. */
  public static List<SparkStatus.Job> jobs(SparkContext context) {
    List<SparkStatus.Job> jobs = new ArrayList<>();
    for (JobData job : CollectionConverters.asJava(context.statusStore().jobsList(null))) {
      if (jobs.size() < LATEST_JOBS) {
        Optional<java.util.Date> started = OptionConverters.toJava(job.submissionTime());
        jobs.add(
            new SparkStatus.Job(
                Integer.toString(job.jobId()),
                job.status().toString(),
                OptionConverters.toJava(job.description()).orElse(job.name()),
                job.numCompletedTasks() + "/" + job.numTasks(),
                started.map(java.util.Date::toInstant).map(ClassicStatus::text).orElse("")));
      }
    }
    return jobs;
  }

  private static String text(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
