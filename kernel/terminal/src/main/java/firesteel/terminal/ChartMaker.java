package firesteel.terminal;

import firesteel.api.display.MimeBundle;
import java.nio.file.Path;
import java.util.Optional;

/** Makes the forms of a chart that the shell has no means for itself. */
public interface ChartMaker {
  /**
   * A chart as a picture.
   *
   * @param chart a bundle that holds a Plotly figure
   * @return the bytes of a PNG; empty when there is nothing that can draw it
   * @throws Exception why it could not be drawn
   */
  Optional<byte[]> picture(MimeBundle chart) throws Exception;

  /**
   * A chart as an HTML page that holds all that it needs.
   *
   * @param chart a bundle that holds a Plotly figure
   * @return the file, which is there as long as the shell
   * @throws Exception why it could not be written
   */
  Path page(MimeBundle chart) throws Exception;
}
