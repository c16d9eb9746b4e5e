package firesteel.charts;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Properties;
import java.util.zip.GZIPOutputStream;

/** Provides the scripts that draw charts, and the data they need: a chart loads nothing else. */
final class ChartScripts {
  private static final String WEB_JAR =
      "/META-INF/maven/org.webjars.npm/plotly.js-dist/pom.properties";

  private ChartScripts() {}

  /** Returns Plotly's library, 11 MB of text. */
  static byte[] plotly() {
    try (InputStream in = ChartScripts.class.getResourceAsStream(WEB_JAR)) {
      Properties jar = new Properties();
      jar.load(in);
      return read(
          "/META-INF/resources/webjars/plotly.js-dist/"
              + jar.getProperty("version")
              + "/plotly.js");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the borders of the world's countries, as Plotly's maps read them (topojson). */
  static byte[] worldMap() {
    return read("world_110m.json");
  }

  /** Returns the script that defines {@code firesteelDraw}. */
  static String draw() {
    return text("draw.js");
  }

  /**
   * Returns the script that defines {@code firesteelPage}, which draws the charts of a page; needs
   * {@link #draw}.
   */
  static String page() {
    return text("page.js");
  }

  /** Returns the script that registers the renderer with JupyterLab; needs {@link #draw}. */
  static String remoteEntry() {
    return text("remote-entry.js");
  }

  private static String text(String name) {
    return new String(read(name), StandardCharsets.UTF_8);
  }

  private static byte[] read(String name) {
    try (InputStream in = ChartScripts.class.getResourceAsStream(name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns bytes as text that a script inflates: gzip, then base64. */
  static String compressed(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 4);
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Base64.getEncoder().encodeToString(out.toByteArray());
  }
}
