package firesteel.spark;

import firesteel.engine.CellOutputs;
import firesteel.engine.InputRefusedException;
import firesteel.engine.display.MimeBundle;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what a cell writes and shows. */
final class RecordedOutputs implements CellOutputs {
  private final StringBuffer out = new StringBuffer();
  private final List<MimeBundle> shown = new CopyOnWriteArrayList<>();
  private final List<MimeBundle> updates = new CopyOnWriteArrayList<>();

  String out() {
    return out.toString();
  }

  List<MimeBundle> shown() {
    return shown;
  }

  List<MimeBundle> updates() {
    return updates;
  }

  @Override
  public void stdout(String text) {
    out.append(text);
  }

  @Override
  public void stderr(String text) {
    out.append(text);
  }

  @Override
  public void display(MimeBundle bundle, Optional<String> displayId) {
    shown.add(bundle);
  }

  @Override
  public void update(String displayId, MimeBundle bundle) {
    updates.add(bundle);
  }

  @Override
  public void clear(boolean wait) {}

  @Override
  public String ask(String prompt, boolean password) throws InputRefusedException {
    throw new InputRefusedException();
  }
}
