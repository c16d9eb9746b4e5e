package firesteel.terminal;

import firesteel.engine.CellOutputs;
import firesteel.engine.InputRefusedException;
import firesteel.engine.display.MimeBundle;
import java.util.Map;
import java.util.Optional;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;

/**
 * A cell's outputs in a terminal: text as it comes, tables fitted to the width, progress in the
 * status line. What a thread writes while the next cell is typed goes above that. Thread-safe.
 */
final class ShellOutputs implements CellOutputs {
  private static final char MASK = '*';

  private final Terminal terminal;
  private final LineReader reader;
  private final StatusLine status;

  ShellOutputs(Terminal terminal, LineReader reader, StatusLine status) {
    this.terminal = terminal;
    this.reader = reader;
    this.status = status;
  }

  @Override
  public void stdout(String text) {
    print(text);
  }

  @Override
  public void stderr(String text) {
    print(text);
  }

  @Override
  public void display(MimeBundle bundle, Optional<String> displayId) {
    if (isProgress(bundle)) {
      status.progress(bundle.text());
    } else {
      print(WideText.fit(bundle.text(), terminal.getColumns()) + "\n");
    }
  }

  @Override
  public void update(String displayId, MimeBundle bundle) {
    display(bundle, Optional.of(displayId));
  }

  /** A terminal's lines stay. */
  @Override
  public void clear(boolean wait) {}

  @Override
  public String ask(String prompt, boolean password)
      throws InputRefusedException, InterruptedException {
    LineReader asking = LineReaderBuilder.builder().terminal(terminal).build();
    try {
      return asking.readLine(prompt, password ? MASK : null);
    } catch (UserInterruptException e) {
      throw new InterruptedException();
    } catch (EndOfFileException e) {
      throw new InputRefusedException();
    }
  }

  private synchronized void print(String text) {
    if (text.isEmpty()) {
      return;
    }
    if (reader.isReading()) {
      reader.printAbove(text);
    } else {
      terminal.writer().print(text);
      terminal.writer().flush();
    }
  }

  private static boolean isProgress(MimeBundle bundle) {
    return bundle.metadata().get("firesteel") instanceof Map<?, ?> own
        && "progress".equals(own.get("kind"));
  }
}
