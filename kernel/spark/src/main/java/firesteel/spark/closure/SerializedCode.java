package firesteel.spark.closure;

import java.util.LinkedHashSet;
import java.util.Set;

/** The notebook's code that a serialized object holds. */
final class SerializedCode {
  /** Notebook classes: those of objects, of lambdas, and those that generated code names. */
  final Set<String> classes = new LinkedHashSet<>();

  /** The methods that lambdas and method references call, and whether the calls are dispatched. */
  final Set<CodeMethod.Call> entries = new LinkedHashSet<>();

  boolean isEmpty() {
    return classes.isEmpty() && entries.isEmpty();
  }

  void addAll(SerializedCode other) {
    classes.addAll(other.classes);
    entries.addAll(other.entries);
  }
}
