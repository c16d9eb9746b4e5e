package firesteel.charts.plot;

import static firesteel.charts.plot.FigureView.at;
import static firesteel.charts.plot.FigureView.each;
import static firesteel.charts.plot.FigureView.figure;
import static firesteel.charts.plot.FigureView.layout;
import static firesteel.charts.plot.FigureView.subtitle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import firesteel.charts.Figure;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PointChartsTest {
  record Sale(int year, String region, Double amount) {}

  private static final List<Sale> SALES =
      List.of(
          new Sale(2021, "south", 4.5),
          new Sale(2021, "north", 3.0),
          new Sale(2020, "south", 2.0),
          new Sale(2020, "north", 1.0));

  @Test
  void bars_stand_beside_each_other_by_colour_in_the_order_of_the_rows() {
    Figure figure = figure(Plot.bar(SALES).x("year").y("amount").color("region").title("Sales"));

    assertThat(each(figure, "type")).containsExactly("bar", "bar");
    assertThat(each(figure, "name")).containsExactly("south", "north");
    assertThat(each(figure, "x")).containsExactly(List.of(2021L, 2020L), List.of(2021L, 2020L));
    assertThat(each(figure, "y")).containsExactly(List.of(4.5, 2.0), List.of(3.0, 1.0));
    assertThat(each(figure, "marker.color")).doesNotHaveDuplicates().hasSize(2);
    assertThat(layout(figure, "barmode")).isEqualTo("group");
    assertThat(layout(figure, "title.text")).isEqualTo("Sales");
    assertThat(layout(figure, "legend.title.text")).isEqualTo("region");
    assertThat(layout(figure, "xaxis.title.text")).isEqualTo("year");
    assertThat(figure.frames()).isEmpty();
  }

  @Test
  void bars_are_stacked_when_told_to() {
    Figure figure = figure(Plot.bar(SALES).x("year").y("amount").color("region").stacked());
    assertThat(layout(figure, "barmode")).isEqualTo("relative");
  }

  @Test
  void rows_that_share_a_bar_need_to_be_told_how() {
    assertThatThrownBy(() -> figure(Plot.bar(SALES).x("year").y("amount")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2 rows have year = 2021")
        .hasMessageContaining("sum, mean, median");
  }

  @Test
  void aggregates_combine_the_numbers_of_a_place_and_say_so_on_the_axis() {
    assertThat(measured(Plot.bar(SALES).x("year").sum("amount"))).containsExactly(7.5, 3.0);
    assertThat(measured(Plot.bar(SALES).x("year").mean("amount"))).containsExactly(3.75, 1.5);
    assertThat(measured(Plot.bar(SALES).x("year").median("amount"))).containsExactly(3.75, 1.5);
    assertThat(measured(Plot.bar(SALES).x("year").min("amount"))).containsExactly(3.0, 1.0);
    assertThat(measured(Plot.bar(SALES).x("year").max("amount"))).containsExactly(4.5, 2.0);
    assertThat(measured(Plot.bar(SALES).x("year").count())).containsExactly(2L, 2L);
    Figure mean = figure(Plot.bar(SALES).x("year").mean("amount"));
    assertThat(layout(mean, "yaxis.title.text")).isEqualTo("mean of amount");
    assertThat(layout(mean, "showlegend")).isEqualTo(false);
  }

  private static List<Object> measured(Plot plot) {
    return new ArrayList<>((List<?>) each(figure(plot), "y").get(0));
  }

  @Test
  void horizontal_bars_have_the_first_category_on_top() {
    Figure figure =
        figure(Plot.bar(List.of("a", "b"), new double[] {1, 2}).horizontal().xTitle("letter"));
    assertThat(each(figure, "orientation")).containsExactly("h");
    assertThat(each(figure, "y")).containsExactly(List.of("a", "b"));
    assertThat(each(figure, "x")).containsExactly(List.of(1.0, 2.0));
    assertThat(layout(figure, "yaxis.autorange")).isEqualTo("reversed");
    assertThat(layout(figure, "yaxis.title.text")).isEqualTo("letter");
  }

  @Test
  void lines_go_from_left_to_right_whatever_the_order_of_the_rows() {
    Figure figure = figure(Plot.line(SALES).x("year").y("amount").color("region"));
    assertThat(each(figure, "x")).containsExactly(List.of(2020L, 2021L), List.of(2020L, 2021L));
    assertThat(each(figure, "y")).containsExactly(List.of(2.0, 4.5), List.of(1.0, 3.0));
  }

  @Test
  void null_and_nan_are_gaps_in_a_line() {
    Figure figure =
        figure(Plot.line(new int[] {1, 2, 3, 4}, Arrays.asList(1.0, null, Double.NaN, 4.0)));
    assertThat(each(figure, "y")).containsExactly(Arrays.asList(1.0, null, null, 4.0));
    assertThat(each(figure, "connectgaps")).containsExactly(false);
    assertThat(subtitle(figure)).isEmpty();
  }

  @Test
  void points_without_a_place_are_left_out_and_counted() {
    Figure figure =
        figure(
            Plot.scatter(
                    Arrays.asList(1.0, null, 3.0, Double.POSITIVE_INFINITY, 5.0),
                    Arrays.asList(1.0, 2.0, Double.NaN, 4.0, 5.0))
                .xTitle("time"));
    assertThat(each(figure, "x")).containsExactly(List.of(1.0, 5.0));
    assertThat(subtitle(figure)).isEqualTo("2 rows without x left out · 1 row without y left out");
  }

  @Test
  void several_columns_of_y_are_a_line_each() {
    Map<String, Object> columns =
        Map.of("t", new int[] {1, 2}, "apples", List.of(3, 4), "pears", List.of(5, 6));
    Figure figure = figure(Plot.line(columns).x("t").y("apples", "pears"));
    assertThat(each(figure, "name")).containsExactly("apples", "pears");
    assertThat(each(figure, "y")).containsExactly(List.of(3L, 4L), List.of(5L, 6L));
    assertThatThrownBy(() -> figure(Plot.line(columns).x("t").y("apples", "pears").color("t")))
        .hasMessageContaining("leave out color");
  }

  @Test
  void a_number_as_the_colour_of_points_is_a_scale_and_as_that_of_bars_a_legend() {
    Figure points = figure(Plot.scatter(SALES).x("year").y("amount").color("amount"));
    assertThat(points.data()).hasSize(1);
    assertThat(each(points, "marker.color")).containsExactly(List.of(4.5, 3.0, 2.0, 1.0));
    assertThat(layout(points, "coloraxis.cmin")).isEqualTo(1.0);
    assertThat(layout(points, "coloraxis.colorbar.title.text")).isEqualTo("amount");

    Figure bars = figure(Plot.bar(SALES).x("region").y("amount").color("year"));
    assertThat(each(bars, "name")).containsExactly("2020", "2021");
  }

  @Test
  void the_area_of_a_bubble_is_its_size() {
    record City(String name, double lat, double lon, long people) {}
    Figure figure =
        figure(
            Plot.bubble(List.of(new City("Bern", 46.9, 7.4, 134_000), new City("X", 1, 1, -5)))
                .x("lon")
                .y("lat")
                .size("people")
                .hoverName("name"));
    assertThat(each(figure, "marker.size")).containsExactly(List.of(134_000L));
    assertThat(each(figure, "marker.sizemode")).containsExactly("area");
    assertThat(each(figure, "customdata.0.0")).containsExactly("Bern");
    assertThat(each(figure, "hovertemplate").get(0).toString())
        .startsWith("<b>%{customdata[0]}</b><br>")
        .contains("people: %{customdata[1]:,d}");
    assertThat(subtitle(figure)).contains("1 row with a negative people left out");
  }

  @Test
  void dates_have_an_axis_of_dates_and_texts_that_look_like_numbers_one_of_categories() {
    Figure dates = figure(Plot.line(List.of(LocalDate.of(2026, 1, 31)), List.of(1)));
    assertThat(layout(dates, "xaxis.type")).isEqualTo("date");
    assertThat(each(dates, "x")).containsExactly(List.of("2026-01-31"));
    Figure texts = figure(Plot.bar(List.of("10", "9"), List.of(1, 2)));
    assertThat(layout(texts, "xaxis.type")).isEqualTo("category");
    assertThat(layout(texts, "xaxis.categoryarray")).isEqualTo(List.of("10", "9"));
  }

  @Test
  void years_have_no_thousands_separator_and_amounts_have_one() {
    Figure figure = figure(Plot.bar(List.of(2020, 2021), List.of(1_000_000, 2_500_000)));
    assertThat(each(figure, "hovertemplate"))
        .containsExactly("x: %{x:d}<br>y: %{y:,d}<extra></extra>");
    assertThat(layout(figure, "xaxis.separatethousands")).isEqualTo(false);
    assertThat(layout(figure, "yaxis.separatethousands")).isEqualTo(true);
    assertThat(layout(figure, "xaxis.dtick")).isEqualTo(1);
  }

  @Test
  void a_logarithmic_axis_leaves_out_what_it_has_no_place_for() {
    Figure figure =
        figure(Plot.scatter(new int[] {1, 2, 3}, new double[] {0, 10, 100}).logY().yRange(1, 1000));
    assertThat(layout(figure, "yaxis.type")).isEqualTo("log");
    assertThat(layout(figure, "yaxis.range")).isEqualTo(List.of(0.0, 3.0));
    assertThat(each(figure, "y")).containsExactly(List.of(10.0, 100.0));
    assertThat(subtitle(figure)).contains("1 row left out: a logarithmic axis");
  }

  @Test
  void rows_without_a_colour_are_grey_and_last() {
    Figure figure =
        figure(
            Plot.scatter(
                    Map.of(
                        "x", List.of(1, 2), "y", List.of(1, 2), "kind", Arrays.asList(null, "a")))
                .x("x")
                .y("y")
                .color("kind"));
    assertThat(each(figure, "name")).containsExactly("a", "null");
    assertThat(at(figure.data().get(1), "marker.color")).isEqualTo(Palette.GREY);
  }
}
