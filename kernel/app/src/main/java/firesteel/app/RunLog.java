package firesteel.app;

import firesteel.api.session.DroppedOutputs;
import java.util.Objects;
import java.util.function.Consumer;

/** Writes to the log of a run what its cells waited for, and ignores their other outputs. */
final class RunLog extends DroppedOutputs {
  private final Consumer<String> log;

  RunLog(Consumer<String> log) {
    this.log = Objects.requireNonNull(log, "log");
  }

  @Override
  public void waited(String text) {
    log.accept(text);
  }
}
