package firesteel.api.magic;

import firesteel.api.error.MagicException;

/**
 * Where a magic that is both a line magic and a cell magic finds its text: behind its name on a
 * line, in the lines below its name in a cell.
 *
 * @param name the magic's name
 * @param what the text is, as in "Java" or "a statement"
 * @param example a text that works
 */
public record LineOrCell(String name, String what, String example) {
  /**
   * Returns the text of a line magic.
   *
   * @param behind what stands behind the name, or null
   * @throws MagicException when there is none; shows how the magic is written
   */
  public String ofLine(String behind) throws MagicException {
    if (behind == null) {
      throw new MagicException(
          "%%%1$s needs %2$s behind it: %%%1$s %3$s".formatted(name, what, example));
    }
    return behind;
  }

  /**
   * Returns the text of a cell magic.
   *
   * @param behind what stands behind the name, or null
   * @param body the lines below
   * @throws MagicException when there is text behind the name too, which would be lost
   */
  public String ofCell(String behind, String body) throws MagicException {
    if (behind != null) {
      throw new MagicException(
          "%%%%%1$s takes the lines below it; put this there, or write %%%1$s for one line: "
                  .formatted(name)
              + behind);
    }
    return body;
  }
}
