package firesteel.charts.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Lays out what surrounds the plot: titles, legend, margins, the names of panels, remarks below.
 */
final class ChartLayout {
  private static final int REMARK_WIDTH = 120;
  private static final int REMARK_LINE = 16;
  private static final int PANEL_HEIGHT = 240;
  private static final int MAP_HEIGHT = 480;
  private static final int HEIGHT = 450;
  private static final int CONTROLS = 84;

  /** Readable on light and on dark backgrounds. */
  private static final String MUTED = "#8a8a8a";

  private final PlotOptions options;
  private final List<Panel> panels;
  private final boolean animated;

  ChartLayout(PlotOptions options, List<Panel> panels, boolean animated) {
    this.options = options;
    this.panels = panels;
    this.animated = animated;
  }

  /**
   * Returns the layout without the parts that belong to the kind.
   *
   * @param notes shown behind the subtitle
   * @param remarks shown below the plot
   * @param legendTitle null for a chart without a legend
   */
  Map<String, Object> of(List<String> notes, List<String> remarks, String legendTitle) {
    List<String> lines = wrapped(remarks);
    List<String> under = new ArrayList<>();
    if (!options.subtitle.isEmpty()) {
      under.add(options.subtitle);
    }
    notes.forEach(note -> under.add(FigureText.escape(note)));
    int top = (options.title.isEmpty() ? 24 : 52) + (under.isEmpty() ? 0 : 24);
    int below = lines.size() * REMARK_LINE + (animated ? CONTROLS : 0);
    Map<String, Object> layout =
        FigureJson.object(
            "title", title(String.join(" · ", under)),
            "margin",
                FigureJson.object(
                    "l",
                    options.kind.isCartesian() ? 64 : 16,
                    "r",
                    24,
                    "t",
                    panels.size() > 1 || options.kind == ChartKind.PIE ? top + 22 : top,
                    "b",
                    (options.kind.isCartesian() ? 56 : 16) + below),
            "height", height() + below);
    if (options.width > 0) {
      layout.put("width", options.width);
    }
    layout.put("showlegend", legendTitle != null);
    if (legendTitle != null) {
      layout.put("legend", legend(legendTitle));
    }
    List<Object> annotations = new ArrayList<>();
    if (panels.size() > 1) {
      panels.forEach(panel -> annotations.add(panelName(panel)));
    }
    if (!lines.isEmpty()) {
      annotations.add(remark(lines));
    }
    if (!annotations.isEmpty()) {
      layout.put("annotations", annotations);
    }
    return layout;
  }

  private int height() {
    if (options.height > 0) {
      return options.height;
    }
    if (panels.size() > 1) {
      return 130 + PANEL_HEIGHT * Panel.rows(panels.size(), options.facetColumns);
    }
    return options.kind == ChartKind.CHOROPLETH ? MAP_HEIGHT : HEIGHT;
  }

  private Map<String, Object> title(String under) {
    Map<String, Object> title =
        FigureJson.object(
            "text",
            options.title,
            "font",
            FigureJson.object("size", 17, "weight", 600),
            "x",
            0,
            "xref",
            "container",
            "xanchor",
            "left",
            "y",
            1,
            "yref",
            "container",
            "yanchor",
            "top",
            "pad",
            FigureJson.object("l", 16, "t", 14));
    if (!under.isEmpty()) {
      title.put(
          "subtitle",
          FigureJson.object("text", under, "font", FigureJson.object("size", 13, "color", MUTED)));
    }
    return title;
  }

  private static Map<String, Object> legend(String title) {
    return FigureJson.object(
        "title",
        FigureJson.object("text", title, "font", FigureJson.object("size", 12)),
        "font",
        FigureJson.object("size", 12),
        "tracegroupgap",
        0,
        "x",
        1.02,
        "y",
        1,
        "xanchor",
        "left",
        "yanchor",
        "top");
  }

  private static Map<String, Object> panelName(Panel panel) {
    return FigureJson.object(
        "text",
        panel.label(),
        "showarrow",
        false,
        "xref",
        "paper",
        "yref",
        "paper",
        "x",
        panel.xDomain().get(0),
        "y",
        panel.yDomain().get(1),
        "xanchor",
        "left",
        "yanchor",
        "bottom",
        "font",
        FigureJson.object("size", 13));
  }

  private Map<String, Object> remark(List<String> lines) {
    return FigureJson.object(
        "text",
        String.join("<br>", lines),
        "align",
        "left",
        "showarrow",
        false,
        "xref",
        "paper",
        "yref",
        "paper",
        "x",
        0,
        "y",
        0,
        "xanchor",
        "left",
        "yanchor",
        "top",
        "yshift",
        animated ? -CONTROLS : -4,
        "font",
        FigureJson.object("size", 11, "color", MUTED));
  }

  /** Wraps remarks, because Plotly wraps no text; names are kept whole. */
  private static List<String> wrapped(List<String> remarks) {
    List<String> lines = new ArrayList<>();
    for (String remark : remarks) {
      StringBuilder line = new StringBuilder();
      for (String word : remark.split("(?<=,) ")) {
        if (line.length() > 0 && line.length() + word.length() > REMARK_WIDTH) {
          lines.add(line.toString());
          line.setLength(0);
        }
        line.append(line.length() == 0 ? "" : " ").append(word);
      }
      lines.add(line.toString());
    }
    return lines;
  }
}
