package firesteel.engine;

import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;

/** Keeps the values of cells by execution count. Thread-safe. */
final class OutputHistory {
  private record Output(Object value, String typeName) {}

  private final TreeMap<Integer, Output> outputs = new TreeMap<>();

  synchronized void put(int cell, Object value, String typeName) {
    outputs.put(cell, new Output(value, typeName));
  }

  synchronized int last() {
    return outputs.isEmpty() ? 0 : outputs.lastKey();
  }

  synchronized Optional<String> typeName(int cell) {
    return Optional.ofNullable(outputs.get(cell)).map(Output::typeName).filter(t -> !t.isEmpty());
  }

  synchronized Object get(int cell) {
    Output output = outputs.get(cell);
    if (output != null) {
      return output.value();
    }
    throw new NoSuchElementException(
        outputs.isEmpty()
            ? "no cell has had a value yet"
            : "cell " + cell + " had no value; these had: " + outputs.keySet());
  }

  synchronized void clear() {
    outputs.clear();
  }
}
