package firesteel.notebook;

import firesteel.api.session.CellOutputs;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntConsumer;

/**
 * How a notebook is run.
 *
 * @param cellTimeout how long one cell may run; empty for as long as it takes
 * @param allowErrors whether the cells after a failing one run too
 * @param languageInfo what the copy's metadata says of the language, as {@code kernel_info_reply}
 *     tells a Jupyter client; empty to leave it as it is
 * @param cellStarted told of each code cell before it runs: its place in the notebook, from 1
 * @param echo gets all outputs too, values as displays, while the cells run
 */
public record RunOptions(
    Optional<Duration> cellTimeout,
    boolean allowErrors,
    Map<String, Object> languageInfo,
    IntConsumer cellStarted,
    CellOutputs echo) {
  public RunOptions {
    Objects.requireNonNull(cellTimeout, "cellTimeout");
    Objects.requireNonNull(cellStarted, "cellStarted");
    Objects.requireNonNull(echo, "echo");
    languageInfo = NotebookJson.copy(languageInfo);
  }

  /** No time limit, an end at the first failing cell, no echo. */
  public static RunOptions defaults() {
    return new RunOptions(Optional.empty(), false, Map.of(), cell -> {}, CellOutputs.none());
  }
}
