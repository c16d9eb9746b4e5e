package firesteel.api.notebook;

import firesteel.api.comm.Comms;
import firesteel.api.display.Bundles;
import firesteel.api.display.MimeBundle;
import firesteel.api.history.HistoryEntry;
import firesteel.api.session.InputRefusedException;
import firesteel.api.session.RunningCell;
import java.awt.image.RenderedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CancellationException;

/**
 * The functions that every cell can call without an import: they display values, ask the user for
 * input, and return earlier cells. They act on the cell that the calling thread belongs to, also
 * from threads that a cell started, and fail with {@link IllegalStateException} on a thread of no
 * cell.
 */
public final class NotebookFunctions {
  private NotebookFunctions() {}

  /**
   * Shows a value as a cell's value is shown.
   *
   * <p>Exceptions of the value's {@code toString()} or renderer are thrown on unchanged.
   *
   * @param value may be null
   * @return the display id, for {@link #updateDisplay(String, Object)}; not shown as the value of a
   *     cell that ends with this call
   */
  public static String display(Object value) {
    return show(render(value));
  }

  /**
   * Shows a value as the given MIME types; a String is taken as the content itself: {@code
   * display("<b>bold</b>", "text/html")}.
   *
   * @return the display id
   * @throws IllegalArgumentException when the value has none of the types
   */
  public static String display(Object value, String... mimeTypes) {
    return show(render(value, mimeTypes));
  }

  private static MimeBundle render(Object value, String... mimeTypes) {
    try {
      return cell().session().displays().render(value, mimeTypes);
    } catch (Exception e) {
      throw NotebookFunctions.<RuntimeException>unchecked(e);
    }
  }

  /**
   * Throws a checked exception without declaring it: otherwise lambdas could not call display().
   */
  @SuppressWarnings("unchecked")
  static <E extends Throwable> E unchecked(Exception e) throws E {
    throw (E) e;
  }

  private static String show(MimeBundle bundle) {
    return cell().display(bundle);
  }

  /**
   * Replaces what {@link #display(Object)} showed.
   *
   * @param id what {@code display} returned
   */
  public static void updateDisplay(String id, Object value) {
    cell().outputs().update(id, render(value));
  }

  /** Replaces what was shown under a display id by a value as the given MIME types. */
  public static void updateDisplay(String id, Object value, String... mimeTypes) {
    cell().outputs().update(id, render(value, mimeTypes));
  }

  /** Removes the cell's output so far. */
  public static void clearOutput() {
    clearOutput(false);
  }

  /**
   * Removes the cell's output so far.
   *
   * @param wait true to remove it only when the next output comes, which avoids flicker
   */
  public static void clearOutput(boolean wait) {
    cell().outputs().clear(wait);
  }

  /** Returns HTML as a value: {@code html("<b>bold</b>")}. The caller escapes the data in it. */
  public static MimeBundle html(String html) {
    return Bundles.html(html);
  }

  /** Returns Markdown as a value. */
  public static MimeBundle markdown(String markdown) {
    return Bundles.markdown(markdown);
  }

  /** Returns LaTeX as a value: {@code latex("$\\sum_i x_i$")}. */
  public static MimeBundle latex(String latex) {
    return Bundles.latex(latex);
  }

  /** Returns JSON as a value, from text that is JSON or from a map, list, record or bean. */
  public static MimeBundle json(Object value) {
    return Bundles.json(value);
  }

  /** Returns JavaScript as a value; a frontend runs it only in a notebook that the user trusts. */
  public static MimeBundle javascript(String javascript) {
    return Bundles.javascript(javascript);
  }

  /** Returns an SVG drawing as a value. */
  public static MimeBundle svg(String svg) {
    return Bundles.svg(svg);
  }

  /** Returns an image as a value, from the bytes of a PNG, JPEG or GIF file. */
  public static MimeBundle image(byte[] bytes) {
    return Bundles.image(bytes);
  }

  /** Returns an image as a value. */
  public static MimeBundle image(RenderedImage image) throws IOException {
    return Bundles.image(image);
  }

  /**
   * Returns a PNG, JPEG, GIF or SVG file as a value; a relative path is resolved against the folder
   * that {@code %pwd} shows.
   */
  public static MimeBundle image(Path file) throws IOException {
    Path path = cell().session().workingDirectory().resolve(file);
    return path.toString().endsWith(".svg")
        ? Bundles.svg(Files.readString(path))
        : Bundles.image(Files.readAllBytes(path));
  }

  /** Returns the text of a cell that ran in this session: {@code In(3)}. */
  public static String In(int executionCount) {
    List<HistoryEntry> found =
        cell().session().history().range(0, executionCount, executionCount + 1);
    if (found.isEmpty()) {
      throw new NoSuchElementException("there is no cell [" + executionCount + "] in this session");
    }
    return found.get(0).input();
  }

  /**
   * Returns the value of a cell that ran in this session: {@code Dataset<Row> df = Out(3)}.
   *
   * @param <T> the type that the caller expects; the compiler can't check it
   * @throws NoSuchElementException when that cell had no value
   */
  @SuppressWarnings("unchecked")
  public static <T> T Out(int executionCount) {
    return (T) cell().session().output(executionCount);
  }

  /** Asks the user for one line. */
  public static String input() {
    return input("");
  }

  /**
   * Asks the user for one line, and waits for it.
   *
   * @throws IllegalStateException when the frontend does not take input for this cell
   * @throws CancellationException when the cell is interrupted meanwhile
   */
  public static String input(String prompt) {
    return ask(prompt, false);
  }

  /** Asks the user for one line that is not shown while it is typed. */
  public static String password(String prompt) {
    return ask(prompt, true);
  }

  private static String ask(String prompt, boolean password) {
    RunningCell cell = cell();
    String function = password ? "password()" : "input()";
    try {
      return cell.ask(prompt, password);
    } catch (InputRefusedException e) {
      throw refused(function, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException(function + " was interrupted");
    }
  }

  private static IllegalStateException refused(String function, InputRefusedException why) {
    return new IllegalStateException(
        function
            + " can't ask: this frontend does not take input for this cell;"
            + " put the value into a variable instead",
        why);
  }

  /**
   * Runs text as a part of this cell: Java, magics or both. What it declares is available
   * afterwards.
   *
   * @return the value of its last expression; null when it has none
   * @throws Exception what the text threw
   */
  public static Object eval(String code) throws Exception {
    RunningCell cell = cell();
    return MagicCalls.valueOf(cell.run(code));
  }

  /**
   * Runs a line magic: {@code List<String> added = lineMagic("jars", List.of("libs/*.jar"))}.
   *
   * @param name without the percent sign
   * @param arguments one word each
   * @param <T> the type that the caller expects; the compiler can't check it
   */
  public static <T> T lineMagic(String name, List<String> arguments) {
    return MagicCalls.line(name, arguments);
  }

  /**
   * Runs a cell magic.
   *
   * @param name without the percent signs
   * @param arguments one word each
   * @param body the text below its first line
   * @param <T> the type that the caller expects; the compiler can't check it
   */
  public static <T> T cellMagic(String name, List<String> arguments, String body) {
    return MagicCalls.cell(name, arguments, body);
  }

  /** The comms between the notebook and the frontend. */
  public static Comms comms() {
    return cell().session().comms();
  }

  static RunningCell cell() {
    return RunningCell.current()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "this thread ("
                        + Thread.currentThread().getName()
                        + ") belongs to no cell, so there is nowhere to show or to ask;"
                        + " do it in the cell, or in a thread that a cell started"));
  }
}
