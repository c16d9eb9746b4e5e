package firesteel.app;

import firesteel.api.display.MimeBundle;
import firesteel.api.session.CellOutputs;
import firesteel.api.session.InputRefusedException;
import java.io.PrintStream;
import java.util.Objects;
import java.util.Optional;

/** Shows a cell's outputs as text. Thread-safe. */
final class TerminalOutputs implements CellOutputs {
  private final PrintStream out;
  private final PrintStream err;

  TerminalOutputs(PrintStream out, PrintStream err) {
    this.out = Objects.requireNonNull(out, "out");
    this.err = Objects.requireNonNull(err, "err");
  }

  @Override
  public void stdout(String text) {
    out.print(text);
    out.flush();
  }

  @Override
  public void stderr(String text) {
    err.print(text);
    err.flush();
  }

  @Override
  public void display(MimeBundle bundle, Optional<String> displayId) {
    out.println(bundle.text());
  }

  /**
   * Does nothing: a terminal's lines stay, and output that changes often, such as progress, isn't
   * repeated.
   */
  @Override
  public void update(String displayId, MimeBundle bundle) {}

  @Override
  public void waited(String text) {
    err.println(text);
  }

  @Override
  public void clear(boolean wait) {}

  @Override
  public String ask(String prompt, boolean password) throws InputRefusedException {
    throw new InputRefusedException();
  }
}
