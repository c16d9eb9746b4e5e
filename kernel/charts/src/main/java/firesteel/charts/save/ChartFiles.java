package firesteel.charts.save;

import firesteel.api.session.RunningCell;
import firesteel.charts.ChartPages;
import firesteel.charts.session.Figures;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Saves charts: a {@code Plot}, a {@link firesteel.charts.Figure}, or a figure of jsplot. Every
 * cell has these functions without an import; a program without a session calls them directly.
 *
 * <p>A relative path starts at {@code %pwd} in a notebook, at the process's folder elsewhere. Each
 * function returns the file's absolute path. An existing file is replaced.
 */
public final class ChartFiles {
  private static final int WIDTH = 900;
  private static final int HEIGHT = 500;

  private ChartFiles() {}

  /**
   * Saves a chart as an HTML page that contains everything it needs (3 MB), and is as interactive
   * as in the notebook.
   */
  public static Path saveHtml(Object chart, String file) throws Exception {
    return saveHtml(chart, Path.of(file));
  }

  /** Saves a chart as an HTML page; see {@link #saveHtml(Object, String)}. */
  public static Path saveHtml(Object chart, Path file) throws Exception {
    Path target = target(file);
    return Files.writeString(target, ChartPages.standalone(Figures.of(chart)));
  }

  /**
   * Saves a chart as a PNG picture of 900 by 500 units, two pixels each, unless the chart has a
   * size of its own. A headless Chromium, Chrome or Edge draws it.
   *
   * @throws BrowserException when there is no browser; says what to do
   */
  public static Path savePng(Object chart, String file) throws Exception {
    return savePng(chart, Path.of(file));
  }

  /** Saves a chart as a PNG picture; see {@link #savePng(Object, String)}. */
  public static Path savePng(Object chart, Path file) throws Exception {
    return picture(chart, file, "png");
  }

  /** Saves a chart as an SVG drawing, otherwise like {@link #savePng(Object, String)}. */
  public static Path saveSvg(Object chart, String file) throws Exception {
    return saveSvg(chart, Path.of(file));
  }

  /** Saves a chart as an SVG drawing; see {@link #saveSvg(Object, String)}. */
  public static Path saveSvg(Object chart, Path file) throws Exception {
    return picture(chart, file, "svg");
  }

  private static Path picture(Object chart, Path file, String format) throws Exception {
    Path target = target(file);
    Path browser = Browsers.find(System.getenv());
    return Files.write(
        target, BrowserPictures.draw(browser, Figures.of(chart), format, WIDTH, HEIGHT));
  }

  /** Checks the folder before a browser is started needlessly. */
  private static Path target(Path file) throws NoSuchFileException {
    Path target =
        RunningCell.current()
            .map(cell -> cell.session().workingDirectory().resolve(file))
            .orElse(file)
            .toAbsolutePath()
            .normalize();
    if (!Files.isDirectory(target.getParent())) {
      throw new NoSuchFileException(
          target.toString(), null, "there is no folder " + target.getParent());
    }
    return target;
  }
}
