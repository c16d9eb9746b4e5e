package firesteel.api.session;

import firesteel.api.display.MimeBundle;
import java.util.Optional;

/** Outputs that drop everything and refuse to ask; a base for those that take some of it. */
public class DroppedOutputs implements CellOutputs {
  /** Makes some. */
  public DroppedOutputs() {}

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
