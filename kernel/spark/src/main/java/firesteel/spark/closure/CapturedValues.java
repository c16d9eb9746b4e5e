package firesteel.spark.closure;

import firesteel.spark.executor.EncodedValue;
import java.io.IOException;
import java.io.NotSerializableException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds the values that a task needs, or refuses it. Used by one thread at a time. */
final class CapturedValues {
  /** Above this a copy for each task costs more than one for each JVM. */
  private static final int LARGE_BYTES = 1 << 20;

  private final SnippetCode code;
  private final LibraryMethods library;
  private final Snapshots snapshots;
  private final Initializations initializations;
  private final LargeValues large;
  private final BroadcastCode broadcasts;
  private final CaptureErrors refusals;

  /**
   * What a task needs.
   *
   * @param values the values of the variables that it reads
   * @param reached the code that it may run
   */
  record Environment(Map<NotebookField, EncodedValue> values, Reachability reached) {
    /** The values that may share objects, which a task needs in one piece. */
    List<NotebookField> group() {
      return values.entrySet().stream()
          .filter(entry -> entry.getValue().bytes() != null && !entry.getValue().immutable())
          .map(Map.Entry::getKey)
          .toList();
    }

    /** Whether nobody can change a value in place, and no other value shares objects with it. */
    boolean isImmutable(NotebookField field, Snapshot snapshot) {
      return values.get(field).immutable()
          || group().equals(List.of(field)) && ImmutableValues.contains(snapshot.value(field));
    }

    /** Whether the task's code can't tell whether other tasks have the same copy of a value. */
    boolean isReadOnly(NotebookField field, Snapshot snapshot) {
      return isImmutable(field, snapshot)
          || group().equals(List.of(field))
              && !reached.isHandedOn(field)
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
      CaptureErrors refusals) {
    this.code = code;
    this.library = library;
    this.snapshots = snapshots;
    this.initializations = initializations;
    this.large = large;
    this.broadcasts = broadcasts;
    this.refusals = refusals;
  }

  /**
   * The environment of a task.
   *
   * @param found the code that the task holds
   * @param snapshot the values at the time its job was submitted
   * @throws VariableRefusedException when the task reads what can't travel
   */
  Environment of(SerializedCode found, Snapshot snapshot) throws VariableRefusedException {
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
            reached.follow(encoded.code()); // A value brings the code of its class along.
            grown = true;
          }
        }
      }
    }
    for (CodeMethod method : reached.methods()) {
      for (String service : method.services.keySet()) {
        throw refusals.ofService(service, method);
      }
      if (method.id.name().equals("<clinit>")) {
        NotebookField changed =
            initializations.changedSince(method.id.owner(), snapshot).orElse(null);
        if (changed != null) {
          throw refusals.initializedBefore(method.id.owner(), changed);
        }
      }
    }
    return new Environment(values, reached);
  }

  /**
   * Whether a value travels: each variable's; that of a static field of a class only when tasks
   * don't make it a cache of their JVM, as any Spark program may, and when it is there already.
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

  /** Null when a field of a class has a value that each JVM has to make by itself. */
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
      throw refusals.ofDriver(field, reader, ofDriver);
    }
    Object within = DriverOnlyTypes.within(value).orElse(null);
    if (within != null) {
      throw refusals.notSerializable(field, reader, value, within.getClass().getName());
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
      throw refusals.captured(e);
    } catch (NotSerializableException e) {
      throw refusals.notSerializable(field, reader, value, e.getMessage());
    } catch (IOException | RuntimeException | StackOverflowError e) {
      throw refusals.failed(field, reader, e);
    }
  }

  /** The values as tasks get them: those that may share objects in one piece. */
  Map<String, EncodedValue> forTasks(Environment environment, Snapshot snapshot) {
    Map<String, EncodedValue> all = new LinkedHashMap<>();
    environment.values().forEach((field, value) -> all.put(field.key(), value));
    List<NotebookField> group = environment.group();
    if (group.size() == 1) {
      NotebookField field = group.get(0);
      if (environment.isReadOnly(field, snapshot)) {
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

  /** Null when it can't be done, though each by itself could. */
  private byte[] together(Object[] values) {
    try {
      return ScanningStream.write(values, new SerializedCode(), code, broadcasts::in);
    } catch (IOException | RuntimeException e) {
      return null;
    }
  }

  /** The value that a snapshot has of a variable; null when it can't travel any more. */
  EncodedValue valueNow(NotebookField field, Snapshot snapshot) {
    CodeMethod nobody = new CodeMethod(new CodeMethod.Id(field.owner(), "", ""), true, true);
    try {
      Snapshot.Encoded encoded = encoded(field, nobody, snapshot);
      return encoded == null ? null : encoded.value();
    } catch (VariableRefusedException e) {
      return null;
    }
  }

  /** The places where the code of a task changes variables in place. */
  static List<CodeMethod> changing(Reachability reached) {
    return reached.methods().stream().filter(method -> !method.changes.isEmpty()).toList();
  }
}
