package firesteel.charts.plot;

import static firesteel.charts.plot.FigureView.each;
import static firesteel.charts.plot.FigureView.figure;
import static firesteel.charts.plot.FigureView.layout;
import static firesteel.charts.plot.FigureView.subtitle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import firesteel.charts.Figure;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OtherChartsTest {
  record TraceRows(String continent, String country, Double people) {}

  private static final List<TraceRows> PARTS =
      List.of(
          new TraceRows("Europe", "Italy", 59.0),
          new TraceRows("Asia", "Japan", 125.0),
          new TraceRows("Europe", "France", 68.0),
          new TraceRows("Europe", null, 3.0),
          new TraceRows("Asia", "India", null));

  @Test
  void histograms_of_all_colours_share_round_bins() {
    Figure figure =
        figure(
            Plot.histogram(
                    Map.of(
                        "v", new double[] {0.3, 2.1, 2.2, 9.7}, "k", List.of("a", "a", "b", "b")))
                .x("v")
                .color("k")
                .bins(5));
    assertThat(each(figure, "type")).containsExactly("histogram", "histogram");
    assertThat(each(figure, "x")).containsExactly(List.of(0.3, 2.1), List.of(2.2, 9.7));
    assertThat(each(figure, "xbins.start")).containsExactly(0.0, 0.0);
    assertThat(each(figure, "xbins.size")).containsExactly(2.0, 2.0);
    assertThat(each(figure, "xbins.end")).containsExactly(10.0, 10.0);
    assertThat(layout(figure, "barmode")).isEqualTo("stack");
    assertThat(layout(figure, "yaxis.title.text")).isEqualTo("count");
  }

  @Test
  void a_histogram_takes_a_plain_array_and_one_value_alone() {
    assertThat(each(figure(Plot.histogram(new double[] {1, 2, 3})), "x"))
        .containsExactly(List.of(1.0, 2.0, 3.0));
    assertThat(each(figure(Plot.histogram(List.of(7, 7))), "xbins.size")).containsExactly(1.0);
    assertThatThrownBy(() -> Plot.histogram(List.of(1)).sum("value"))
        .hasMessageContaining("of all rows");
    assertThatThrownBy(() -> Plot.histogram(List.of(1)).logX()).hasMessageContaining("logarithm");
  }

  @Test
  void boxes_and_violins_stand_by_group_and_colour() {
    for (Plot plot : List.of(Plot.box(PARTS), Plot.violin(PARTS))) {
      Figure figure = figure(plot.x("continent").y("people").color("country"));
      assertThat(each(figure, "name")).containsExactly("Italy", "Japan", "France", "null");
      assertThat(each(figure, "y").get(1)).isEqualTo(List.of(125.0));
      assertThat(layout(figure, "xaxis.categoryarray")).isEqualTo(List.of("Europe", "Asia"));
      assertThat(layout(figure, figure.data().get(0).get("type") + "mode")).isEqualTo("group");
      assertThat(subtitle(figure)).isEqualTo("1 row without people left out");
    }
  }

  @Test
  void a_box_takes_one_column_and_years_are_groups() {
    assertThat(each(figure(Plot.box(new int[] {1, 2, 30})), "y"))
        .containsExactly(List.of(1L, 2L, 30L));
    Figure figure =
        figure(Plot.box(Map.of("year", List.of(2021, 2020), "v", List.of(1, 2))).x("year").y("v"));
    assertThat(layout(figure, "xaxis.type")).isEqualTo("category");
  }

  @Test
  void a_heat_map_has_holes_where_no_row_is() {
    Figure figure =
        figure(
            Plot.heatmap(
                    Map.of(
                        "hour", List.of(8, 7), "day", List.of("Mon", "Tue"), "n", List.of(1, -3)))
                .x("hour")
                .y("day")
                .values("n"));
    assertThat(each(figure, "x")).containsExactly(List.of(7L, 8L));
    assertThat(each(figure, "y")).containsExactly(List.of("Mon", "Tue"));
    assertThat(each(figure, "z"))
        .containsExactly(List.of(Arrays.asList(null, 1L), Arrays.asList(-3L, null)));
    assertThat(layout(figure, "yaxis.autorange")).isEqualTo("reversed");
    // Zero is in the middle of a scale with both signs.
    assertThat(layout(figure, "coloraxis.cmin")).isEqualTo(-3.0);
    assertThat(layout(figure, "coloraxis.cmax")).isEqualTo(3.0);
    assertThatThrownBy(
            () ->
                figure(
                    Plot.heatmap(Map.of("a", List.of(1, 1), "b", List.of(1, 1), "c", List.of(1, 1)))
                        .x("a")
                        .y("b")
                        .values("c")))
        .hasMessageContaining("2 rows have a = 1, b = 1");
  }

  @Test
  void rows_of_one_name_are_one_part_of_a_pie() {
    Figure figure = figure(Plot.pie(PARTS).names("continent").values("people").title("People"));
    assertThat(each(figure, "labels")).containsExactly(List.of("Europe", "Asia"));
    assertThat(each(figure, "values")).containsExactly(List.of(130.0, 125.0));
    assertThat(layout(figure, "showlegend")).isEqualTo(true);
    assertThat(subtitle(figure)).isEqualTo("1 row without people left out");
    assertThat(each(figure(Plot.pie(List.of("a", "b"), new int[] {1, -1})), "labels"))
        .containsExactly(List.of("a"));
  }

  @Test
  void sunbursts_and_treemaps_sum_up_along_the_path() {
    for (Plot plot : List.of(Plot.sunburst(PARTS), Plot.treemap(PARTS))) {
      Figure figure = figure(plot.path("continent", "country").values("people"));
      assertThat(each(figure, "labels"))
          .containsExactly(List.of("Europe", "Italy", "Asia", "Japan", "France"));
      assertThat((double[]) each(figure, "values").get(0))
          .containsExactly(130.0, 59.0, 125.0, 125.0, 68.0);
      List<?> ids = (List<?>) each(figure, "ids").get(0);
      List<?> parents = (List<?>) each(figure, "parents").get(0);
      assertThat(parents.get(0)).isEqualTo("");
      assertThat(parents.get(4)).isEqualTo(ids.get(0));
      assertThat(each(figure, "branchvalues")).containsExactly("total");
    }
  }

  @Test
  void a_map_takes_names_and_codes_and_lists_what_it_cannot_show() {
    Figure figure =
        figure(
            Plot.choropleth(
                    Map.of(
                        "where",
                        List.of("Korea, Rep.", "FRA", "Malta", "Atlantis <b>"),
                        "gini",
                        List.of(31.4, 30.7, 31.0, 99.0)))
                .country("where")
                .color("gini"));
    assertThat(each(figure, "locations")).containsExactly(List.of("KOR", "FRA"));
    assertThat(each(figure, "text")).containsExactly(List.of("South Korea", "France"));
    assertThat(each(figure, "z")).containsExactly(List.of(31.4, 30.7));
    assertThat(layout(figure, "annotations.0.text"))
        .isEqualTo("Too small for this map: Malta<br>Not known as a country: Atlantis &lt;b&gt;");
  }

  @Test
  void a_category_on_a_map_has_a_colour_and_a_legend() {
    Figure figure =
        figure(
            Plot.choropleth(Map.of("c", List.of("ITA", "JPN", "FRA"), "k", List.of("x", "y", "x")))
                .country("c")
                .color("k"));
    assertThat(each(figure, "name")).containsExactly("x", "y");
    assertThat(each(figure, "locations")).containsExactly(List.of("ITA", "FRA"), List.of("JPN"));
    assertThat(each(figure, "showlegend")).containsExactly(true, true);
  }

  @Test
  void two_names_of_one_country_are_refused_and_not_hidden() {
    assertThatThrownBy(
            () ->
                figure(
                    Plot.choropleth(Map.of("c", List.of("Turkey", "Türkiye"), "v", List.of(1, 2)))
                        .country("c")
                        .color("v")))
        .hasMessageContaining("\"Turkey\" and \"Türkiye\" are one country");
  }
}
