package firesteel.spark.closure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a method of a cell does that matters to tasks. Filled once, then only read. */
final class CodeMethod {
  /**
   * Identifies a method.
   *
   * @param owner the binary name of the class that the call names
   * @param descriptor its parameters and result as class files write them
   */
  record Id(String owner, String name, String descriptor) {
    String signature() {
      return name + descriptor;
    }
  }

  /**
   * A call of a method of a notebook's class.
   *
   * @param dispatched whether the object's class decides which method runs
   */
  record Call(Id method, boolean dispatched) {}

  /** A variable whose value the method changes in place, and the line of the change. */
  record Change(NotebookField field, int line) {}

  /** The fields that it reads, and the first line that reads each. */
  final Map<NotebookField, Integer> reads = new LinkedHashMap<>();

  final Set<NotebookField> writes = new LinkedHashSet<>();
  final Set<Call> calls = new LinkedHashSet<>();

  /** Notebook classes that it instantiates or passes on. */
  final Set<String> classes = new LinkedHashSet<>();

  /** Notebook classes that are initialized when it runs. */
  final Set<String> initializes = new LinkedHashSet<>();

  /** The session's services that it uses, such as {@code spark}, and the line of each use. */
  final Map<String, Integer> services = new LinkedHashMap<>();

  /** The fields whose values escape: more is done with them than reading from a collection. */
  final Set<NotebookField> escaping = new LinkedHashSet<>();

  final List<Change> changes = new ArrayList<>();
  final Id id;
  final boolean isStatic;
  final boolean isPrivate;

  CodeMethod(Id id, boolean isStatic, boolean isPrivate) {
    this.id = id;
    this.isStatic = isStatic;
    this.isPrivate = isPrivate;
  }
}
