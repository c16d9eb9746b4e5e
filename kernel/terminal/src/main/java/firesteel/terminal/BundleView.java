package firesteel.terminal;

import firesteel.api.display.FiresteelMetadata;
import firesteel.api.display.MimeBundle;
import firesteel.terminal.chart.TextChart;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedCharSequence;
import org.jline.utils.AttributedString;
import org.jline.utils.InfoCmp;
import org.slf4j.LoggerFactory;

/**
 * Converts a bundle to what a terminal can show: an image, a chart drawn with characters, or text
 * that fits its width. Thread-safe.
 */
final class BundleView {
  private static final String PLOTLY = "application/vnd.plotly.v1+json";
  private static final int FEW_COLOURS = 8;
  private static final String SAMPLE = "_";
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\x{80}-\\x{9f}&&[^\\n\\t]]");
  private static final char CONTROL_PICTURES = '\u2400';
  private static final char DELETE = '\u007f';

  private final Terminal terminal;
  private final boolean coloured;
  private final ChartMaker charts;
  private final TerminalImages images;

  BundleView(Terminal terminal, boolean coloured, ChartMaker charts) {
    this.terminal = terminal;
    this.coloured = coloured;
    this.charts = charts;
    images = new TerminalImages(terminal);
  }

  /**
   * Returns a bundle as text for the terminal, with a line feed at its end.
   *
   * @param mayBePicture whether an image can be written now; false above a line that is being typed
   */
  String of(MimeBundle bundle, boolean mayBePicture) {
    Optional<String> shown = mayBePicture && images.areShown() ? picture(bundle) : Optional.empty();
    if (shown.isEmpty() && bundle.data().get(PLOTLY) instanceof Map<?, ?> figure) {
      shown = drawn(figure).or(() -> page(bundle));
    }
    return shown.orElseGet(() -> text(bundle)) + "\n";
  }

  private String text(MimeBundle bundle) {
    int columns = terminal.getColumns();
    boolean isFitted = columns > 0 && !FiresteelMetadata.isWide(bundle);
    if (isFitted && bundle.layout().isPresent()) {
      return escapeControls(bundle.text(columns));
    }
    String text = escapeControls(bundle.text());
    return isFitted ? DrawnTables.fit(text, columns) : text;
  }

  /** Replaces characters that a terminal would interpret as commands by visible ones. */
  static String escapeControls(String text) {
    return CONTROL.matcher(text).replaceAll(found -> visible(found.group().charAt(0)));
  }

  private static String visible(char control) {
    if (control < ' ') {
      return String.valueOf((char) (CONTROL_PICTURES + control));
    }
    return control == DELETE ? "\u2421" : "\ufffd";
  }

  private Optional<String> picture(MimeBundle bundle) {
    try {
      if (bundle.data().get(MimeBundle.PNG) instanceof String png) {
        return Optional.of(images.of(Base64.getMimeDecoder().decode(png)));
      }
      if (bundle.data().get(PLOTLY) instanceof Map<?, ?>) {
        Optional<byte[]> png = images.interruptibly(() -> charts.picture(bundle));
        return png.isPresent() ? Optional.of(images.of(png.get())) : Optional.empty();
      }
    } catch (Exception e) {
      debug("No picture is shown", e);
    }
    return Optional.empty();
  }

  private Optional<String> drawn(Map<?, ?> figure) {
    try {
      return TextChart.of(figure, terminal.getColumns(), coloured).map(this::styled);
    } catch (RuntimeException e) {
      // A figure may have any content.
      debug("No chart is drawn", e);
      return Optional.empty();
    }
  }

  private String styled(AttributedString chart) {
    if (!coloured) {
      return chart.toString();
    }
    Integer known = terminal.getNumericCapability(InfoCmp.Capability.max_colors);
    int colours = known == null ? FEW_COLOURS : known;
    StringBuilder text = new StringBuilder();
    for (int start = 0, end; start < chart.length(); start = end) {
      end = chart.runLimit(start);
      // Only the sample gets a style: JLine writes the lines of axes in the character set of old
      // terminals.
      String sample =
          new AttributedString(SAMPLE, chart.styleAt(start))
              .toAnsi(colours, AttributedCharSequence.ForceMode.None, terminal.getPalette());
      text.append(sample.replace(SAMPLE, chart.subSequence(start, end)));
    }
    return text.toString();
  }

  private Optional<String> page(MimeBundle bundle) {
    try {
      Path page = charts.page(bundle);
      return Optional.of(
          text(bundle)
              + "\nOpen it in a browser; it is there until the shell ends: "
              + page.toUri());
    } catch (Exception e) {
      debug("No page is written", e);
      return Optional.empty();
    }
  }

  /**
   * Logs without a logger field: the first logger starts the logging library, which would delay the
   * prompt.
   */
  private static void debug(String what, Exception why) {
    LoggerFactory.getLogger(BundleView.class).debug(what, why);
  }

  boolean isColoured() {
    return coloured;
  }
}
