package firesteel.engine;

import firesteel.engine.display.MimeBundle;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what a cell writes, and answers its questions. */
public final class RecordedOutputs implements CellOutputs {
  private final StringBuffer out = new StringBuffer();
  private final StringBuffer err = new StringBuffer();
  private final List<String> events = new CopyOnWriteArrayList<>();
  private final List<MimeBundle> bundles = new CopyOnWriteArrayList<>();
  private volatile String answer = "";

  @Override
  public void stdout(String text) {
    out.append(text);
  }

  @Override
  public void stderr(String text) {
    err.append(text);
  }

  @Override
  public void display(MimeBundle bundle, Optional<String> displayId) {
    bundles.add(bundle);
    events.add("display " + displayId.orElse("-"));
  }

  @Override
  public void update(String displayId, MimeBundle bundle) {
    bundles.add(bundle);
    events.add("update " + displayId);
  }

  @Override
  public void clear(boolean wait) {
    events.add("clear " + wait);
  }

  @Override
  public String ask(String prompt, boolean password) {
    events.add((password ? "password " : "ask ") + prompt);
    return answer;
  }

  /** What the next questions are answered with. */
  public void answerWith(String line) {
    answer = line;
  }

  public String out() {
    return out.toString();
  }

  public String err() {
    return err.toString();
  }

  public List<String> events() {
    return events;
  }

  public List<MimeBundle> bundles() {
    return bundles;
  }
}
