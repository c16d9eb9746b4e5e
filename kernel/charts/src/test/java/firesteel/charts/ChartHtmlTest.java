package firesteel.charts;

import static org.assertj.core.api.Assertions.assertThat;

import firesteel.api.display.MimeBundle;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChartHtmlTest {
  private static String html(Object... categories) {
    Figure figure =
        Figure.of(
            List.of(Map.of("type", "bar", "x", categories)),
            Map.of("title", Map.of("text", "<img src=x onerror=alert(1)></script>")));
    return (String) FigureBundle.of(figure).data().get(MimeBundle.HTML);
  }

  @Test
  void data_never_ends_the_script_or_becomes_an_element() {
    String html = html("</script><script>alert(1)</script>", "<!--", "\u2028");

    assertThat(html.split("</script>", -1)).hasSize(2);
    assertThat(html).doesNotContain("<img").doesNotContain("<!--").doesNotContain("\u2028");
  }

  @Test
  void the_same_figure_gives_the_same_html() {
    assertThat(html("a")).isEqualTo(html("a")).isNotEqualTo(html("b"));
  }

  @Test
  void a_large_figure_is_compressed() {
    assertThat(html(new Object[100_000]).length()).isLessThan(10_000);
  }

  @Test
  void nothing_is_fetched_from_the_network() {
    assertThat(html("a")).doesNotContain("http");
    assertThat(WorldMap.url()).startsWith("data:application/json;base64,").endsWith("#/");
  }

  @Test
  void maps_of_other_renderers_bring_their_borders() {
    Map<?, ?> map =
        json(Map.of("type", "choropleth", "locations", List.of("FRA"), "z", List.of(1)));
    Map<?, ?> bars = json(Map.of("type", "bar"));

    assertThat(map.get("config")).asString().contains("topojsonURL");
    assertThat(bars.get("config")).asString().doesNotContain("topojsonURL");
    assertThat(WorldMap.countries()).contains("FRA", "USA", "BRA").doesNotContain("SGP", "MLT");
  }

  private static Map<?, ?> json(Map<String, Object> trace) {
    Figure figure = Figure.of(List.of(trace), Map.of());
    return (Map<?, ?>) FigureBundle.of(figure).data().get(FigureBundle.PLOTLY);
  }
}
