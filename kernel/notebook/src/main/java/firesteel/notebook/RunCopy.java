package firesteel.notebook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The copy of a notebook that a run fills with outputs. Cells that did not run have none, since
 * outputs of an earlier run would look like new ones.
 *
 * <p>Used by the thread that runs the notebook; the outputs come from any thread.
 */
final class RunCopy {
  private final Notebook notebook;
  private final RunOptions options;
  private final Recording recording = new Recording();
  private final Map<Integer, CellRecorder> recorders = new TreeMap<>();
  private final Map<Integer, Integer> counts = new TreeMap<>();
  private final Map<Integer, CellTimes> times = new TreeMap<>();
  private CellTimes wholeRun = CellTimes.startedNow();
  private int reached;

  RunCopy(Notebook notebook, RunOptions options) {
    this.notebook = notebook;
    this.options = options;
  }

  /** Starts the cell at an index, and returns what records its outputs. */
  CellRecorder begin(int index) {
    CellRecorder recorder = recording.begin(options.echo());
    recorders.put(index, recorder);
    times.put(index, CellTimes.startedNow());
    reached = index + 1;
    return recorder;
  }

  /** Ends the cell at an index. */
  void end(int index, int executionCount, boolean ok) {
    counts.put(index, executionCount);
    times.computeIfPresent(index, (i, started) -> started.endedNow(!ok));
  }

  /**
   * Ends the run.
   *
   * @param all whether it came to the notebook's end
   */
  void end(boolean all, boolean failed) {
    wholeRun = wholeRun.endedNow(failed);
    if (all) {
      reached = notebook.cells().size();
    }
  }

  /** The number of changes of outputs so far. */
  long changes() {
    return recording.changes();
  }

  /** Returns the copy with the outputs that there are. */
  Notebook soFar() {
    List<NotebookCell> cells = new ArrayList<>();
    for (NotebookCell cell : notebook.cells()) {
      cells.add(cell(cells.size(), cell));
    }
    Notebook copy = notebook.withCells(cells);
    if (!options.languageInfo().isEmpty()) {
      copy = copy.withMetadata("language_info", options.languageInfo());
    }
    return options.description().isPresent()
        ? copy.withMetadata(CellTimes.PAPERMILL, papermill(options.description().get()))
        : copy;
  }

  private NotebookCell cell(int index, NotebookCell cell) {
    CellRecorder recorder = recorders.get(index);
    if (recorder != null) {
      return timed(
          index, cell.withOutputs(recorder.outputs(), Optional.ofNullable(counts.get(index))));
    }
    return index >= reached && cell.isCode()
        ? timed(index, cell.withOutputs(List.of(), Optional.empty()))
        : cell;
  }

  private NotebookCell timed(int index, NotebookCell cell) {
    return cell.withMetadata(
        options.description().isPresent()
            ? times.getOrDefault(index, CellTimes.pending()).addedTo(cell.metadata())
            : CellTimes.removedFrom(cell.metadata()));
  }

  private Map<String, Object> papermill(RunDescription description) {
    Map<String, Object> fields = new LinkedHashMap<>(wholeRun.papermill());
    fields.put("default_parameters", Map.of());
    fields.put("environment_variables", Map.of());
    fields.put("input_path", description.input());
    fields.put("output_path", description.output());
    fields.put("parameters", description.parameters());
    fields.put("version", description.version());
    return fields;
  }
}
