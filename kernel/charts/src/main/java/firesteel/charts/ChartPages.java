package firesteel.charts;

import firesteel.api.display.Html;
import java.util.Map;

/** Writes whole HTML pages of one chart each. */
public final class ChartPages {
  /** The beginning of the body of a page of {@link #picture}; the picture follows. */
  public static final String PICTURE = "picture:";

  /** The beginning of the body when the picture could not be made; the reason follows. */
  public static final String FAILURE = "failure:";

  private ChartPages() {}

  /** Returns a page that contains everything it needs and draws the chart as wide as its window. */
  public static String standalone(Figure figure) {
    String summary = FigureSummary.of(figure);
    String title = FigureSummary.title(figure.layout());
    return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        + "<meta name=\"viewport\" content=\"width=device-width\">\n<title>"
        + Html.escape(title.isEmpty() ? summary : title)
        + "</title>\n<style>body{margin:1em;background:#fff;font-family:sans-serif}</style>\n"
        + "</head>\n<body>\n"
        + ChartHtml.chart(FigureBundle.plotly(figure), summary)
        + ChartHtml.library()
        + "</body>\n</html>\n";
  }

  /**
   * Returns a page that draws a chart and then contains only its picture: {@link #PICTURE} and a
   * data address, or {@link #FAILURE} and the reason, URI-encoded.
   *
   * @param format png or svg
   * @param plotly the address of the library
   * @param width in pixels, unless the figure has a width of its own
   * @param height in pixels, unless the figure has a height of its own
   */
  public static String picture(Figure figure, String format, String plotly, int width, int height) {
    return "<!DOCTYPE html>\n<html>\n<head>\n<meta charset=\"utf-8\">\n<script src=\""
        + Html.escape(plotly)
        + "\"></script>\n</head>\n<body>\n<div id=\"chart\" style=\"width:"
        + width
        + "px\"></div>\n<script>\n"
        + ChartScripts.draw()
        + "const end = text => { document.body.textContent = text; };\n"
        + "const figure = "
        + ChartHtml.scriptText(sized(figure, width, height))
        + ";\nconst element = document.getElementById('chart');\n"
        + "firesteelDraw(Plotly, element, figure, '"
        + WorldMap.url()
        + "').then(() => Plotly.toImage(element, {format: '"
        + format
        + "', width: element._fullLayout.width, height: element._fullLayout.height, scale: 2}))\n"
        + ".then(url => end('"
        + PICTURE
        + "' + url)).catch(error => end('"
        + FAILURE
        + "' + encodeURIComponent(error.message || error)));\n</script>\n</body>\n</html>\n";
  }

  private static Map<String, Object> sized(Figure figure, int width, int height) {
    Map<String, Object> json = FigureBundle.plotly(figure);
    Map<String, Object> layout = PlainJson.ofMap((Map<?, ?>) json.get("layout"));
    layout.putIfAbsent("width", width);
    layout.putIfAbsent("height", height);
    json.put("layout", layout);
    return json;
  }

  /** Returns Plotly's library as a page loads it. */
  public static byte[] library() {
    return ChartScripts.plotly();
  }
}
