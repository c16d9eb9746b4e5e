package firesteel.spark.closure;

import firesteel.spark.executor.EncodedValue;
import java.io.IOException;
import java.util.Map;
import java.util.Properties;

/**
 * Finds the values of the notebook variables that a function reads, where Spark takes functions one
 * by one, as Spark Connect does. Thread-safe.
 */
public final class FunctionValues {
  private final SnippetCode code;
  private final Snapshots snapshots;
  private final CapturedValues environments;
  private final BroadcastCode broadcasts;
  private final CaptureErrors refusals;
  private final JobWarnings warnings;

  /**
   * A function ready to travel.
   *
   * @param values from the names of variables to their values
   * @param bytes the function, serialized
   * @param usesNotebook whether it holds code of the notebook at all
   */
  public record Captured(Map<String, EncodedValue> values, byte[] bytes, boolean usesNotebook) {}

  FunctionValues(
      SnippetCode code,
      Snapshots snapshots,
      CapturedValues environments,
      BroadcastCode broadcasts,
      CaptureErrors refusals,
      JobWarnings warnings) {
    this.code = code;
    this.snapshots = snapshots;
    this.environments = environments;
    this.broadcasts = broadcasts;
    this.refusals = refusals;
    this.warnings = warnings;
  }

  /**
   * The function, and the values of now.
   *
   * @param function one, or an array of several
   * @param job properties that name the cell that is told what it should know
   * @throws VariableRefusedException when it reads what can't travel
   * @throws java.io.NotSerializableException when it is not serializable itself
   */
  public synchronized Captured of(Object function, Properties job) throws IOException {
    SerializedCode found = new SerializedCode();
    byte[] bytes = write(function, found);
    if (found.isEmpty()) {
      return new Captured(Map.of(), bytes, false);
    }
    Snapshot now = snapshots.now();
    CapturedValues.Environment environment = environments.of(found, now);
    warnings.ofChangesOnConnect(environment, job);
    return new Captured(environments.forTasks(environment, now), bytes, true);
  }

  /**
   * Tells a cell that starts a stream which variables have the values of now for as long as the
   * stream runs.
   *
   * @param functions those of the stream
   * @param job properties that name the cell
   * @throws VariableRefusedException when they read what can't travel
   * @throws java.io.NotSerializableException when one is not serializable itself
   */
  public synchronized void keptByStream(Object[] functions, Properties job) throws IOException {
    SerializedCode found = new SerializedCode();
    write(functions, found);
    warnings.ofStream(environments.of(found, snapshots.now()), job);
  }

  private byte[] write(Object function, SerializedCode found) throws IOException {
    try {
      return ScanningStream.write(function, found, code, broadcasts::in);
    } catch (DriverOnlyTypes.CapturedByLambda e) {
      throw refusals.captured(e);
    }
  }
}
