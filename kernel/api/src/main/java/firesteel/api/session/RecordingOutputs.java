package firesteel.api.session;

import firesteel.api.display.MimeBundle;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Keeps what a cell writes and shows, and answers what it asks. For tests, and for code that runs a
 * cell for its outputs:
 *
 * <pre>{@code
 * RecordingOutputs outputs = new RecordingOutputs(Optional.empty());
 * session.execute(Cell.of("System.out.println(1)"), outputs);
 * outputs.out(); // "1\n"
 * }</pre>
 *
 * <p>Thread-safe.
 */
public class RecordingOutputs implements CellOutputs {
  /** Returns the answer to a request for input. */
  @FunctionalInterface
  private interface Answers {
    String next() throws InputRefusedException, InterruptedException;
  }

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final List<MimeBundle> shown = new CopyOnWriteArrayList<>();
  private final List<MimeBundle> updates = new CopyOnWriteArrayList<>();
  private final List<String> prompts = new CopyOnWriteArrayList<>();
  private final List<String> events = new CopyOnWriteArrayList<>();
  private final LinkedBlockingQueue<String> queue = new LinkedBlockingQueue<>();
  private final Answers answers;

  /** Outputs whose answers come from {@link #answer}; a question waits for one. */
  public RecordingOutputs() {
    answers = queue::take;
  }

  /**
   * Outputs that answer every question with the same line.
   *
   * @param answer the line; empty to refuse every question
   */
  public RecordingOutputs(Optional<String> answer) {
    answers = () -> answer.orElseThrow(InputRefusedException::new);
  }

  /**
   * Outputs that answer one question after the other.
   *
   * @param lines the answers in their order; a question that comes after the last one is refused
   */
  public RecordingOutputs(List<String> lines) {
    queue.addAll(lines);
    answers = () -> Optional.ofNullable(queue.poll()).orElseThrow(InputRefusedException::new);
  }

  /** Adds the answer to a question. */
  public void answer(String line) {
    queue.add(line);
  }

  /** What was written to standard output. */
  public String out() {
    return out.toString();
  }

  /** What was written to standard error. */
  public String err() {
    return err.toString();
  }

  /** The bundles that were displayed and not cleared since. */
  public List<MimeBundle> shown() {
    return shown;
  }

  /** What replaced something displayed, in the order of the updates. */
  public List<MimeBundle> updates() {
    return updates;
  }

  /** The prompts of the questions that were asked. */
  public List<String> prompts() {
    return prompts;
  }

  /** The calls other than writing, in order: {@code display ID}, {@code clear true}, ... */
  public List<String> events() {
    return events;
  }

  @Override
  public void stdout(String text) {
    out.write(text);
  }

  @Override
  public void stderr(String text) {
    err.write(text);
  }

  @Override
  public void display(MimeBundle bundle, Optional<String> displayId) {
    shown.add(bundle);
    events.add("display " + displayId.orElse("-"));
  }

  @Override
  public void update(String displayId, MimeBundle bundle) {
    updates.add(bundle);
    events.add("update " + displayId);
  }

  @Override
  public void clear(boolean wait) {
    events.add("clear " + wait);
    shown.clear();
  }

  @Override
  public String ask(String prompt, boolean password)
      throws InputRefusedException, InterruptedException {
    prompts.add(prompt);
    events.add((password ? "password " : "ask ") + prompt);
    return answers.next();
  }
}
