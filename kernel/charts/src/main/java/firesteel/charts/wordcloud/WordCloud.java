package firesteel.charts.wordcloud;

import firesteel.api.table.Table;
import firesteel.api.table.TableRequest;
import firesteel.api.table.Tables;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.imageio.ImageIO;

/**
 * A word cloud of words with counts: {@code WordCloud.of(counts).stopWords("the",
 * "and").saveTo(Path.of("words.png"))}.
 *
 * <p>A cell shows a cloud that is its value; {@link #image()} draws it. The same words, settings
 * and seed give the same picture. A builder: each method changes it and returns it. Not
 * thread-safe.
 */
public final class WordCloud {
  private static final int MAX_ROWS = 100_000;
  private static final int MAX_WORD_LENGTH = 60;

  /** The colours of Okabe and Ito that can be read on white, and shades between them. */
  private static final List<String> COLORS =
      List.of("#0072B2", "#D55E00", "#009E73", "#B0578D", "#00496F", "#8A3D00", "#3D8FB8");

  private final Map<String, Double> counts;
  private final Set<String> stopWords = new HashSet<>();
  private int width = 800;
  private int height = 500;
  private int most = 200;
  private long seed = 1;
  private double upright = 0.2;
  private List<String> colors = COLORS;
  private Color background = Color.WHITE;
  private BufferedImage mask;
  private Font font;

  private WordCloud(Map<String, Double> counts) {
    this.counts = counts;
  }

  /**
   * Returns a cloud of words.
   *
   * @param words a map from words to numbers, or a table whose first column of texts has the words
   *     and whose first column of numbers their counts: a Dataset, a list of records, a JDBC result
   * @throws IllegalArgumentException when they are neither
   * @throws Exception what reading the table threw
   */
  public static WordCloud of(Object words) throws Exception {
    Table table =
        Tables.read(words, TableRequest.rows(MAX_ROWS))
            .orElseThrow(() -> new IllegalArgumentException(needed("this is no table")));
    int text = column(table, CharSequence.class);
    int number = column(table, Number.class);
    Map<String, Double> counts = new LinkedHashMap<>();
    if (table.rows().isEmpty()) {
      return new WordCloud(counts);
    }
    if (text < 0 || number < 0) {
      throw new IllegalArgumentException(
          needed("there is no column of " + (text < 0 ? "words" : "numbers")));
    }
    for (List<Object> row : table.rows()) {
      if (row.get(text) != null && row.get(number) instanceof Number count) {
        double value = count.doubleValue();
        if (value > 0 && Double.isFinite(value)) {
          counts.merge(row.get(text).toString().strip(), value, Double::sum);
        }
      }
    }
    return new WordCloud(counts);
  }

  private static String needed(String problem) {
    return "a word cloud is made of a map from words to counts, or of a table with a column of words"
        + " and one of counts: "
        + problem;
  }

  private static int column(Table table, Class<?> type) {
    for (int i = 0; i < table.columns().size(); i++) {
      int at = i;
      List<Object> values =
          table.rows().stream().map(row -> row.get(at)).filter(Objects::nonNull).toList();
      if (!values.isEmpty() && values.stream().allMatch(type::isInstance)) {
        return i;
      }
    }
    return -1;
  }

  /** Sets the size of the picture in pixels; the default is 800 × 500, or the size of the mask. */
  public WordCloud size(int width, int height) {
    if (width < 50 || height < 50 || width > 10_000 || height > 10_000) {
      throw new IllegalArgumentException(
          "a word cloud is 50 to 10,000 pixels wide and high, not %d × %d"
              .formatted(width, height));
    }
    this.width = width;
    this.height = height;
    return this;
  }

  /** Places words only where this picture is dark; white and transparent pixels stay free. */
  public WordCloud mask(BufferedImage mask) {
    this.mask = Objects.requireNonNull(mask, "mask");
    return size(mask.getWidth(), mask.getHeight());
  }

  /**
   * Places words only where the picture of a file is dark.
   *
   * @throws IOException when the file can't be read or is not a picture
   */
  public WordCloud mask(Path file) throws IOException {
    BufferedImage image;
    try (var stream = Files.newInputStream(file)) {
      image = ImageIO.read(stream);
    }
    if (image == null) {
      throw new IOException(file + " is no picture that can be read: PNG, JPEG, GIF and BMP can");
    }
    return mask(image);
  }

  /** Leaves out words, in any case. */
  public WordCloud stopWords(String... words) {
    return stopWords(List.of(words));
  }

  /** Leaves out words, in any case. */
  public WordCloud stopWords(Collection<String> words) {
    words.forEach(word -> stopWords.add(word.toLowerCase(Locale.ROOT)));
    return this;
  }

  /** Sets the maximum number of words, the most frequent ones; the default is 200. */
  public WordCloud words(int most) {
    if (most < 1) {
      throw new IllegalArgumentException("words must be at least 1, not " + most);
    }
    this.most = most;
    return this;
  }

  /** Sets the seed of all randomness; the default is 1. */
  public WordCloud seed(long seed) {
    this.seed = seed;
    return this;
  }

  /**
   * Sets the part of the words that is written from bottom to top, from 0 to 1; the default is 0.2.
   */
  public WordCloud upright(double part) {
    if (!(part >= 0 && part <= 1)) {
      throw new IllegalArgumentException("upright is a part from 0 to 1, not " + part);
    }
    upright = part;
    return this;
  }

  /** Sets the colours of the words, such as {@code "#0072B2"}. */
  public WordCloud colors(String... colors) {
    if (colors.length == 0) {
      throw new IllegalArgumentException("colors needs at least one colour");
    }
    List.of(colors).forEach(WordCloud::color);
    this.colors = List.of(colors);
    return this;
  }

  /** Sets the colour behind the words, such as {@code "#FFFFFF"}, or {@code "transparent"}. */
  public WordCloud background(String color) {
    background = color.equals("transparent") ? new Color(0, true) : color(color);
    return this;
  }

  private static Color color(String color) {
    try {
      return Color.decode(color);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "a colour is written as \"#0072B2\", not \"" + color + "\"", e);
    }
  }

  /** Sets the font; the default is Liberation Sans Bold, which looks the same everywhere. */
  public WordCloud font(Font font) {
    this.font = Objects.requireNonNull(font, "font");
    return this;
  }

  /** Returns where the words are, the most frequent first; words without room are left out. */
  public List<PlacedWord> layout() {
    Map<String, Double> chosen = new LinkedHashMap<>();
    counts.entrySet().stream()
        .filter(word -> !word.getKey().isEmpty() && word.getKey().length() <= MAX_WORD_LENGTH)
        .filter(word -> !stopWords.contains(word.getKey().toLowerCase(Locale.ROOT)))
        .sorted(
            Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(most)
        .forEach(word -> chosen.put(word.getKey(), word.getValue()));
    return chosen.isEmpty()
        ? List.of()
        : new WordCloudLayout(cloudFont(), colors, seed, upright, taken()).place(chosen);
  }

  private WordCloudFont cloudFont() {
    return font == null ? WordCloudFont.bundled() : new WordCloudFont(font);
  }

  private Bitmap taken() {
    Bitmap taken = new Bitmap(width, height);
    if (mask != null) {
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
          if (isLight(mask.getRGB(x * mask.getWidth() / width, y * mask.getHeight() / height))) {
            taken.set(x, y);
          }
        }
      }
    }
    return taken;
  }

  private static boolean isLight(int argb) {
    int sum = (argb >> 16 & 255) + (argb >> 8 & 255) + (argb & 255);
    return argb >>> 24 < 128 || sum >= 3 * 200;
  }

  /** Draws the cloud. */
  public BufferedImage image() {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(background);
    graphics.fillRect(0, 0, width, height);
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    WordCloudFont shapes = cloudFont();
    for (PlacedWord word : layout()) {
      graphics.setColor(color(word.color()));
      graphics.fill(
          AffineTransform.getTranslateInstance(word.x(), word.y())
              .createTransformedShape(shapes.outline(word.word(), word.size(), word.rotated())));
    }
    graphics.dispose();
    return image;
  }

  /**
   * Writes the cloud as a PNG file; creates missing folders.
   *
   * @throws IOException when it can't be written
   */
  public void saveTo(Path file) throws IOException {
    if (file.toAbsolutePath().getParent() != null) {
      Files.createDirectories(file.toAbsolutePath().getParent());
    }
    try (var stream = Files.newOutputStream(file)) {
      ImageIO.write(image(), "png", stream);
    }
  }

  @Override
  public String toString() {
    return "word cloud, %d × %d pixels".formatted(width, height);
  }
}
