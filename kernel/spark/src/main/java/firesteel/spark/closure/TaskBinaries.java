package firesteel.spark.closure;

import firesteel.spark.executor.TaskEnvelope;
import java.io.IOException;
import java.io.NotSerializableException;
import java.nio.ByteBuffer;
import java.util.function.Function;
import org.apache.spark.ShuffleDependency;
import org.apache.spark.SparkContext;
import org.apache.spark.rdd.RDD;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import scala.Tuple2;

/**
 * Serializes what all tasks of a stage have in common, preceded by the values of the variables that
 * they read. Called on the scheduler's thread, one stage at a time, and on other threads for
 * queries that are being planned.
 */
final class TaskBinaries {
  private static final Logger LOG = LoggerFactory.getLogger(TaskBinaries.class);

  private final SparkContext context;
  private final SnippetCode code;
  private final Snapshots snapshots;
  private final CapturedValues capturedValues;
  private final BroadcastCode broadcasts;
  private final CaptureErrors captureErrors;
  private final LocalJobs localJobs;
  private final JobWarnings warnings;
  private final FinishedStages finished;

  TaskBinaries(
      SparkContext context,
      SnippetCode code,
      Snapshots snapshots,
      CapturedValues capturedValues,
      BroadcastCode broadcasts,
      CaptureErrors captureErrors,
      LocalJobs localJobs,
      JobWarnings warnings) {
    this.context = context;
    this.code = code;
    this.snapshots = snapshots;
    this.capturedValues = capturedValues;
    this.broadcasts = broadcasts;
    this.captureErrors = captureErrors;
    this.localJobs = localJobs;
    this.warnings = warnings;
    this.finished = new FinishedStages();
  }

  /** Takes a snapshot for the job that the calling thread submits or declares a part of. */
  void beforeSubmission() {
    if (!context.isStopped()) {
      snapshots.take(context);
    }
  }

  /** Notes which code of the notebook a part of a query holds. */
  void scan(Object part, SerializedCode found) throws IOException {
    ScanningStream.scan(part, found, code, broadcasts::in);
  }

  /** Whether an object can be a part of tasks: all its own parts can be serialized. */
  boolean canWrite(Object part) {
    try {
      scan(part, new SerializedCode());
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Checks the code that the calling thread's query is about to run, and throws when a value it
   * needs can't be sent.
   */
  synchronized void check(SerializedCode found) {
    if (!found.isEmpty()) {
      snapshots.take(context);
      try {
        capturedValues.of(found, snapshots.of(context.getLocalProperties()));
      } catch (VariableRefusedException e) {
        throw TaskBinaries.<RuntimeException>unchecked(e);
      }
    }
  }

  /**
   * Serializes the common part of a stage's tasks.
   *
   * @param what the function of a job's last stage, or the dependency that another stage fills
   * @param plain Spark's own serialization
   */
  synchronized ByteBuffer serialize(RDD<?> rdd, Object what, Function<Object, ByteBuffer> plain) {
    Tuple2<Object, Object> task = new Tuple2<>(rdd, what);
    SerializedCode found = new SerializedCode();
    byte[] bytes;
    try {
      bytes = ScanningStream.write(task, found, code, broadcasts::in);
    } catch (DriverOnlyTypes.CapturedByLambda e) {
      throw TaskBinaries.<RuntimeException>unchecked(captureErrors.captured(e));
    } catch (NotSerializableException e) {
      return plain.apply(task); // Fails as well, and tells which references lead to the object.
    } catch (IOException e) {
      throw TaskBinaries.<RuntimeException>unchecked(e);
    }
    if (found.isEmpty() && finished.isEmpty()) {
      return ByteBuffer.wrap(bytes);
    }
    StageJob job = StageJob.of(context.dagScheduler(), rdd, what);
    Snapshot snapshot = snapshots.of(job.properties());
    finished.reusedBy(rdd, field -> capturedValues.valueNow(field, snapshot), job, warnings);
    if (found.isEmpty()) {
      return ByteBuffer.wrap(bytes);
    }
    return envelope(found, bytes, snapshot, job, what, plain);
  }

  private ByteBuffer envelope(
      SerializedCode found,
      byte[] bytes,
      Snapshot snapshot,
      StageJob job,
      Object what,
      Function<Object, ByteBuffer> plain) {
    CapturedValues.TaskValues taskValues;
    try {
      taskValues = capturedValues.of(found, snapshot);
    } catch (VariableRefusedException e) {
      throw TaskBinaries.<RuntimeException>unchecked(e);
    }
    LOG.debug("job {} reads {}", job.id(), taskValues.values().keySet());
    if (context.isLocal()) {
      localJobs.reads(job.id(), taskValues, snapshot);
    }
    warnings.about(taskValues, snapshot, job.properties());
    if (what instanceof ShuffleDependency<?, ?, ?> shuffle) {
      finished.computes(shuffle.shuffleId(), taskValues.values());
    }
    return plain.apply(new TaskEnvelope(capturedValues.forTasks(taskValues, snapshot), bytes));
  }

  /**
   * Throws a checked exception undeclared: Scala's code declares none, and the scheduler expects
   * this one as it is.
   */
  @SuppressWarnings("unchecked")
  private static <T extends Throwable> T unchecked(Throwable thrown) throws T {
    throw (T) thrown;
  }
}
