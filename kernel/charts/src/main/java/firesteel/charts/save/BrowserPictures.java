package firesteel.charts.save;

import firesteel.api.process.ProcessTree;
import firesteel.charts.ChartPages;
import firesteel.charts.Figure;
import java.io.File;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.apache.commons.io.FileUtils;

/**
 * Draws figures in a headless browser. The browser gets a profile of its own and no network, and
 * ends with the picture.
 */
final class BrowserPictures {
  private static final Duration TIMEOUT = Duration.ofMinutes(2);
  private static final String PNG = "data:image/png;base64,";
  private static final String SVG = "data:image/svg+xml,";

  private BrowserPictures() {}

  /**
   * Draws a figure and returns the bytes of a picture file.
   *
   * @param format png or svg
   * @throws BrowserException when the browser could not draw it
   */
  static byte[] draw(Path browser, Figure figure, String format, int width, int height)
      throws IOException {
    Path folder = Files.createTempDirectory("firesteel-picture-");
    try {
      Files.write(folder.resolve("plotly.js"), ChartPages.library());
      Path page = folder.resolve("chart.html");
      Files.writeString(page, ChartPages.picture(figure, format, "plotly.js", width, height));
      return picture(body(run(browser, folder, page), folder));
    } finally {
      FileUtils.deleteDirectory(folder.toFile());
    }
  }

  private static Path run(Path browser, Path folder, Path page) throws IOException {
    File output = folder.resolve("page.txt").toFile();
    List<String> command = new ArrayList<>();
    command.add(browser.toString());
    command.addAll(
        List.of(
            "--headless=new",
            "--no-first-run",
            "--disable-gpu",
            "--enable-unsafe-swiftshader", // Without it 3D charts stay empty.
            "--disable-dev-shm-usage",
            "--disable-extensions",
            "--disable-background-networking",
            "--disable-component-update",
            "--host-resolver-rules=MAP * ~NOTFOUND",
            "--user-data-dir=" + folder.resolve("profile"),
            "--virtual-time-budget=" + TIMEOUT.toMillis(),
            "--dump-dom"));
    if ("root".equals(System.getProperty("user.name"))) {
      command.add("--no-sandbox"); // It refuses to run as root otherwise.
    }
    command.add(page.toUri().toString());
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectInput(new File("/dev/null"))
            .redirectOutput(output)
            .redirectError(folder.resolve("log.txt").toFile());
    try (ProcessTree tree = ProcessTree.start(builder)) {
      if (tree.waitFor(TIMEOUT).isEmpty()) {
        throw new BrowserException(
            browser + " did not draw the chart within " + TIMEOUT.toSeconds() + " s.");
      }
      return output.toPath();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while " + browser + " drew the chart");
    }
  }

  private static String body(Path dumped, Path folder) throws IOException {
    String page = Files.readString(dumped);
    int start = page.indexOf("<body>");
    int end = page.lastIndexOf("</body>");
    if (start < 0 || end < start) {
      throw new BrowserException("The browser ended without a picture: " + lastLine(folder));
    }
    return page.substring(start + "<body>".length(), end).strip();
  }

  private static String lastLine(Path folder) throws IOException {
    List<String> lines =
        Files.readString(folder.resolve("log.txt")).lines().filter(s -> !s.isBlank()).toList();
    return lines.isEmpty() ? "it says nothing." : lines.get(lines.size() - 1);
  }

  private static byte[] picture(String body) throws BrowserException {
    if (body.startsWith(ChartPages.PICTURE + PNG)) {
      return Base64.getDecoder().decode(body.substring((ChartPages.PICTURE + PNG).length()));
    }
    if (body.startsWith(ChartPages.PICTURE + SVG)) {
      return decode(body.substring((ChartPages.PICTURE + SVG).length()))
          .getBytes(StandardCharsets.UTF_8);
    }
    throw new BrowserException(
        body.startsWith(ChartPages.FAILURE)
            ? "The chart could not be drawn: " + decode(body.substring(ChartPages.FAILURE.length()))
            : "The browser did not draw the chart.");
  }

  /** Decodes as JavaScript's decodeURIComponent does: a plus stays one. */
  private static String decode(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
