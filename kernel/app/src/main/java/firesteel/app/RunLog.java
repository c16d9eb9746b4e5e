package firesteel.app;

import firesteel.api.display.MimeBundle;
import firesteel.api.session.CellOutputs;
import firesteel.api.session.InputRefusedException;
import java.io.PrintStream;
import java.util.Objects;
import java.util.Optional;

/** Of a cell's outputs only what belongs into the log of a run: what cells waited for. */
final class RunLog implements CellOutputs {
  private final PrintStream log;

  RunLog(PrintStream log) {
    this.log = Objects.requireNonNull(log, "log");
  }

  @Override
  public void waited(String text) {
    log.println(text);
  }

  @Override
  public void stdout(String text) {}

  @Override
  public void stderr(String text) {}

  @Override
  public void display(MimeBundle bundle, Optional<String> displayId) {}

  @Override
  public void update(String displayId, MimeBundle bundle) {}

  @Override
  public void clear(boolean wait) {}

  @Override
  public String ask(String prompt, boolean password) throws InputRefusedException {
    throw new InputRefusedException();
  }
}
