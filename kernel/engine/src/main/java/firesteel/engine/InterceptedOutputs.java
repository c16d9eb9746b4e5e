package firesteel.engine;

import firesteel.api.display.MimeBundle;
import firesteel.api.session.CellOutputs;
import firesteel.api.session.InputRefusedException;
import java.util.Objects;
import java.util.Optional;

/** Passes the bundles that a cell shows through the session's extensions to the cell's outputs. */
final class InterceptedOutputs implements CellOutputs {
  private final ExecutingCell cell;
  private final CellOutputs outputs;
  private final Extensions extensions;

  InterceptedOutputs(ExecutingCell cell, CellOutputs outputs, Extensions extensions) {
    this.cell = Objects.requireNonNull(cell, "cell");
    this.outputs = Objects.requireNonNull(outputs, "outputs");
    this.extensions = Objects.requireNonNull(extensions, "extensions");
  }

  @Override
  public void started(int number) {
    outputs.started(number);
  }

  @Override
  public void stdout(String text) {
    outputs.stdout(text);
  }

  @Override
  public void stderr(String text) {
    outputs.stderr(text);
  }

  @Override
  public void display(MimeBundle bundle, Optional<String> displayId) {
    outputs.display(
        extensions.pass(bundle, (extension, shown) -> extension.showing(cell, shown, displayId)),
        displayId);
  }

  @Override
  public void update(String displayId, MimeBundle bundle) {
    outputs.update(
        displayId,
        extensions.pass(bundle, (extension, shown) -> extension.replacing(cell, shown, displayId)));
  }

  @Override
  public void waiting(String text) {
    outputs.waiting(text);
  }

  @Override
  public void waited(String text) {
    outputs.waited(text);
  }

  @Override
  public void clear(boolean wait) {
    extensions.each(extension -> extension.clearing(cell));
    outputs.clear(wait);
  }

  @Override
  public String ask(String prompt, boolean password)
      throws InputRefusedException, InterruptedException {
    return outputs.ask(prompt, password);
  }

  @Override
  public boolean hasEditor() {
    return outputs.hasEditor();
  }
}
