package firesteel.spark.closure;

import firesteel.spark.executor.EncodedValue;
import java.io.IOException;
import java.io.NotSerializableException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds the values that a task needs, or refuses it. Used by one thread at a time. */
final class Environments {
  private final SnippetCode code;
  private final LibraryMethods library;
  private final Snapshots snapshots;
  private final LargeValues large;
  private final BroadcastCode broadcasts;
  private final Refusals refusals;

  /**
   * What a task needs.
   *
   * @param values the values of the variables that it reads
   * @param reached the code that it may run
   */
  record Environment(Map<NotebookField, EncodedValue> values, Reachability reached) {
    Map<String, EncodedValue> byKey() {
      Map<String, EncodedValue> byKey = new LinkedHashMap<>();
      values.forEach((field, value) -> byKey.put(field.key(), value));
      return byKey;
    }
  }

  Environments(
      SnippetCode code,
      LibraryMethods library,
      Snapshots snapshots,
      LargeValues large,
      BroadcastCode broadcasts,
      Refusals refusals) {
    this.code = code;
    this.library = library;
    this.snapshots = snapshots;
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
  Environment of(FoundCode found, Snapshot snapshot) throws VariableRefusedException {
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
    }
    return new Environment(values, reached);
  }

  /** A static field that tasks assign is a cache of each JVM, as it is in any Spark program. */
  private boolean travels(NotebookField field, Reachability reached) {
    return field.isVariable()
        || code.find(field.owner()).map(c -> c.fields().containsKey(field.name())).orElse(false)
            && !reached.isWritten(field);
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
    String ofDriver = NotForTasks.nameOfValue(value).orElse(null);
    if (ofDriver != null) {
      throw refusals.ofDriver(field, reader, ofDriver);
    }
    FoundCode found = new FoundCode();
    try {
      byte[] bytes = ScanningStream.write(value, found, code, broadcasts::in);
      return new Snapshot.Encoded(large.encode(field, value, bytes), found);
    } catch (NotForTasks.CapturedByLambda e) {
      throw refusals.captured(e);
    } catch (NotSerializableException e) {
      throw refusals.notSerializable(field, reader, value, e.getMessage());
    } catch (IOException | RuntimeException | StackOverflowError e) {
      throw refusals.failed(field, reader, e);
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
