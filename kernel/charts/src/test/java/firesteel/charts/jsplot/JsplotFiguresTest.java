package firesteel.charts.jsplot;

import static org.assertj.core.api.Assertions.assertThat;

import firesteel.charts.Figure;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.plotly.api.AreaPlot;
import tech.tablesaw.plotly.api.BoxPlot;
import tech.tablesaw.plotly.api.BubblePlot;
import tech.tablesaw.plotly.api.CandlestickPlot;
import tech.tablesaw.plotly.api.ContourPlot;
import tech.tablesaw.plotly.api.Heatmap;
import tech.tablesaw.plotly.api.Histogram;
import tech.tablesaw.plotly.api.Histogram2D;
import tech.tablesaw.plotly.api.HorizontalBarPlot;
import tech.tablesaw.plotly.api.LinePlot;
import tech.tablesaw.plotly.api.OHLCPlot;
import tech.tablesaw.plotly.api.ParetoPlot;
import tech.tablesaw.plotly.api.PiePlot;
import tech.tablesaw.plotly.api.QQPlot;
import tech.tablesaw.plotly.api.QuantilePlot;
import tech.tablesaw.plotly.api.Scatter3DPlot;
import tech.tablesaw.plotly.api.ScatterPlot;
import tech.tablesaw.plotly.api.TimeSeriesPlot;
import tech.tablesaw.plotly.api.TukeyMeanDifferencePlot;
import tech.tablesaw.plotly.api.VerticalBarPlot;
import tech.tablesaw.plotly.api.ViolinPlot;
import tech.tablesaw.plotly.components.Axis;
import tech.tablesaw.plotly.components.Font;
import tech.tablesaw.plotly.components.Layout;
import tech.tablesaw.plotly.components.Page;
import tech.tablesaw.plotly.traces.BarTrace;
import tech.tablesaw.plotly.traces.ScatterTrace;

class JsplotFiguresTest {
  private static final Table TABLE =
      Table.create(
          "data",
          StringColumn.create("kind", "a", "b", "a", "c"),
          StringColumn.create("colour", "red", "red", "blue", "blue"),
          DateColumn.create(
              "day",
              LocalDate.of(2026, 1, 1),
              LocalDate.of(2026, 1, 2),
              LocalDate.of(2026, 1, 3),
              LocalDate.of(2026, 1, 4)),
          DoubleColumn.create("x", 1, 2, 3, 4),
          DoubleColumn.create("y", 2, Double.NaN, 3, 5),
          DoubleColumn.create("z", 1, 4, 9, 16),
          DoubleColumn.create("w", 5, 6, 7, 8));

  static Stream<Arguments> kinds() {
    return Stream.of(
        kind("scatter", AreaPlot.create("Chart", TABLE, "x", "z")),
        kind("box", BoxPlot.create("Chart", TABLE, "kind", "x")),
        kind("scatter", BubblePlot.create("Chart", TABLE, "x", "z", "w")),
        kind("scatter", BubblePlot.create("Chart", TABLE, "x", "z", "w", "kind")),
        kind("candlestick", CandlestickPlot.create("Chart", TABLE, "day", "x", "w", "x", "z")),
        kind("contour", ContourPlot.create("Chart", TABLE, "kind", "colour")),
        kind("heatmap", Heatmap.create("Chart", TABLE, "kind", "colour")),
        kind("histogram", Histogram.create("Chart", TABLE, "x")),
        kind("histogram2d", Histogram2D.create("Chart", TABLE, "x", "z")),
        kind("bar", HorizontalBarPlot.create("Chart", TABLE, "kind", "x")),
        kind("scatter", LinePlot.create("Chart", TABLE, "x", "y")),
        kind("ohlc", OHLCPlot.create("Chart", TABLE, "day", "x", "w", "x", "z")),
        kind("bar", ParetoPlot.createVertical("Chart", TABLE, "kind", "x")),
        kind("pie", PiePlot.create("Chart", TABLE, "kind", "x")),
        kind("scatter", QQPlot.create("Chart", TABLE, "x", "z")),
        kind("scatter", QuantilePlot.create("Chart", TABLE, "x")),
        kind("scatter3d", Scatter3DPlot.create("Chart", TABLE, "x", "y", "z")),
        kind("scatter3d", Scatter3DPlot.create("Chart", TABLE, "x", "y", "z", "kind")),
        kind("scatter", ScatterPlot.create("Chart", TABLE, "x", "y")),
        kind("scatter", ScatterPlot.create("Chart", TABLE, "x", "y", "kind")),
        kind("scatter", TimeSeriesPlot.create("Chart", TABLE, "day", "x")),
        kind("scatter", TukeyMeanDifferencePlot.create("Chart", "m", TABLE, "x", "z")),
        kind("bar", VerticalBarPlot.create("Chart", TABLE, "kind", "x")),
        kind("bar", VerticalBarPlot.create("Chart", TABLE, "kind", Layout.BarMode.GROUP, "x", "z")),
        kind("violin", ViolinPlot.create("Chart", TABLE, "kind", "x", true, true)));
  }

  private static Arguments kind(String type, tech.tablesaw.plotly.components.Figure figure) {
    return Arguments.of(type, figure);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void every_kind_becomes_a_plotly_figure_with_its_title_and_no_size(
      String type, tech.tablesaw.plotly.components.Figure jsplot) {
    Figure figure = JsplotFigures.read(jsplot);

    assertThat(figure.data()).isNotEmpty();
    assertThat(figure.data().get(0)).containsEntry("type", type);
    assertThat(figure.layout()).extractingByKey("title").isEqualTo(Map.of("text", "Chart"));
    assertThat(figure.layout()).doesNotContainKeys("width", "height");
  }

  @Test
  void titles_are_as_the_user_wrote_them() {
    String text = "C:\\dir's \"50%\" & more\nover two lines";

    Figure figure =
        JsplotFigures.read(
            new tech.tablesaw.plotly.components.Figure(
                Layout.builder(text, text).build(),
                BarTrace.builder(new String[] {"a"}, new double[] {1}).name(text).build()));

    assertThat(figure.layout().get("title")).isEqualTo(Map.of("text", text));
    assertThat(figure.layout().get("xaxis")).isEqualTo(Map.of("title", Map.of("text", text)));
    assertThat(figure.data().get(0)).containsEntry("name", text);
  }

  @Test
  void the_titles_font_goes_into_the_title() {
    Figure figure =
        JsplotFigures.read(
            new tech.tablesaw.plotly.components.Figure(
                Layout.builder()
                    .title("T")
                    .titleFont(Font.builder().size(20).build())
                    .xAxis(
                        Axis.builder().title("X").titleFont(Font.builder().size(9).build()).build())
                    .build(),
                BarTrace.builder(new String[] {"a"}, new double[] {1}).build()));

    assertThat(figure.layout()).doesNotContainKey("titlefont");
    assertThat(figure.layout().get("title")).asString().contains("text=T").contains("size=20");
    assertThat(figure.layout().get("xaxis").toString()).contains("text=X").contains("size=9");
  }

  @Test
  void a_size_that_the_user_chose_stays() {
    Figure figure =
        JsplotFigures.read(
            new tech.tablesaw.plotly.components.Figure(
                Layout.builder().width(300).height(200).build(),
                BarTrace.builder(new String[] {"a"}, new double[] {1}).build()));

    assertThat(figure.layout()).containsEntry("width", 300).containsEntry("height", 200);
  }

  @Test
  void missing_numbers_are_there_to_be_left_out() {
    Figure figure = JsplotFigures.read(ScatterPlot.create("Chart", TABLE, "x", "y"));

    assertThat(figure.data().get(0).get("y")).isEqualTo(Arrays.asList(2.0, null, 3.0, 5.0));
  }

  @Test
  void data_that_looks_like_a_tag_is_text() {
    Figure figure =
        JsplotFigures.read(
            new tech.tablesaw.plotly.components.Figure(
                BarTrace.builder(
                        new String[] {"<img src=x onerror=alert(1)>", "'</script>' \\ \""},
                        new double[] {1, 2})
                    .build()));

    assertThat(figure.data().get(0).get("x"))
        .isEqualTo(List.of("&lt;img src=x onerror=alert(1)>", "'&lt;/script>' \\ \""));
  }

  @Test
  void a_figure_without_layout_and_a_page_are_read_too() {
    tech.tablesaw.plotly.components.Figure plain =
        new tech.tablesaw.plotly.components.Figure(
            ScatterTrace.builder(new double[] {1}, new double[] {2}).build());

    assertThat(JsplotFigures.read(plain).layout()).isEmpty();
    assertThat(JsplotFigures.read(Page.pageBuilder(plain, "target").build()).data()).hasSize(1);
  }
}
