package firesteel.magics;

import firesteel.engine.CellOutputs;
import firesteel.engine.InputRefusedException;
import firesteel.engine.display.MimeBundle;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what a cell writes; answers every question with the same line. */
public final class Recorder implements CellOutputs {
  private final StringBuffer out = new StringBuffer();
  private final StringBuffer err = new StringBuffer();
  private final List<MimeBundle> shown = new CopyOnWriteArrayList<>();
  private final List<String> prompts = new CopyOnWriteArrayList<>();
  private final Optional<String> answer;

  public Recorder(Optional<String> answer) {
    this.answer = answer;
  }

  public String out() {
    return out.toString();
  }

  public String err() {
    return err.toString();
  }

  public List<MimeBundle> shown() {
    return shown;
  }

  public List<String> prompts() {
    return prompts;
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
    shown.add(bundle);
  }

  @Override
  public void update(String displayId, MimeBundle bundle) {
    shown.add(bundle);
  }

  @Override
  public void clear(boolean wait) {
    shown.clear();
  }

  @Override
  public String ask(String prompt, boolean password) throws InputRefusedException {
    prompts.add(prompt);
    return answer.orElseThrow(InputRefusedException::new);
  }
}
