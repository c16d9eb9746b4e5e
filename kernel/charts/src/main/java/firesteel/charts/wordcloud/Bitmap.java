package firesteel.charts.wordcloud;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/** A bitmap of occupied pixels, 64 to a word of a row. */
final class Bitmap {
  final int width;
  final int height;
  private final int stride;
  private final long[] bits;

  Bitmap(int width, int height) {
    this.width = width;
    this.height = height;
    stride = (width + 63) / 64;
    bits = new long[stride * height];
  }

  /** Returns the pixels of a shape that starts at 0, 0, with a margin around it. */
  static Bitmap of(Shape shape, int margin) {
    Rectangle2D bounds = shape.getBounds2D();
    int width = (int) Math.ceil(bounds.getWidth()) + 2 * margin;
    int height = (int) Math.ceil(bounds.getHeight()) + 2 * margin;
    BufferedImage image =
        new BufferedImage(Math.max(1, width), Math.max(1, height), BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fill(
        AffineTransform.getTranslateInstance(margin, margin).createTransformedShape(shape));
    graphics.dispose();
    Bitmap grown = new Bitmap(image.getWidth(), image.getHeight());
    for (int y = 0; y < grown.height; y++) {
      for (int x = 0; x < grown.width; x++) {
        if (image.getRaster().getSample(x, y, 0) > 0) {
          grown.setAround(x, y, margin);
        }
      }
    }
    return grown;
  }

  private void setAround(int x, int y, int margin) {
    for (int row = Math.max(0, y - margin); row <= Math.min(height - 1, y + margin); row++) {
      for (int at = Math.max(0, x - margin); at <= Math.min(width - 1, x + margin); at++) {
        set(at, row);
      }
    }
  }

  void set(int x, int y) {
    bits[y * stride + (x >> 6)] |= 1L << (x & 63);
  }

  boolean get(int x, int y) {
    return (bits[y * stride + (x >> 6)] >>> (x & 63) & 1) != 0;
  }

  /** Whether another bitmap at a position would lie outside or on occupied pixels. */
  boolean collides(Bitmap other, int x, int y) {
    if (x < 0 || y < 0 || x + other.width > width || y + other.height > height) {
      return true;
    }
    int shift = x & 63;
    for (int row = 0; row < other.height; row++) {
      int from = (y + row) * stride + (x >> 6);
      for (int i = 0; i < other.stride; i++) {
        long part = other.bits[row * other.stride + i];
        if ((bits[from + i] & part << shift) != 0) {
          return true;
        }
        if (shift != 0
            && part >>> 64 - shift != 0
            && (bits[from + i + 1] & part >>> 64 - shift) != 0) {
          return true;
        }
      }
    }
    return false;
  }

  /** Occupies the pixels of another bitmap at a free position. */
  void take(Bitmap other, int x, int y) {
    for (int row = 0; row < other.height; row++) {
      for (int at = 0; at < other.width; at++) {
        if (other.get(at, row)) {
          set(x + at, y + row);
        }
      }
    }
  }

  int count() {
    int count = 0;
    for (long part : bits) {
      count += Long.bitCount(part);
    }
    return count;
  }
}
