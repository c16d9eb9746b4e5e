package firesteel.jupyter;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;

/**
 * Draws the kernel's logo, a flint struck by a steel: the one drawing behind the SVG and the PNGs
 * that are committed as resources. Run {@code main} with the resource folder to write them again.
 */
final class LogoDrawing {
  /** A closed polygon on a field of 64 by 64. */
  private record Facet(int colour, double... points) {}

  /** A bent bar: a quadratic curve with round ends. */
  private record Bar(int colour, double width, double... points) {}

  private static final List<Facet> FLINT =
      List.of(
          new Facet(0x2f3640, 4, 58, 2, 42, 14, 30, 30, 34, 36, 48, 26, 60),
          new Facet(0x4b5563, 14, 30, 30, 34, 22, 44, 8, 46, 2, 42),
          new Facet(0x6b7280, 14, 30, 30, 34, 22, 37),
          new Facet(0x3a424e, 22, 44, 36, 48, 26, 60, 18, 52));

  private static final List<Bar> STEEL =
      List.of(
          new Bar(0x8a94a3, 7, 58, 8, 30, 6, 40, 26),
          new Bar(0x8a94a3, 7, 40, 26, 46, 38, 60, 34),
          new Bar(0xc3cad4, 2, 57, 7, 32, 6.5, 40, 24.5));

  private static final List<Facet> SPARK =
      List.of(
          new Facet(
              0xe25a1c, 33, 12, 36, 22, 46, 17, 40, 27, 51, 31, 40, 34, 44, 45, 35, 38, 29, 48, 28,
              37, 17, 39, 25, 31, 16, 24, 28, 25),
          new Facet(
              0xffb02e, 33, 20, 35, 26, 41, 24, 37, 30, 42, 33, 36, 33, 37, 39, 33, 34, 28, 38, 30,
              32, 24, 30, 31, 28));

  private LogoDrawing() {}

  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    Files.writeString(folder.resolve("logo-svg.svg"), svg());
    for (int size : new int[] {32, 64}) {
      ImageIO.write(
          png(size), "png", folder.resolve("logo-%dx%d.png".formatted(size, size)).toFile());
    }
  }

  static String svg() {
    StringBuilder svg =
        new StringBuilder(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"64\" height=\"64\""
                + " viewBox=\"0 0 64 64\">\n");
    FLINT.forEach(facet -> svg.append(svg(facet)));
    STEEL.forEach(
        bar ->
            svg.append(
                String.format(
                    Locale.ROOT,
                    "<path d=\"M%s %sQ%s %s %s %s\" fill=\"none\" stroke=\"#%06x\""
                        + " stroke-width=\"%s\" stroke-linecap=\"round\"/>\n",
                    bar.points[0],
                    bar.points[1],
                    bar.points[2],
                    bar.points[3],
                    bar.points[4],
                    bar.points[5],
                    bar.colour,
                    bar.width)));
    SPARK.forEach(facet -> svg.append(svg(facet)));
    return svg.append("</svg>\n").toString();
  }

  private static String svg(Facet facet) {
    StringBuilder points = new StringBuilder();
    for (int i = 0; i < facet.points.length; i += 2) {
      points.append(i == 0 ? "" : " ").append(facet.points[i]).append(',');
      points.append(facet.points[i + 1]);
    }
    return String.format(
        Locale.ROOT, "<polygon points=\"%s\" fill=\"#%06x\"/>\n", points, facet.colour);
  }

  static BufferedImage png(int size) {
    BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    g.scale(size / 64.0, size / 64.0);
    FLINT.forEach(facet -> fill(g, facet));
    for (Bar bar : STEEL) {
      Path2D path = new Path2D.Double();
      path.moveTo(bar.points[0], bar.points[1]);
      path.quadTo(bar.points[2], bar.points[3], bar.points[4], bar.points[5]);
      g.setColor(new Color(bar.colour));
      g.setStroke(
          new BasicStroke((float) bar.width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
      g.draw(path);
    }
    SPARK.forEach(facet -> fill(g, facet));
    g.dispose();
    return image;
  }

  private static void fill(Graphics2D g, Facet facet) {
    Path2D path = new Path2D.Double();
    path.moveTo(facet.points[0], facet.points[1]);
    for (int i = 2; i < facet.points.length; i += 2) {
      path.lineTo(facet.points[i], facet.points[i + 1]);
    }
    path.closePath();
    g.setColor(new Color(facet.colour));
    g.fill(path);
  }
}
