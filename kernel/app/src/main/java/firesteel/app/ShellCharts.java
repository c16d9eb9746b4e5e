package firesteel.app;

import firesteel.api.display.MimeBundle;
import firesteel.charts.Figure;
import firesteel.charts.save.BrowserException;
import firesteel.charts.save.ChartFiles;
import firesteel.charts.session.Figures;
import firesteel.terminal.ChartMaker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.commons.io.FileUtils;
import org.slf4j.LoggerFactory;

/**
 * Writes the shell's charts to files, in a folder that only this user can read and that is deleted
 * when the process ends.
 */
final class ShellCharts implements ChartMaker {
  private Path folder;
  private int count;
  private boolean withoutBrowser;

  @Override
  public synchronized Optional<byte[]> picture(MimeBundle chart) throws Exception {
    if (withoutBrowser) {
      return Optional.empty();
    }
    Path file = next("png");
    try {
      ChartFiles.savePng(figure(chart), file);
      return Optional.of(Files.readAllBytes(file));
    } catch (BrowserException e) {
      withoutBrowser = true;
      LoggerFactory.getLogger(ShellCharts.class).debug("No chart is drawn as a picture", e);
      return Optional.empty();
    } finally {
      Files.deleteIfExists(file);
    }
  }

  @Override
  public synchronized Path page(MimeBundle chart) throws Exception {
    return ChartFiles.saveHtml(figure(chart), next("html"));
  }

  private static Figure figure(MimeBundle chart) {
    return Figures.ofBundle(chart).orElseThrow();
  }

  private Path next(String ending) throws IOException {
    if (folder == null) {
      folder = Files.createTempDirectory("firesteel-charts-");
      // A hook, since signals end the shell too.
      Runtime.getRuntime().addShutdownHook(new Thread(this::delete, "delete-charts"));
    }
    count++;
    return folder.resolve("chart-" + count + "." + ending);
  }

  private synchronized void delete() {
    FileUtils.deleteQuietly(folder.toFile());
  }
}
