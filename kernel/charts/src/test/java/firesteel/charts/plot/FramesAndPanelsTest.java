package firesteel.charts.plot;

import static firesteel.charts.plot.FigureView.at;
import static firesteel.charts.plot.FigureView.each;
import static firesteel.charts.plot.FigureView.figure;
import static firesteel.charts.plot.FigureView.layout;
import static org.assertj.core.api.Assertions.assertThat;

import firesteel.charts.Figure;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FramesAndPanelsTest {
  record Row(String team, int year, String half, Integer points) {}

  private static final List<Row> ROWS =
      List.of(
          new Row("red", 2021, "first", 40),
          new Row("red", 2020, "first", 10),
          new Row("blue", 2020, "second", 20));

  @Test
  void each_year_is_a_frame_in_order_with_all_series() {
    Figure figure = figure(Plot.bar(ROWS).x("team").y("points").color("half").animate("year"));

    assertThat(figure.frames().stream().map(frame -> frame.get("name")))
        .containsExactly("2020", "2021");
    assertThat(each(figure, "x")).containsExactly(List.of("red"), List.of("blue"));
    assertThat(at(figure.frames(), "1.data.0.y")).isEqualTo(List.of(40L));
    // The second series has nothing in 2021, and keeps its place.
    assertThat(at(figure.frames(), "1.data.1.y")).isEqualTo(Arrays.asList((Object) null));
    assertThat(at(figure.frames(), "1.traces")).isEqualTo(List.of(0, 1));
    assertThat(at(figure.frames(), "1.data.0.marker")).isNull();
  }

  @Test
  void axes_hold_for_all_frames() {
    Figure figure = figure(Plot.bar(ROWS).x("team").y("points").animate("year"));
    assertThat(layout(figure, "yaxis.range")).isEqualTo(List.of(0.0, 42.0));
    assertThat(layout(figure, "xaxis.range")).isEqualTo(List.of(-0.5, 1.5));
  }

  @Test
  void stacks_hold_for_all_frames_too() {
    List<Row> rows = List.of(new Row("a", 1, "x", 5), new Row("b", 1, "x", 5), ROWS.get(0));
    Figure figure =
        figure(Plot.bar(rows).x("half").y("points").color("team").stacked().animate("year"));
    assertThat(layout(figure, "yaxis.range")).isEqualTo(List.of(0.0, 42.0));
  }

  @Test
  void a_slider_and_two_buttons_play_the_frames() {
    Figure figure = figure(Plot.bar(ROWS).x("team").y("points").animate("year"));
    assertThat(layout(figure, "sliders.0.currentvalue.prefix")).isEqualTo("year: ");
    assertThat(layout(figure, "sliders.0.steps.1.label")).isEqualTo("2021");
    assertThat(layout(figure, "sliders.0.steps.1.args.0")).isEqualTo(List.of("2021"));
    assertThat(layout(figure, "updatemenus.0.buttons.0.label")).isEqualTo("▶");
    assertThat(layout(figure, "updatemenus.0.buttons.0.args.1.fromcurrent")).isEqualTo(true);
  }

  @Test
  void a_map_is_animated_with_one_scale_for_all_frames() {
    Figure figure =
        figure(
            Plot.choropleth(
                    Map.of(
                        "c", List.of("ITA", "ITA"), "v", List.of(1, 9), "y", List.of(2020, 2021)))
                .country("c")
                .color("v")
                .animate("y"));
    assertThat(at(figure.frames(), "1.data.0.z")).isEqualTo(List.of(9L));
    assertThat(layout(figure, "coloraxis.cmin")).isEqualTo(1.0);
    assertThat(layout(figure, "coloraxis.cmax")).isEqualTo(9.0);
    assertThat(layout(figure, "updatemenus.0.buttons.0.args.1.frame.redraw")).isEqualTo(true);
  }

  @Test
  void one_frame_is_no_animation() {
    Figure figure = figure(Plot.bar(ROWS.subList(0, 1)).x("team").y("points").animate("year"));
    assertThat(figure.frames()).isEmpty();
    assertThat(layout(figure, "sliders")).isNull();
  }

  @Test
  void panels_share_their_axes_and_one_legend() {
    Figure figure = figure(Plot.scatter(ROWS).x("year").y("points").color("team").facet("half"));
    assertThat(each(figure, "xaxis")).containsExactly("x", "x", "x2", "x2");
    assertThat(layout(figure, "xaxis2.matches")).isEqualTo("x");
    assertThat(layout(figure, "yaxis2.matches")).isEqualTo("y");
    assertThat(layout(figure, "yaxis2.showticklabels")).isEqualTo(false);
    assertThat(layout(figure, "annotations.0.text")).isEqualTo("first");
    assertThat(layout(figure, "annotations.1.text")).isEqualTo("second");
    // Each series is in the legend once, where it first has points.
    assertThat(each(figure, "showlegend")).containsExactly(true, false, false, true);
    assertThat(each(figure, "legendgroup")).containsExactly("red", "blue", "red", "blue");
  }

  @Test
  void panels_stand_in_rows_of_as_many_as_wanted() {
    Map<String, Object> data =
        Map.of("k", List.of("a", "b", "c"), "v", List.of(1, 2, 3), "n", List.of("x", "x", "x"));
    Figure figure = figure(Plot.pie(data).names("n").values("v").facet("k").facetColumns(2));
    assertThat(figure.data()).hasSize(3);
    assertThat(at(figure.data().get(2), "domain.x"))
        .isEqualTo(at(figure.data().get(0), "domain.x"));
    assertThat((Double) at(figure.data().get(2), "domain.y.1"))
        .isLessThan((Double) at(figure.data().get(0), "domain.y.0"));
  }
}
