package firesteel.engine;

import firesteel.engine.display.MimeBundle;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;

/** Keeps what a cell writes, and answers what it asks from a queue of lines. */
public final class RecordingOutputs implements CellOutputs {
  private final StringBuffer out = new StringBuffer();
  private final StringBuffer err = new StringBuffer();
  private final List<MimeBundle> displayed = new CopyOnWriteArrayList<>();
  private final List<String> prompts = new CopyOnWriteArrayList<>();
  private final List<String> events = new CopyOnWriteArrayList<>();
  private final LinkedBlockingQueue<String> answers = new LinkedBlockingQueue<>();

  public void answer(String line) {
    answers.add(line);
  }

  public String out() {
    return out.toString();
  }

  public String err() {
    return err.toString();
  }

  public List<MimeBundle> displayed() {
    return displayed;
  }

  public List<String> prompts() {
    return prompts;
  }

  /** What was done besides writing, in order: {@code display ID}, {@code clear true}, ... */
  public List<String> events() {
    return events;
  }

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
    displayed.add(bundle);
    events.add("display " + displayId.orElse("-"));
  }

  @Override
  public void update(String displayId, MimeBundle bundle) {
    displayed.add(bundle);
    events.add("update " + displayId);
  }

  @Override
  public void clear(boolean wait) {
    events.add("clear " + wait);
    displayed.clear();
  }

  @Override
  public String ask(String prompt, boolean password) throws InterruptedException {
    prompts.add(prompt);
    events.add((password ? "password " : "ask ") + prompt);
    return answers.take();
  }
}
