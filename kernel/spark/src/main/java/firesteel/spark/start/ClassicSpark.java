package firesteel.spark.start;

import firesteel.api.session.RunningCell;
import firesteel.spark.closure.Closures;
import firesteel.spark.jobs.CellJobs;
import firesteel.spark.jobs.JobTracker;
import firesteel.spark.jobs.ProgressDisplay;
import firesteel.spark.master.ClassicStatus;
import firesteel.spark.master.SparkStatus;
import firesteel.spark.master.StartedSpark;
import firesteel.spark.streams.RunningQueries;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.StreamingQuery;
import scala.jdk.javaapi.OptionConverters;

/**
 * A Spark whose driver is in this process.
 *
 * @param session for Datasets and SQL
 * @param context for RDDs
 */
public record ClassicSpark(SparkSession session, JavaSparkContext context) implements StartedSpark {
  /** Wraps a session and its context. */
  public static ClassicSpark of(SparkSession session) {
    return new ClassicSpark(session, JavaSparkContext.fromSparkContext(session.sparkContext()));
  }

  /** Returns the context as Spark's Scala code knows it. */
  public SparkContext sparkContext() {
    return context.sc();
  }

  @Override
  public boolean isStopped() {
    return sparkContext().isStopped();
  }

  @Override
  public boolean owns(SparkSession theirs) {
    return theirs instanceof org.apache.spark.sql.classic.SparkSession
        && theirs.sparkContext() == sparkContext()
        && !isStopped();
  }

  @Override
  public boolean isSameApplication(StartedSpark other) {
    return other instanceof ClassicSpark classic && classic.sparkContext() == sparkContext();
  }

  @Override
  public Optional<String> setting(String name) {
    return OptionConverters.toJava(session.conf().getOption(name));
  }

  @Override
  public String version() {
    return sparkContext().version();
  }

  @Override
  public String description() {
    return describe(sparkContext());
  }

  /** Describes a context in one line: version, master and the address of the web UI. */
  public static String describe(SparkContext context) {
    String line = "Spark " + context.version() + " on " + context.master();
    scala.Option<String> ui = context.uiWebUrl();
    return ui.isDefined() ? line + ", web UI at " + ui.get() : line;
  }

  @Override
  public JobTracker watch(Map<String, RunningCell> runningCells, ProgressDisplay progress) {
    CellJobs jobs = new CellJobs(sparkContext(), runningCells, progress, queries());
    sparkContext().addSparkListener(jobs);
    return jobs;
  }

  @Override
  public void attach(Closures closures) {
    closures.install(sparkContext());
  }

  @Override
  public SparkStatus status() {
    return ClassicStatus.of(session);
  }

  @Override
  public List<SparkStatus.Job> jobs() {
    return ClassicStatus.jobs(sparkContext());
  }

  @Override
  public boolean cancel(String id) {
    boolean runs =
        jobs().stream().anyMatch(job -> job.id().equals(id) && job.state().equals("RUNNING"));
    if (runs) {
      sparkContext().cancelJob(Integer.parseInt(id), "cancelled by %spark cancel");
    }
    return runs;
  }

  /** Returns the running queries of all sessions of the application. */
  @Override
  public RunningQueries queries() {
    return new RunningQueries(
        () ->
            ((org.apache.spark.sql.classic.SparkSession) session)
                .sharedState().activeStreamingQueries().values().stream()
                    .map(StreamingQuery.class::cast)
                    .toList());
  }

  @Override
  public void addJar(String jar) {
    sparkContext().addJar(jar);
  }

  @Override
  public void configure(Consumer<Configuration> change) {
    change.accept(sparkContext().hadoopConfiguration());
  }

  @Override
  public void stop() {
    if (!isStopped()) {
      sparkContext().cancelAllJobs();
    }
    session.stop();
  }
}
