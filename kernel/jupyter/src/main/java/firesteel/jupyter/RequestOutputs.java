package firesteel.jupyter;

import firesteel.api.display.FiresteelMetadata;
import firesteel.api.display.MimeBundle;
import firesteel.api.session.CellOutputs;
import firesteel.api.session.InputRefusedException;
import firesteel.jupyter.wire.IoPub;
import firesteel.jupyter.wire.Message;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Publishes the output of a request, with the request as its parent; also after its end, for
 * threads that outlive it. Text is batched, and published before later messages. Thread-safe.
 */
final class RequestOutputs implements CellOutputs, IoPub.Batch {
  /** The number of characters from which text is published at once. */
  private static final int BATCH_CHARS = 32 * 1024;

  private static final String NOTICE = "firesteel-notice";

  private final IoPub iopub;
  private final InputRequests input;
  private final Message parent;
  private final StringBuilder text = new StringBuilder();
  private String stream = "stdout";
  private boolean waiting;
  private boolean hasOutput;
  private boolean hasNotice;
  private volatile boolean silent;
  private volatile boolean mayAsk;
  private String code;
  private int countOfUncounted;

  RequestOutputs(IoPub iopub, InputRequests input, Message parent) {
    this.iopub = iopub;
    this.input = input;
    this.parent = parent;
  }

  /** Publishes nothing but status and comm messages from now on. */
  void suppressOutput() {
    silent = true;
  }

  /** Lets the request ask for input. */
  void allowInput() {
    mayAsk = true;
  }

  /**
   * Publishes a cell's text when it starts.
   *
   * @param uncounted the number to show when the cell doesn't count
   */
  synchronized void announceInput(String text, int uncounted) {
    code = text;
    countOfUncounted = uncounted;
  }

  @Override
  public synchronized void started(int number) {
    if (code != null) {
      int count = number > 0 ? number : countOfUncounted;
      publish("execute_input", Map.of("code", code, "execution_count", count));
      code = null; // User expressions, which are run next, aren't input.
    }
  }

  void status(String state) {
    publish("status", Map.of("execution_state", state));
  }

  /** Publishes a message after the text that was written before it. */
  synchronized void publish(String type, Map<String, Object> content) {
    flush();
    iopub.publish(type, parent.headerBytes(), content);
  }

  /** Publishes a comm message after the text that was written before it. */
  synchronized void comm(
      String type,
      Map<String, Object> content,
      Map<String, Object> metadata,
      List<byte[]> buffers) {
    flush();
    iopub.publish("comm", type, parent.headerBytes(), metadata, content, buffers);
  }

  @Override
  public void stdout(String chunk) {
    write("stdout", chunk);
  }

  @Override
  public void stderr(String chunk) {
    write("stderr", chunk);
  }

  private void write(String name, String chunk) {
    if (silent || chunk.isEmpty()) {
      return;
    }
    boolean published = false;
    synchronized (this) {
      if (!stream.equals(name)) {
        flush();
        stream = name;
      }
      text.append(chunk);
      hasOutput = true;
      if (text.length() >= BATCH_CHARS) {
        flushWholeCharacters();
        published = true;
      }
      if (!waiting && !text.isEmpty()) {
        waiting = true;
        iopub.flushSoon(this);
      }
    }
    if (published) {
      iopub.awaitCapacity();
    }
  }

  /** Publishes the waiting text, without the first half of a surrogate pair. */
  private void flushWholeCharacters() {
    char last = text.charAt(text.length() - 1);
    if (!Character.isHighSurrogate(last)) {
      publishText();
      return;
    }
    text.setLength(text.length() - 1);
    if (!text.isEmpty()) {
      publishText();
    }
    text.append(last);
  }

  private void publishText() {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("name", stream);
    content.put("text", text.toString());
    text.setLength(0);
    if (text.capacity() > 4 * BATCH_CHARS) {
      text.trimToSize();
    }
    iopub.publish("stream." + stream, "stream", parent.headerBytes(), Map.of(), content, List.of());
  }

  /** Publishes the waiting text. */
  synchronized void flush() {
    if (!text.isEmpty()) {
      publishText();
    }
  }

  @Override
  public synchronized void flushDue() {
    waiting = false;
    if (!text.isEmpty()) {
      flushWholeCharacters();
    }
  }

  @Override
  public void display(MimeBundle bundle, Optional<String> displayId) {
    synchronized (this) {
      hasOutput = true;
    }
    if (!silent) {
      publish("display_data", displayed(bundle, displayId));
    }
  }

  @Override
  public void update(String displayId, MimeBundle bundle) {
    if (!silent) {
      publish("update_display_data", displayed(bundle, Optional.of(displayId)));
    }
  }

  private static Map<String, Object> displayed(MimeBundle bundle, Optional<String> displayId) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("data", bundle.data());
    content.put("metadata", bundle.metadata());
    content.put(
        "transient",
        displayId.<Map<String, Object>>map(id -> Map.of("display_id", id)).orElse(Map.of()));
    return content;
  }

  /** Shows a notice as long as there are no outputs; it is cleared afterwards. */
  @Override
  public void waiting(String text) {
    synchronized (this) {
      if (hasOutput) {
        return;
      }
      hasNotice = true;
    }
    if (!silent) {
      MimeBundle notice = FiresteelMetadata.progress(MimeBundle.text(text));
      publish("display_data", displayed(notice, Optional.of(NOTICE)));
    }
  }

  @Override
  public void waited(String text) {
    boolean alone;
    synchronized (this) {
      if (!hasNotice) {
        return;
      }
      hasNotice = false;
      alone = !hasOutput;
    }
    if (alone) {
      clear(false);
    } else {
      update(NOTICE, FiresteelMetadata.progress(MimeBundle.text("")));
    }
  }

  @Override
  public void clear(boolean wait) {
    if (!silent) {
      publish("clear_output", Map.of("wait", wait));
    }
  }

  @Override
  public String ask(String prompt, boolean password)
      throws InputRefusedException, InterruptedException {
    if (!mayAsk) {
      throw new InputRefusedException();
    }
    flush();
    return input.ask(parent, prompt, password);
  }
}
