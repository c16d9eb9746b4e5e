package firesteel.notebook;

import firesteel.api.display.MimeBundle;
import firesteel.api.session.CellOutputs;
import firesteel.api.session.InputRefusedException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Records the outputs of one cell as Jupyter clients do: printed text that follows text of the same
 * stream is joined to it, {@code clear} removes now or before the next output, and a display id
 * reaches all outputs of the notebook that were shown under it.
 *
 * <p>Thread-safe.
 */
final class CellRecorder implements CellOutputs {
  private final Recording recording;
  private final CellOutputs echo;
  private final List<Recorded> outputs = new ArrayList<>();
  private boolean clearFirst;

  CellRecorder(Recording recording, CellOutputs echo) {
    this.recording = Objects.requireNonNull(recording, "recording");
    this.echo = Objects.requireNonNull(echo, "echo");
  }

  /** One output while it grows. Guarded by the recording. */
  private interface Recorded {
    Output output();

    /** Replaces the bundle if this output is shown under the id. */
    default void update(String displayId, MimeBundle bundle) {}
  }

  private static final class Text implements Recorded {
    private final String stream;
    private final StringBuilder text = new StringBuilder();

    Text(String stream) {
      this.stream = stream;
    }

    @Override
    public Output output() {
      return new Output.Stream(stream, text.toString());
    }
  }

  private static final class Shown implements Recorded {
    private final Optional<String> displayId;
    private Output.Display display;

    Shown(MimeBundle bundle, Optional<String> displayId) {
      this.display = new Output.Display(content(bundle.data()), content(bundle.metadata()));
      this.displayId = displayId;
    }

    @Override
    public Output output() {
      return display;
    }

    @Override
    public void update(String id, MimeBundle bundle) {
      if (displayId.filter(id::equals).isPresent()) {
        display = new Output.Display(content(bundle.data()), content(bundle.metadata()));
      }
    }
  }

  /** There is no editor: the notebook runs unattended. */
  @Override
  public boolean hasEditor() {
    return false;
  }

  @Override
  public void stdout(String text) {
    print(Output.Stream.STDOUT, text);
    echo.stdout(text);
  }

  @Override
  public void stderr(String text) {
    print(Output.Stream.STDERR, text);
    echo.stderr(text);
  }

  private void print(String stream, String text) {
    if (text.isEmpty()) {
      return;
    }
    synchronized (recording) {
      recording.changed();
      clearIfDue();
      Recorded last = outputs.isEmpty() ? null : outputs.get(outputs.size() - 1);
      if (!(last instanceof Text open && open.stream.equals(stream))) {
        last = new Text(stream);
        outputs.add(last);
      }
      ((Text) last).text.append(text);
    }
  }

  @Override
  public void display(MimeBundle bundle, Optional<String> displayId) {
    synchronized (recording) {
      displayId.ifPresent(id -> recording.update(id, bundle));
      add(new Shown(bundle, displayId));
    }
    echo.display(bundle, displayId);
  }

  @Override
  public void update(String displayId, MimeBundle bundle) {
    synchronized (recording) {
      recording.update(displayId, bundle);
    }
    echo.update(displayId, bundle);
  }

  @Override
  public void waiting(String text) {
    echo.waiting(text);
  }

  @Override
  public void waited(String text) {
    echo.waited(text);
  }

  @Override
  public void clear(boolean wait) {
    synchronized (recording) {
      clearFirst = wait;
      if (!wait) {
        recording.changed();
        outputs.clear();
      }
    }
    echo.clear(wait);
  }

  @Override
  public String ask(String prompt, boolean password) throws InputRefusedException {
    throw new InputRefusedException();
  }

  /** Records the cell's value. */
  void result(int executionCount, MimeBundle bundle) {
    Output result =
        new Output.Result(executionCount, content(bundle.data()), content(bundle.metadata()));
    synchronized (recording) {
      add(() -> result);
    }
    echo.display(bundle, Optional.empty());
  }

  /** Records the cell's failure. */
  void failure(Output.Failure failure) {
    synchronized (recording) {
      add(() -> failure);
    }
  }

  /** Called under the recording's lock. */
  void updateHere(String displayId, MimeBundle bundle) {
    recording.changed();
    outputs.forEach(recorded -> recorded.update(displayId, bundle));
  }

  List<Output> outputs() {
    synchronized (recording) {
      return outputs.stream().map(Recorded::output).toList();
    }
  }

  private void add(Recorded recorded) {
    recording.changed();
    clearIfDue();
    outputs.add(recorded);
  }

  private void clearIfDue() {
    if (clearFirst) {
      outputs.clear();
      clearFirst = false;
    }
  }

  private static Map<String, Object> content(Map<String, Object> bundle) {
    Map<String, Object> content = new LinkedHashMap<>();
    bundle.forEach((type, value) -> content.put(type, NotebookJson.normalize(value)));
    return content;
  }
}
