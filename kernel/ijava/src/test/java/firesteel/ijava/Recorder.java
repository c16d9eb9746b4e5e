package firesteel.ijava;

import firesteel.engine.CellOutputs;
import firesteel.engine.display.MimeBundle;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what a cell shows and prints. */
final class Recorder implements CellOutputs {
  final List<MimeBundle> shown = new CopyOnWriteArrayList<>();
  final List<String> ids = new CopyOnWriteArrayList<>();
  final StringBuffer printed = new StringBuffer();

  @Override
  public void stdout(String text) {
    printed.append(text);
  }

  @Override
  public void stderr(String text) {
    printed.append(text);
  }

  @Override
  public void display(MimeBundle bundle, Optional<String> displayId) {
    shown.add(bundle);
    ids.add("display " + displayId.orElse("-"));
  }

  @Override
  public void update(String displayId, MimeBundle bundle) {
    shown.add(bundle);
    ids.add("update " + displayId);
  }

  @Override
  public void clear(boolean wait) {
    shown.clear();
  }

  @Override
  public String ask(String prompt, boolean password) {
    return "";
  }
}
