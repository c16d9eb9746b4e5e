package firesteel.api.session;

import java.util.List;
import java.util.Optional;

/**
 * A magic that a library or a cell registers while the session runs; it parses its words itself.
 * See {@link Magics#registerLine} and {@link Magics#registerCell}.
 */
@FunctionalInterface
public interface MagicFunction {
  /**
   * Runs the magic.
   *
   * @param cell the cell that holds the magic
   * @param arguments the words behind the magic's name, without their quotes
   * @param body the cell's text below its first line; empty for a line magic
   * @return a value, shown like the value of an expression, or null
   * @throws Exception any failure; shown like an exception of the user's code
   */
  Object run(RunningCell cell, List<String> arguments, Optional<String> body) throws Exception;
}
