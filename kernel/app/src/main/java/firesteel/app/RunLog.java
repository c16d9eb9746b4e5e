package firesteel.app;

import firesteel.api.session.DroppedOutputs;
import java.io.PrintStream;
import java.util.Objects;

/** Of a cell's outputs only what belongs into the log of a run: what cells waited for. */
final class RunLog extends DroppedOutputs {
  private final PrintStream log;

  RunLog(PrintStream log) {
    this.log = Objects.requireNonNull(log, "log");
  }

  @Override
  public void waited(String text) {
    log.println(text);
  }
}
