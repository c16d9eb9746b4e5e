package firesteel.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import firesteel.api.display.MimeBundle;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FigureTest {
  @Test
  void a_figure_is_plotlys_json() {
    Figure figure =
        new Figure(
            List.of(Map.of("type", "bar", "x", List.of("a", "b"), "y", new double[] {1, 2.5})),
            Map.of("title", Map.of("text", "Income")),
            List.of(Map.of("name", "2001")));

    MimeBundle bundle = FigureBundle.of(figure);

    assertThat(bundle.data().get("application/vnd.plotly.v1+json"))
        .isEqualTo(
            Map.of(
                "data",
                List.of(Map.of("type", "bar", "x", List.of("a", "b"), "y", List.of(1.0, 2.5))),
                "layout",
                Map.of("title", Map.of("text", "Income")),
                "config",
                Map.of("showSendToCloud", false, "displaylogo", false, "typesetMath", false),
                "frames",
                List.of(Map.of("name", "2001"))));
    assertThat(bundle.text()).isEqualTo("bar chart \"Income\", 1 trace, 2 points, 1 frame");
  }

  @Test
  void what_json_has_no_form_for_is_null_or_text() {
    Figure figure =
        Figure.of(
            List.of(
                Map.of(
                    "x",
                    new Object[] {LocalDate.of(2026, 11, 22), 'c'},
                    "y",
                    new double[] {Double.NaN, Double.NEGATIVE_INFINITY},
                    "z",
                    List.of(Float.POSITIVE_INFINITY, 1L))),
            Map.of());

    @SuppressWarnings("unchecked")
    Map<String, Object> trace =
        (Map<String, Object>) ((List<?>) FigureBundle.plotly(figure).get("data")).get(0);

    assertThat(trace.get("x")).isEqualTo(List.of("2026-11-22", "c"));
    assertThat(trace.get("y")).isEqualTo(Arrays.asList(null, null));
    assertThat(trace.get("z")).isEqualTo(Arrays.asList(null, 1L));
  }

  @Test
  void a_figure_without_layout_still_has_one() {
    assertThat(FigureBundle.plotly(Figure.of(List.of(), Map.of())))
        .containsEntry("layout", Map.of())
        .doesNotContainKey("frames");
  }

  @Test
  void the_summary_names_kinds_and_counts_points() {
    Figure figure =
        Figure.of(
            List.of(
                Map.of("type", "scatter", "mode", "lines", "x", new int[] {1, 2, 3}),
                Map.of("type", "heatmap", "z", List.of(new double[] {1, 2}, new double[] {3, 4}))),
            Map.of("title", "A <b>bold</b><br>one"));

    assertThat(FigureSummary.of(figure))
        .isEqualTo("line and heatmap chart \"A bold one\", 2 traces, 7 points");
  }

  @Test
  void a_figure_does_not_change_with_the_maps_it_was_made_of() {
    Map<String, Object> layout = new HashMap<>(Map.of("title", "before"));
    Figure figure = Figure.of(List.of(), layout);

    layout.put("title", "after");

    assertThat(figure.layout()).containsEntry("title", "before");
    assertThatThrownBy(() -> figure.layout().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }
}
