package firesteel.spark.closure;

import firesteel.spark.executor.EncodedValue;
import java.io.IOException;
import java.io.NotSerializableException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the notebook values that a task needs, and refuses tasks whose values can't be sent. Used
 * by one thread at a time.
 */
final class CapturedValues {
  /** Larger values are sent once for each JVM, not once for each task. */
  private static final int LARGE_BYTES = 1 << 20;

  private final SnippetCode code;
  private final LibraryMethods library;
  private final Snapshots snapshots;
  private final Initializations initializations;
  private final LargeValues large;
  private final BroadcastCode broadcasts;
  private final CaptureErrors captureErrors;

  /**
   * The values that a task reads and the code that it may run.
   *
   * @param values the values of the variables that it reads
   * @param reached the code that it may run
   */
  record TaskValues(Map<NotebookField, EncodedValue> values, Reachability reached) {
    /** The fields whose values may share objects; they are serialized together. */
    List<NotebookField> group() {
      return values.entrySet().stream()
          .filter(entry -> entry.getValue().bytes() != null && !entry.getValue().immutable())
          .map(Map.Entry::getKey)
          .toList();
    }

    /** Whether nobody can change the value in place and no other value shares objects with it. */
    boolean isImmutable(NotebookField field, Snapshot snapshot) {
      return values.get(field).immutable()
          || group().equals(List.of(field)) && ImmutableValues.contains(snapshot.value(field));
    }

    /** Whether the task's code can't observe that several tasks share one copy of the value. */
    boolean isReadOnly(NotebookField field, Snapshot snapshot) {
      return isImmutable(field, snapshot)
          || group().equals(List.of(field))
              && !reached.mayEscape(field)
              && ImmutableValues.isReadable(snapshot.value(field));
    }
  }

  CapturedValues(
      SnippetCode code,
      LibraryMethods library,
      Snapshots snapshots,
      Initializations initializations,
      LargeValues large,
      BroadcastCode broadcasts,
      CaptureErrors captureErrors) {
    this.code = code;
    this.library = library;
    this.snapshots = snapshots;
    this.initializations = initializations;
    this.large = large;
    this.broadcasts = broadcasts;
    this.captureErrors = captureErrors;
  }

  /**
   * Finds the values that a task needs.
   *
   * @param found the code that the task holds
   * @param snapshot the values at the time its job was submitted
   * @throws VariableRefusedException when the task reads a value that can't be sent
   */
  TaskValues of(SerializedCode found, Snapshot snapshot) throws VariableRefusedException {
    Reachability reached = new Reachability(code, library);
    Map<NotebookField, EncodedValue> values = new LinkedHashMap<>();
    reached.follow(found);
    boolean grown = true;
    while (grown) {
      grown = false;
      for (NotebookField field : new ArrayList<>(reached.reads().keySet())) {
        if (!values.containsKey(field) && travels(field, reached)) {
          Snapshot.Encoded encoded = encoded(field, reached.reads().get(field), snapshot);
          if (encoded != null) {
            values.put(field, encoded.value());
            reached.follow(encoded.code()); // Sending a value also sends the code of its class.
            grown = true;
          }
        }
      }
    }
    for (CodeMethod method : reached.methods()) {
      for (String service : method.services.keySet()) {
        throw captureErrors.ofService(service, method);
      }
      if (method.id.name().equals("<clinit>")) {
        NotebookField changed =
            initializations.changedSince(method.id.owner(), snapshot).orElse(null);
        if (changed != null) {
          throw captureErrors.initializedBefore(method.id.owner(), changed);
        }
      }
    }
    return new TaskValues(values, reached);
  }

  /**
   * Whether the value of a field is sent to tasks. Values of notebook variables always are. The
   * value of a class's static field is sent only when it is set already and tasks don't assign it:
   * a task that does uses it as a cache of its JVM, as in any Spark program.
   */
  private boolean travels(NotebookField field, Reachability reached) {
    if (field.isVariable()) {
      return true;
    }
    CodeClass owner = code.find(field.owner()).orElse(null);
    return owner != null
        && owner.fields().containsKey(field.name())
        && !reached.isChanged(field)
        && (!owner.methods().containsKey("<clinit>()V") || snapshots.isInitialized(field.owner()));
  }

  /** Returns null for a class's field whose value each JVM has to make for itself. */
  private Snapshot.Encoded encoded(NotebookField field, CodeMethod reader, Snapshot snapshot)
      throws VariableRefusedException {
    Snapshot.Encoded known = snapshot.encoded(field);
    if (known != null) {
      return known;
    }
    if (!snapshot.has(field)) {
      snapshot.put(field, snapshots.valueOf(field));
    }
    Object value = snapshot.value(field);
    try {
      Snapshot.Encoded encoded = encode(field, reader, value);
      snapshot.put(field, encoded);
      return encoded;
    } catch (VariableRefusedException e) {
      if (field.isVariable()) {
        throw e;
      }
      return null;
    }
  }

  private Snapshot.Encoded encode(NotebookField field, CodeMethod reader, Object value)
      throws VariableRefusedException {
    String ofDriver = DriverOnlyTypes.nameOfValue(value).orElse(null);
    if (ofDriver != null) {
      throw captureErrors.ofDriver(field, reader, ofDriver);
    }
    Object within = DriverOnlyTypes.within(value).orElse(null);
    if (within != null) {
      throw captureErrors.notSerializable(field, reader, value, within.getClass().getName());
    }
    SerializedCode found = new SerializedCode();
    try {
      byte[] bytes = ScanningStream.write(value, found, code, broadcasts::in);
      EncodedValue encoded =
          bytes.length < LARGE_BYTES
              ? EncodedValue.of(bytes, ImmutableValues.isSimple(value))
              : large.send(field.key(), bytes);
      return new Snapshot.Encoded(encoded, found, bytes.length);
    } catch (DriverOnlyTypes.CapturedByLambda e) {
      throw captureErrors.captured(e);
    } catch (NotSerializableException e) {
      throw captureErrors.notSerializable(field, reader, value, e.getMessage());
    } catch (IOException | RuntimeException | StackOverflowError e) {
      throw captureErrors.failed(field, reader, e);
    }
  }

  /**
   * Returns the values as they are sent to tasks; those that may share objects are serialized
   * together.
   */
  Map<String, EncodedValue> forTasks(TaskValues taskValues, Snapshot snapshot) {
    Map<String, EncodedValue> all = new LinkedHashMap<>();
    taskValues.values().forEach((field, value) -> all.put(field.key(), value));
    List<NotebookField> group = taskValues.group();
    if (group.size() == 1) {
      NotebookField field = group.get(0);
      if (taskValues.isReadOnly(field, snapshot)) {
        all.put(field.key(), EncodedValue.of(all.get(field.key()).bytes(), true));
      }
    } else if (group.size() > 1) {
      byte[] bytes = snapshot.group(group, this::together);
      for (int i = 0; bytes != null && i < group.size(); i++) {
        all.put(group.get(i).key(), EncodedValue.inGroup(bytes, i));
      }
    }
    return all;
  }

  /**
   * Serializes values together; null when that fails although each value alone can be serialized.
   */
  private byte[] together(Object[] values) {
    try {
      return ScanningStream.write(values, new SerializedCode(), code, broadcasts::in);
    } catch (IOException | RuntimeException e) {
      return null;
    }
  }

  /** Returns a variable's value in a snapshot; null when it can no longer be serialized. */
  EncodedValue valueNow(NotebookField field, Snapshot snapshot) {
    CodeMethod nobody = new CodeMethod(new CodeMethod.Id(field.owner(), "", ""), true, true);
    try {
      Snapshot.Encoded encoded = encoded(field, nobody, snapshot);
      return encoded == null ? null : encoded.value();
    } catch (VariableRefusedException e) {
      return null;
    }
  }

  /** Returns the reachable methods that change variables in place. */
  static List<CodeMethod> changing(Reachability reached) {
    return reached.methods().stream().filter(method -> !method.changes.isEmpty()).toList();
  }
}
