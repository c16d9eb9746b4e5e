package firesteel.charts;

import firesteel.api.display.MimeBundle;
import java.util.LinkedHashMap;
import java.util.Map;

/** Provides a figure in the MIME types that frontends can show. */
public final class FigureBundle {
  /** Plotly's own MIME type, which its renderers for JupyterLab and VS Code support. */
  public static final String PLOTLY = "application/vnd.plotly.v1+json";

  private FigureBundle() {}

  /** Returns all types; the HTML still lacks the library, of which a notebook needs only one. */
  public static MimeBundle of(Figure figure) {
    String summary = FigureSummary.of(figure);
    Map<String, Object> json = plotly(figure);
    return MimeBundle.text(summary)
        .with(MimeBundle.HTML, ChartHtml.chart(json, summary))
        .with(PLOTLY, WorldMap.isNeededBy(figure) ? withMap(json) : json);
  }

  /** Adds the map for other renderers than Firesteel's: they would fetch it from the network. */
  private static Map<String, Object> withMap(Map<String, Object> json) {
    Map<String, Object> config =
        new LinkedHashMap<>(PlainJson.ofMap((Map<?, ?>) json.get("config")));
    config.put("topojsonURL", WorldMap.url());
    Map<String, Object> more = new LinkedHashMap<>(json);
    more.put("config", config);
    return more;
  }

  /** Returns what the type's renderers expect; a layout is always there, or some of them fail. */
  static Map<String, Object> plotly(Figure figure) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("data", PlainJson.ofList(figure.data()));
    json.put("layout", PlainJson.ofMap(figure.layout()));
    // Not responsive: in JupyterLab charts collapse at the first resize with it. No typesetting:
    // where MathJax is in the page, dollar signs in data would become formulas.
    json.put(
        "config", Map.of("showSendToCloud", false, "displaylogo", false, "typesetMath", false));
    if (!figure.frames().isEmpty()) {
      json.put("frames", PlainJson.ofList(figure.frames()));
    }
    return json;
  }
}
