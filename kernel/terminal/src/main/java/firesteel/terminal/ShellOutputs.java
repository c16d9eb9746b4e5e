package firesteel.terminal;

import firesteel.api.display.FiresteelMetadata;
import firesteel.api.display.MimeBundle;
import firesteel.api.session.CellError;
import firesteel.api.session.CellOutputs;
import firesteel.api.session.InputRefusedException;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;

/**
 * Shows a cell's outputs in a terminal: text as it arrives, tables fitted to the width, progress in
 * the status line. Output of threads while the next cell is typed is shown above the prompt.
 * Thread-safe.
 */
public final class ShellOutputs implements CellOutputs {
  private static final char MASK = '*';
  private static final Pattern LINE = Pattern.compile("[^\n]+");

  /** The style of text from {@code System.err}: yellow, to tell it from other output. */
  private static final String WARNING = "\u001b[33m$0\u001b[39m";

  private final Terminal terminal;
  private final TerminalModes modes;
  private final LineReader reader;
  private final StatusLine status;
  private final BundleView view;
  private final Pager pager;
  private StringBuilder paged;
  private boolean inLine;

  ShellOutputs(
      Terminal terminal,
      TerminalModes modes,
      LineReader reader,
      StatusLine status,
      BundleView view,
      Pager pager) {
    this.terminal = terminal;
    this.modes = modes;
    this.reader = reader;
    this.status = status;
    this.view = view;
    this.pager = pager;
  }

  @Override
  public void stdout(String text) {
    print(text);
  }

  @Override
  public void stderr(String text) {
    print(view.isColoured() ? LINE.matcher(text).replaceAll(WARNING) : text);
  }

  /** Shows the error that ended a cell. */
  void error(CellError error) {
    startLine();
    print(
        String.join("\n", view.isColoured() ? error.colouredTraceback() : error.traceback())
            + "\n");
  }

  /** Makes the next output start on a new line. */
  synchronized void startLine() {
    if (inLine) {
      print("\n");
    }
  }

  @Override
  public void display(MimeBundle bundle, Optional<String> displayId) {
    if (FiresteelMetadata.isProgress(bundle)) {
      status.progress(bundle.text());
    } else {
      startLine();
      print(
          isPaged()
              ? BundleView.escapeControls(bundle.text()) + "\n"
              : view.of(bundle, !reader.isReading()));
    }
  }

  @Override
  public void update(String displayId, MimeBundle bundle) {
    display(bundle, Optional.of(displayId));
  }

  @Override
  public void waiting(String text) {
    status.progress(text);
  }

  @Override
  public void waited(String text) {
    status.progress(text);
  }

  /** Does nothing: a terminal's lines stay. */
  @Override
  public void clear(boolean wait) {}

  @Override
  public String ask(String prompt, boolean password)
      throws InputRefusedException, InterruptedException {
    LineReader asking = new SteadyLineReader(terminal);
    try {
      return asking.readLine(prompt, password ? MASK : null);
    } catch (UserInterruptException e) {
      throw new InterruptedException();
    } catch (EndOfFileException e) {
      throw new InputRefusedException();
    }
  }

  /** Runs a program that needs the terminal for itself, such as an editor. */
  public <T> T giveTerminalTo(TerminalProgram<T> program) throws IOException, InterruptedException {
    return modes.giveTo(program);
  }

  /** Prints data as text: control characters in it are shown and have no effect. */
  public void printData(String text) {
    stdout(BundleView.escapeControls(text) + "\n");
  }

  /** Code whose output is shown in the pager. */
  @FunctionalInterface
  public interface Paged {
    /** Runs the code. */
    void run() throws Exception;
  }

  /** Runs code and shows its output in the pager; if it fails, the output is printed as usual. */
  public void page(Paged code) throws Exception {
    startPaging();
    try {
      code.run();
      String text = takePaged();
      if (!text.isEmpty()) {
        pager.show(text);
      }
    } finally {
      stopPaging();
    }
  }

  private synchronized void startPaging() {
    paged = new StringBuilder();
  }

  private synchronized boolean isPaged() {
    return paged != null;
  }

  private synchronized String takePaged() {
    String text = paged.toString();
    paged.setLength(0);
    return text;
  }

  /** Prints the text that other threads wrote while the pager was shown. */
  private synchronized void stopPaging() {
    String rest = paged == null ? "" : paged.toString();
    paged = null;
    print(rest);
  }

  private synchronized void print(String text) {
    if (text.isEmpty()) {
      return;
    }
    if (paged != null) {
      paged.append(text);
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
}
