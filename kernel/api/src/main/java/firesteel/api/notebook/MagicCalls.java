package firesteel.api.notebook;

import firesteel.api.magic.ShownValue;
import firesteel.api.session.Magics;
import firesteel.api.session.RunningCell;
import java.util.List;

/**
 * Runs magics from Java code: a line magic behind an equals sign is compiled to a call of this
 * class, and {@code lineMagic} and {@code cellMagic} use it. A magic runs as a part of the cell
 * that the calling thread belongs to; its exceptions are thrown on unchanged, without being
 * declared.
 */
public final class MagicCalls {
  private MagicCalls() {}

  /**
   * Runs a line magic and returns its value.
   *
   * @param name without the percent sign
   * @param arguments the rest of the line, as it would be typed
   * @param <T> the type that the caller expects; the compiler can't check it
   */
  public static <T> T line(String name, String arguments) {
    return call((magics, cell) -> magics.runLine(name, arguments, cell));
  }

  /**
   * Runs a line magic and returns its value; each argument is one word, whatever characters it has.
   */
  public static <T> T line(String name, List<String> arguments) {
    return call((magics, cell) -> magics.runLine(name, arguments, cell));
  }

  /**
   * Runs a cell magic and returns its value; each argument is one word, whatever characters it has.
   */
  public static <T> T cell(String name, List<String> arguments, String body) {
    return call((magics, cell) -> magics.runCell(name, arguments, body, cell));
  }

  @FunctionalInterface
  private interface Call {
    Object run(Magics magics, RunningCell cell) throws Exception;
  }

  @SuppressWarnings("unchecked")
  private static <T> T call(Call call) {
    RunningCell cell = NotebookFunctions.cell();
    try {
      return (T) valueOf(call.run(cell.session().magics(), cell));
    } catch (Exception e) {
      throw NotebookFunctions.<RuntimeException>unchecked(e);
    }
  }

  /** Returns the value itself when a magic returned it with its rendering. */
  static Object valueOf(Object value) {
    return value instanceof ShownValue shown ? shown.value() : value;
  }
}
