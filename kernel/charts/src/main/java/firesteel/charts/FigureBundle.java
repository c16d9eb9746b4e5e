package firesteel.charts;

import firesteel.engine.display.MimeBundle;
import java.util.LinkedHashMap;
import java.util.Map;

/** A figure in the forms that front ends can show. */
final class FigureBundle {
  /** Plotly's own type, which its renderers for JupyterLab and VS Code know. */
  static final String PLOTLY = "application/vnd.plotly.v1+json";

  private FigureBundle() {}

  static MimeBundle of(Figure figure) {
    return MimeBundle.text(FigureSummary.of(figure)).with(PLOTLY, plotly(figure));
  }

  /** What the type's renderers expect; a layout is always there, or some of them fail. */
  static Map<String, Object> plotly(Figure figure) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("data", PlainJson.ofList(figure.data()));
    json.put("layout", PlainJson.ofMap(figure.layout()));
    // Not responsive: in JupyterLab charts collapse at the first resize with it.
    json.put("config", Map.of("showSendToCloud", false, "displaylogo", false));
    if (!figure.frames().isEmpty()) {
      json.put("frames", PlainJson.ofList(figure.frames()));
    }
    return json;
  }
}
