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
   * Names a method.
   *
   * @param owner the binary name of the class that is named where it is called
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

  /** A variable whose value the method changes in place, and the line where it does. */
  record Change(NotebookField field, int line) {}

  /** The fields that it reads, and the first line where it does. */
  final Map<NotebookField, Integer> reads = new LinkedHashMap<>();

  final Set<NotebookField> writes = new LinkedHashSet<>();
  final Set<Call> calls = new LinkedHashSet<>();

  /** Notebook classes that it makes objects of or hands on. */
  final Set<String> classes = new LinkedHashSet<>();

  /** Notebook classes that its running initializes. */
  final Set<String> initializes = new LinkedHashSet<>();

  /** What it asks the session for, such as {@code spark}, and the line where. */
  final Map<String, Integer> services = new LinkedHashMap<>();

  /** The fields with whose values it does more than to read from a collection. */
  final Set<NotebookField> handedOn = new LinkedHashSet<>();

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
