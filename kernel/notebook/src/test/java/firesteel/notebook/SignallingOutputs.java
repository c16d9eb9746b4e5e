package firesteel.notebook;

import firesteel.engine.CellOutputs;
import firesteel.engine.InputRefusedException;
import firesteel.engine.display.MimeBundle;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** Tells that a cell has printed something. */
record SignallingOutputs(CountDownLatch printed) implements CellOutputs {
  @Override
  public void stdout(String text) {
    printed.countDown();
  }

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
