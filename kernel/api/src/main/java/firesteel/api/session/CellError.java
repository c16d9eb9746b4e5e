package firesteel.api.session;

import java.util.List;
import java.util.Objects;

/**
 * An error of a cell, as the user sees it.
 *
 * @param name the error's kind: an exception's simple class name, or {@code CompileError}, {@code
 *     MagicError}, {@code Interrupted}
 * @param message one line or a few: what happened
 * @param traceback the whole text, line by line, without colours: what happened, where (cell and
 *     line), the cause chain, what to do next. Never a kernel or JShell frame.
 */
public record CellError(String name, String message, List<String> traceback) {
  private static final String RED = "\u001b[31m";
  private static final String RESET = "\u001b[0m";

  public CellError {
    Objects.requireNonNull(name, "name");
    message = message == null ? "" : message;
    traceback = List.copyOf(traceback);
  }

  /** The name of the error of a cell that was interrupted. */
  public static final String INTERRUPTED = "Interrupted";

  /** The traceback with ANSI colours, for frontends that show them. */
  public List<String> colouredTraceback() {
    return java.util.stream.IntStream.range(0, traceback.size())
        .mapToObj(i -> i == 0 ? RED + traceback.get(0) + RESET : traceback.get(i))
        .toList();
  }
}
