package firesteel.notebook;

import firesteel.api.session.CellOutputs;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The options of running a notebook.
 *
 * @param cellTimeout how long one cell may run; empty for no limit
 * @param continues whether the cells after a failing one run too
 * @param languageInfo the {@code language_info} of the copy's metadata, as in {@code
 *     kernel_info_reply}; empty to leave it unchanged
 * @param description what the copy says of the run; empty for a copy without times, which differs
 *     from the last one only where outputs differ
 * @param listeners follow the run
 * @param echo also receives all outputs while the cells run, values as displays
 */
public record RunOptions(
    Optional<Duration> cellTimeout,
    boolean continues,
    Map<String, Object> languageInfo,
    Optional<RunDescription> description,
    List<RunListener> listeners,
    CellOutputs echo) {
  public RunOptions {
    Objects.requireNonNull(cellTimeout, "cellTimeout");
    Objects.requireNonNull(description, "description");
    Objects.requireNonNull(echo, "echo");
    languageInfo = NotebookJson.copy(languageInfo);
    listeners = List.copyOf(listeners);
  }

  /** Returns the default options: no time limit, an end at the first failing cell, no echo. */
  public static RunOptions defaults() {
    return new RunOptions(
        Optional.empty(), false, Map.of(), Optional.empty(), List.of(), CellOutputs.none());
  }

  /** Returns these options with a limit for each cell. */
  public RunOptions withCellTimeout(Duration limit) {
    return new RunOptions(
        Optional.of(limit), continues, languageInfo, description, listeners, echo);
  }

  /** Returns these options for a run that goes on after failing cells, or ends at the first. */
  public RunOptions withContinues(boolean goesOn) {
    return new RunOptions(cellTimeout, goesOn, languageInfo, description, listeners, echo);
  }

  /** Returns these options with another {@code language_info}. */
  public RunOptions withLanguageInfo(Map<String, Object> language) {
    return new RunOptions(cellTimeout, continues, language, description, listeners, echo);
  }

  /** Returns these options for a copy that describes its run. */
  public RunOptions withDescription(RunDescription described) {
    return new RunOptions(
        cellTimeout, continues, languageInfo, Optional.of(described), listeners, echo);
  }

  /** Returns these options with other listeners. */
  public RunOptions withListeners(List<RunListener> all) {
    return new RunOptions(cellTimeout, continues, languageInfo, description, all, echo);
  }

  /** Returns these options with other outputs for the echo. */
  public RunOptions withEcho(CellOutputs outputs) {
    return new RunOptions(cellTimeout, continues, languageInfo, description, listeners, outputs);
  }
}
