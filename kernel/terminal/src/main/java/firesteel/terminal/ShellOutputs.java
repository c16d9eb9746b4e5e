package firesteel.terminal;

import firesteel.engine.CellError;
import firesteel.engine.CellOutputs;
import firesteel.engine.InputRefusedException;
import firesteel.engine.display.MimeBundle;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
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
  private static final Pattern LINE = Pattern.compile("[^\n]+");

  /** Yellow: from {@code System.err}, which the screen doesn't tell from the rest otherwise. */
  private static final String WARNING = "\u001b[33m$0\u001b[39m";

  private final Terminal terminal;
  private final LineReader reader;
  private final StatusLine status;
  private final boolean coloured;
  private boolean inLine;

  ShellOutputs(Terminal terminal, LineReader reader, StatusLine status, boolean coloured) {
    this.terminal = terminal;
    this.reader = reader;
    this.status = status;
    this.coloured = coloured;
  }

  @Override
  public void stdout(String text) {
    print(text);
  }

  @Override
  public void stderr(String text) {
    print(coloured ? LINE.matcher(text).replaceAll(WARNING) : text);
  }

  /** What ended a cell. */
  void error(CellError error) {
    startLine();
    print(String.join("\n", coloured ? error.colouredTraceback() : error.traceback()) + "\n");
  }

  /** What is printed next stands at the start of a line. */
  synchronized void startLine() {
    if (inLine) {
      print("\n");
    }
  }

  @Override
  public void display(MimeBundle bundle, Optional<String> displayId) {
    if (isProgress(bundle)) {
      status.progress(bundle.text());
    } else {
      startLine();
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
      inLine = !text.endsWith("\n");
      terminal.writer().flush();
    }
  }

  private static boolean isProgress(MimeBundle bundle) {
    return bundle.metadata().get("firesteel") instanceof Map<?, ?> own
        && "progress".equals(own.get("kind"));
  }
}
