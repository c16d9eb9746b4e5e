package firesteel.spark.closure;

import firesteel.spark.executor.EncodedValue;
import java.io.IOException;
import java.util.Map;
import java.util.Properties;

/**
 * Captures the values of the notebook variables that a function reads, where Spark takes functions
 * one by one, as Spark Connect does. Thread-safe.
 */
public final class FunctionValues {
  private final SnippetCode code;
  private final Snapshots snapshots;
  private final CapturedValues capturedValues;
  private final BroadcastCode broadcasts;
  private final CaptureErrors captureErrors;
  private final JobWarnings warnings;

  /**
   * A function with its captured values, ready to be sent.
   *
   * @param values from the names of variables to their values
   * @param bytes the function, serialized
   * @param usesNotebook whether it holds code of the notebook at all
   */
  public record Captured(Map<String, EncodedValue> values, byte[] bytes, boolean usesNotebook) {}

  FunctionValues(
      SnippetCode code,
      Snapshots snapshots,
      CapturedValues capturedValues,
      BroadcastCode broadcasts,
      CaptureErrors captureErrors,
      JobWarnings warnings) {
    this.code = code;
    this.snapshots = snapshots;
    this.capturedValues = capturedValues;
    this.broadcasts = broadcasts;
    this.captureErrors = captureErrors;
    this.warnings = warnings;
  }

  /**
   * Serializes a function and captures the values as they are now.
   *
   * @param function a function, or an array of several
   * @param job properties that name the cell to which warnings are written
   * @throws VariableRefusedException when it reads a value that can't be sent
   * @throws java.io.NotSerializableException when it is not serializable itself
   */
  public synchronized Captured of(Object function, Properties job) throws IOException {
    SerializedCode found = new SerializedCode();
    byte[] bytes = write(function, found);
    if (found.isEmpty()) {
      return new Captured(Map.of(), bytes, false);
    }
    Snapshot now = snapshots.now();
    CapturedValues.TaskValues taskValues = capturedValues.of(found, now);
    warnings.ofChangesOnConnect(taskValues, job);
    return new Captured(capturedValues.forTasks(taskValues, now), bytes, true);
  }

  /**
   * Tells the cell that starts a stream which variables keep their current values for as long as
   * the stream runs.
   *
   * @param functions those of the stream
   * @param job properties that name the cell
   * @throws VariableRefusedException when they read a value that can't be sent
   * @throws java.io.NotSerializableException when one is not serializable itself
   */
  public synchronized void keptByStream(Object[] functions, Properties job) throws IOException {
    SerializedCode found = new SerializedCode();
    write(functions, found);
    warnings.ofStream(capturedValues.of(found, snapshots.now()), job);
  }

  private byte[] write(Object function, SerializedCode found) throws IOException {
    try {
      return ScanningStream.write(function, found, code, broadcasts::in);
    } catch (DriverOnlyTypes.CapturedByLambda e) {
      throw captureErrors.captured(e);
    }
  }
}
