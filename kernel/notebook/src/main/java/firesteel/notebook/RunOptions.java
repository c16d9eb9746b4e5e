package firesteel.notebook;

import firesteel.api.session.CellOutputs;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntConsumer;

/**
 * The options of running a notebook.
 *
 * @param cellTimeout how long one cell may run; empty for no limit
 * @param allowErrors whether the cells after a failing one run too
 * @param languageInfo the {@code language_info} of the copy's metadata, as in {@code
 *     kernel_info_reply}; empty to leave it unchanged
 * @param cellStarted called before each code cell runs, with its position in the notebook, counted
 *     from 1
 * @param echo also receives all outputs while the cells run, values as displays
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

  /** Returns the default options: no time limit, an end at the first failing cell, no echo. */
  public static RunOptions defaults() {
    return new RunOptions(Optional.empty(), false, Map.of(), cell -> {}, CellOutputs.none());
  }
}
