package firesteel.api.session;

import java.util.List;
import java.util.Optional;

/**
 * A magic that is made while the session runs, by a library or in a cell; it takes words and parses
 * them itself. See {@link Magics#registerLine} and {@link Magics#registerCell}.
 */
@FunctionalInterface
public interface MagicFunction {
  /**
   * Runs the magic.
   *
   * @param cell the cell that holds the magic
   * @param arguments the words behind its name, without their quotes
   * @param body the cell's text below its first line; empty for a line magic
   * @return a value, shown like the value of an expression, or null
   * @throws Exception whatever goes wrong; shown like an exception of the user's code
   */
  Object run(RunningCell cell, List<String> arguments, Optional<String> body) throws Exception;
}
