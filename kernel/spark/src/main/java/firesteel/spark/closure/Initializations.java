package firesteel.spark.closure;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Remembers the values that variables had when classes of the notebook were initialized. That
 * happens once in each JVM, in executors later than in the driver: if a variable has changed in
 * between, the executors' constants and enums would differ from the notebook's. Thread-safe.
 */
final class Initializations {
  private static final byte[] UNKNOWN = {};

  private final SnippetCode code;
  private final LibraryMethods library;
  private final Snapshots snapshots;
  private final Map<String, Set<NotebookField>> fieldsOfClass = new ConcurrentHashMap<>();
  private final Map<String, Map<NotebookField, byte[]>> values = new ConcurrentHashMap<>();

  Initializations(SnippetCode code, LibraryMethods library, Snapshots snapshots) {
    this.code = code;
    this.library = library;
    this.snapshots = snapshots;
  }

  /** Notes that a class is being initialized in this JVM. */
  void initializing(String className) {
    Set<NotebookField> fields = fieldsOf(className);
    if (!fields.isEmpty()) {
      Snapshot now = snapshots.now();
      values.computeIfAbsent(className, name -> bytes(fields, now));
    }
  }

  /**
   * Finds a variable that had another value when a class was initialized. If the class has not been
   * initialized yet, the values of the first job that needs it count.
   */
  Optional<NotebookField> changedSince(String className, Snapshot snapshot) {
    Set<NotebookField> fields = fieldsOf(className);
    if (fields.isEmpty()) {
      return Optional.empty();
    }
    Map<NotebookField, byte[]> then =
        values.computeIfAbsent(className, name -> bytes(fields, snapshot));
    return fields.stream()
        .filter(field -> !Arrays.equals(then.get(field), bytes(field, snapshot)))
        .findFirst();
  }

  private Set<NotebookField> fieldsOf(String className) {
    return fieldsOfClass.computeIfAbsent(
        className,
        name -> {
          Reachability reached = new Reachability(code, library);
          reached.followInitializer(name);
          return Set.copyOf(
              reached.reads().keySet().stream().filter(NotebookField::isVariable).toList());
        });
  }

  private Map<NotebookField, byte[]> bytes(Set<NotebookField> fields, Snapshot snapshot) {
    Map<NotebookField, byte[]> all = new LinkedHashMap<>();
    fields.forEach(field -> all.put(field, bytes(field, snapshot)));
    return all;
  }

  private byte[] bytes(NotebookField field, Snapshot snapshot) {
    try {
      return ScanningStream.write(
          snapshot.value(field), new SerializedCode(), code, broadcast -> new SerializedCode());
    } catch (IOException | RuntimeException e) {
      return UNKNOWN; // A task that reads it is refused for that.
    }
  }
}
