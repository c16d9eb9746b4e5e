package firesteel.terminal;

import firesteel.api.display.MimeBundle;
import java.nio.file.Path;
import java.util.Optional;

/** Creates pictures and pages of charts, which the shell can't create itself. */
public interface ChartMaker {
  /**
   * Returns a chart as a picture.
   *
   * @param chart a bundle that holds a Plotly figure
   * @return the bytes of a PNG; empty when no browser can draw it
   * @throws Exception when drawing fails
   */
  Optional<byte[]> picture(MimeBundle chart) throws Exception;

  /**
   * Returns a chart as a self-contained HTML page.
   *
   * @param chart a bundle that holds a Plotly figure
   * @return the file, which is deleted when the shell ends
   * @throws Exception when writing fails
   */
  Path page(MimeBundle chart) throws Exception;
}
