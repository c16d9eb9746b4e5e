package firesteel.source;

/**
 * The line of a text on which a position is.
 *
 * @param text the line, without its end
 * @param start where it starts in the whole text
 * @param position the position, within the whole text
 * @param number counted from 1
 */
public record TextLine(String text, int start, int position, int number) {
  /**
   * Finds a line.
   *
   * @param whole the whole text
   * @param position one outside of the text counts as its start or end
   */
  public static TextLine at(String whole, int position) {
    int place = Math.max(0, Math.min(position, whole.length()));
    int start = whole.lastIndexOf('\n', place - 1) + 1;
    int end = whole.indexOf('\n', place);
    int number = 1;
    for (int i = whole.indexOf('\n'); i >= 0 && i < start; i = whole.indexOf('\n', i + 1)) {
      number++;
    }
    return new TextLine(
        whole.substring(start, end < 0 ? whole.length() : end), start, place, number);
  }

  /** The line up to the position. */
  public String before() {
    return text.substring(0, column());
  }

  /** The line from the position on. */
  public String rest() {
    return text.substring(column());
  }

  /** Returns how far the position is from the line's start. */
  public int column() {
    return position - start;
  }
}
