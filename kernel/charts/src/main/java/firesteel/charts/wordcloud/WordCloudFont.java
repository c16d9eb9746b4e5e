package firesteel.charts.wordcloud;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * Provides the shapes of words. They come from one large size without hinting, so that they are the
 * same on every machine.
 */
final class WordCloudFont {
  private static final float LARGE = 200;
  private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

  private final Font font;
  private final Font fallback = new Font(Font.SANS_SERIF, Font.BOLD, 1).deriveFont(LARGE);

  WordCloudFont(Font font) {
    this.font = font.deriveFont(LARGE);
  }

  /**
   * Returns Liberation Sans Bold, which is part of this library: Latin, Greek, Cyrillic, Hebrew.
   */
  static WordCloudFont bundled() {
    try (InputStream file =
        WordCloudFont.class.getResourceAsStream("liberation/LiberationSans-Bold.ttf")) {
      return new WordCloudFont(Font.createFont(Font.TRUETYPE_FONT, file));
    } catch (IOException e) {
      throw new UncheckedIOException("the font of word clouds can't be read", e);
    } catch (FontFormatException e) {
      throw new IllegalStateException("the font of word clouds is broken", e);
    }
  }

  /**
   * Returns the outline of a word, its top left corner at 0, 0. A font of the system provides
   * letters that the font doesn't have.
   */
  Shape outline(String word, double size, boolean rotated) {
    Font able = font.canDisplayUpTo(word) < 0 ? font : fallback;
    Shape large = new TextLayout(word, able, EXACT).getOutline(null);
    AffineTransform scale = new AffineTransform();
    if (rotated) {
      scale.rotate(-Math.PI / 2);
    }
    scale.scale(size / LARGE, size / LARGE);
    Shape shape = scale.createTransformedShape(large);
    Rectangle2D bounds = shape.getBounds2D();
    return AffineTransform.getTranslateInstance(-bounds.getX(), -bounds.getY())
        .createTransformedShape(shape);
  }
}
