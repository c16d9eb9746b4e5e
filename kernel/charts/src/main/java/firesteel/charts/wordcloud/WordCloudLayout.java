package firesteel.charts.wordcloud;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Places words, the most frequent first, each along a spiral from a point near the middle until its
 * letters touch no others. The idea is Jonathan Feinberg's, of Wordle. All randomness comes from
 * the seed.
 */
final class WordCloudLayout {
  /** The part of the area that the words' boxes may fill at first; letters leave gaps. */
  private static final double FILLED = 0.85;

  private static final double SMALLER = 0.9;
  private static final double MIN_FONT_SIZE = 8;

  /** With this the steps along the spiral are as long as its turns are apart. */
  private static final double TURN = Math.sqrt(4 * Math.PI);

  private final WordCloudFont font;
  private final List<String> colors;
  private final Random random;
  private final double upright;
  private final Bitmap taken;
  private final int free;

  /**
   * Creates a layout.
   *
   * @param taken the occupied pixels; those of the words are added
   * @param upright the part of the words that is rotated, from 0 to 1
   */
  WordCloudLayout(
      WordCloudFont font, List<String> colors, long seed, double upright, Bitmap taken) {
    this.font = font;
    this.colors = colors;
    this.random = new Random(seed);
    this.upright = upright;
    this.taken = taken;
    this.free = taken.width * taken.height - taken.count();
  }

  /**
   * Places words; leaves out those that find no room even in the smallest size.
   *
   * @param counts the frequency of each word, the most frequent first; all above 0
   */
  List<PlacedWord> place(Map<String, Double> counts) {
    List<PlacedWord> placed = new ArrayList<>();
    Map<String, Double> sizes = sizes(counts);
    double shrink = 1;
    for (Map.Entry<String, Double> word : sizes.entrySet()) {
      boolean rotated = random.nextDouble() < upright;
      String color = colors.get(random.nextInt(colors.size()));
      double startX = taken.width * (0.5 + (random.nextDouble() - 0.5) * 0.2);
      double startY = taken.height * (0.5 + (random.nextDouble() - 0.5) * 0.2);
      boolean clockwise = random.nextBoolean();
      double size = Math.max(MIN_FONT_SIZE, word.getValue() * shrink);
      PlacedWord found = null;
      while (found == null && size >= MIN_FONT_SIZE) {
        found = find(word.getKey(), size, rotated, color, startX, startY, clockwise);
        if (found == null) {
          size *= SMALLER;
          shrink *= SMALLER; // The next word isn't more frequent, so it must not be larger.
        }
      }
      if (found != null) {
        placed.add(found);
      }
    }
    return placed;
  }

  /** A word's height grows with the root of its count, and so its area with the count. */
  private Map<String, Double> sizes(Map<String, Double> counts) {
    double most = counts.values().iterator().next();
    double area = 0;
    Map<String, Double> sizes = new LinkedHashMap<>();
    double unit = 100;
    for (Map.Entry<String, Double> word : counts.entrySet()) {
      double size = unit * Math.sqrt(word.getValue() / most);
      var bounds = font.outline(word.getKey(), size, false).getBounds2D();
      area += (bounds.getWidth() + size / 8) * (bounds.getHeight() + size / 8);
      sizes.put(word.getKey(), size);
    }
    double scale = Math.sqrt(free * FILLED / Math.max(1, area));
    double widest = 0;
    for (Map.Entry<String, Double> word : sizes.entrySet()) {
      var bounds = font.outline(word.getKey(), word.getValue(), false).getBounds2D();
      widest = Math.max(widest, bounds.getWidth() / (0.9 * taken.width));
      widest = Math.max(widest, bounds.getHeight() / (0.6 * taken.height));
    }
    double fitting = widest > 0 ? Math.min(scale, 1 / widest) : scale;
    sizes.replaceAll((word, size) -> size * fitting);
    return sizes;
  }

  private PlacedWord find(
      String word,
      double size,
      boolean rotated,
      String color,
      double startX,
      double startY,
      boolean clockwise) {
    int margin = Math.max(1, (int) (size / 24));
    Bitmap letters = Bitmap.of(font.outline(word, size, rotated), margin);
    double ratio = (double) taken.height / taken.width;
    double step = Math.max(2, size / 10);
    double reach = Math.hypot(taken.width, taken.height / ratio);
    for (int i = 0; ; i++) {
      double turn = TURN * Math.sqrt(i);
      double radius = step * turn / (2 * Math.PI);
      if (radius > reach) {
        return null;
      }
      double angle = clockwise ? turn : -turn;
      int x = (int) Math.round(startX + radius * StrictMath.cos(angle) - letters.width / 2.0);
      int y =
          (int) Math.round(startY + radius * ratio * StrictMath.sin(angle) - letters.height / 2.0);
      if (!taken.collides(letters, x, y)) {
        taken.take(letters, x, y);
        return new PlacedWord(word, x + margin, y + margin, size, rotated, color);
      }
    }
  }
}
