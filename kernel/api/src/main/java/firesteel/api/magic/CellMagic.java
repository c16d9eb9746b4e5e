package firesteel.api.magic;

import firesteel.api.error.MagicException;

/**
 * A magic written as the first line of a cell: {@code %%name options arguments}; it takes the rest
 * of the cell as its body. Annotated and found like {@link LineMagic}; one class may be both.
 *
 * <pre>{@code
 * @Command(name = "lines", description = "Counts the lines of the cell.")
 * public final class LinesMagic implements CellMagic {
 *   public Object runCell(MagicContext context, String body) {
 *     return body.lines().count();
 *   }
 * }
 * }</pre>
 */
public interface CellMagic {
  /**
   * Runs the magic, after picocli has set its fields.
   *
   * @param context the services that a magic may use
   * @param body the cell's text below its first line; may be empty
   * @return a value, shown like the value of an expression, or null
   * @throws MagicException for errors in the user's terms, which are shown without stack frames
   * @throws Exception any other failure; shown like an exception of the user's code
   */
  Object runCell(MagicContext context, String body) throws Exception;
}
