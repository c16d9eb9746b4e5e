package firesteel.charts.wordcloud;

/**
 * A word in a cloud.
 *
 * @param x the left edge of its letters, in pixels
 * @param y the top edge of its letters, in pixels
 * @param size the size of the font, in pixels
 * @param rotated whether it is written from bottom to top
 * @param color such as {@code #0072B2}
 */
public record PlacedWord(String word, int x, int y, double size, boolean rotated, String color) {}
