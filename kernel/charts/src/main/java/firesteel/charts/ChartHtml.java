package firesteel.charts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import firesteel.api.display.Html;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * Writes charts as HTML, for pages without a renderer of Plotly figures: those of nbconvert and
 * plain Jupyter. Each chart is small and refers to the library, which is in the page once,
 * anywhere.
 */
final class ChartHtml {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Figures of this size and larger are compressed, which makes them four to ten times smaller. */
  private static final int COMPRESSED_FROM = 50_000;

  private static final String START =
      "<div class=\"firesteel-chart " + Html.DATA_CLASSES + "\" data-figure=\"";
  private static final String LIBRARY = "<script>(()=>{\n";

  private ChartHtml() {}

  /**
   * Returns the HTML of a chart. Its summary is shown where no script runs, or the library is
   * missing.
   *
   * @param figure the JSON of {@link FigureBundle#plotly}
   */
  static String chart(Map<String, Object> figure, String summary) {
    String json = scriptText(figure);
    String name = name(json);
    String shown =
        json.length() < COMPRESSED_FROM
            ? json
            : '"' + ChartScripts.compressed(json.getBytes(StandardCharsets.UTF_8)) + '"';
    return START
        + name
        + "\" style=\"min-height:3em\"><div style=\"padding:0.8em;border:1px solid"
        + " var(--jp-border-color2,#bdbdbd);color:var(--jp-ui-font-color2,#616161)\">"
        + Html.escape(summary)
        + "<br><small>It is drawn by scripts, which don't run here, or whose library is gone with"
        + " the first chart's output: run the notebook's charts again. With Firesteel's extension"
        + " for JupyterLab (./firesteel install) neither matters.</small></div></div>\n"
        + "<script>(()=>{const e=document.querySelector('[data-figure=\""
        + name
        + "\"]:not([data-taken])');if(e){e.dataset.taken='';"
        + "(window.firesteelCharts=window.firesteelCharts||[]).push([e,\n"
        + shown
        + "\n]);}})()</script>\n";
  }

  /** Whether HTML is a chart, with or without the library. */
  static boolean isChart(Object html) {
    return html instanceof String text && text.startsWith(START);
  }

  static boolean hasLibrary(String chart) {
    return chart.contains(LIBRARY);
  }

  /** Returns the library, which a page needs once. */
  static String library() {
    return LIBRARY
        + ChartScripts.draw()
        + ChartScripts.page()
        + "firesteelPage('"
        + ChartScripts.compressed(ChartScripts.plotly())
        + "',\n'"
        + ChartScripts.compressed(ChartScripts.worldMap())
        + "');\n})()</script>\n";
  }

  /**
   * Returns JSON that is safe in a script: {@code <} occurs only in texts, and could end the
   * script.
   */
  static String scriptText(Map<String, Object> figure) {
    try {
      return JSON.writeValueAsString(figure)
          .replace("<", "\\u003c")
          .replace("\u2028", "\\u2028")
          .replace("\u2029", "\\u2029");
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "the figure can't be written as JSON: " + e.getOriginalMessage(), e);
    }
  }

  /**
   * Returns a name from the figure's content: the same figure has the same name in every run, so
   * that notebooks don't change needlessly.
   */
  private static String name(String json) {
    CRC32 crc = new CRC32();
    crc.update(json.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().toHexDigits((int) crc.getValue());
  }
}
