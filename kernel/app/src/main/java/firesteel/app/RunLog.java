package firesteel.app;

import firesteel.api.session.DroppedOutputs;
import java.io.PrintStream;
import java.util.Objects;

/** Writes to the log of a run what its cells waited for, and ignores their other outputs. */
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
