package firesteel.api.notebook;

import firesteel.api.magic.ShownValue;
import firesteel.api.session.Magics;
import firesteel.api.session.RunningCell;
import java.util.List;

/**
 * Magics as calls from Java: what a line magic behind an equals sign becomes, and what {@code
 * lineMagic} and {@code cellMagic} do. A magic runs as a part of the cell that the calling thread
 * belongs to; what it throws comes out as it is, unchecked.
 */
public final class MagicCalls {
  private MagicCalls() {}

  /**
   * Runs a line magic for its value.
   *
   * @param name without the percent sign
   * @param arguments the rest of the line, as it would be typed
   * @param <T> what the value is taken for; the compiler can't check it
   */
  public static <T> T line(String name, String arguments) {
    return call((magics, cell) -> magics.runLine(name, arguments, cell));
  }

  /** Runs a line magic for its value; each argument is one word, whatever is in it. */
  public static <T> T line(String name, List<String> arguments) {
    return call((magics, cell) -> magics.runLine(name, arguments, cell));
  }

  /** Runs a cell magic for its value; each argument is one word, whatever is in it. */
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

  /** The value itself, of a magic that says how it is shown. */
  static Object valueOf(Object value) {
    return value instanceof ShownValue shown ? shown.value() : value;
  }
}
