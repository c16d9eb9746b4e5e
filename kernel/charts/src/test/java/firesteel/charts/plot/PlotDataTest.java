package firesteel.charts.plot;

import static firesteel.charts.plot.FigureView.each;
import static firesteel.charts.plot.FigureView.figure;
import static firesteel.charts.plot.FigureView.layout;
import static firesteel.charts.plot.FigureView.subtitle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import firesteel.charts.Figure;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlotDataTest {
  private static final String HOSTILE = "</script><img src=x onerror=alert(1)>%{x}&amp;{y}";

  private static Map<String, Object> columns(Object... namesAndValues) {
    return FigureJson.object(namesAndValues);
  }

  @Test
  void a_missing_column_names_those_that_there_are() {
    Map<String, Object> data = columns("year", List.of(1), "income", List.of(2));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> figure(Plot.bar(data).x("year").y("incme")))
        .withMessageContaining("\"incme\"")
        .withMessageContaining("income")
        .withMessageContaining("year");
  }

  @Test
  void a_missing_part_is_asked_for() {
    Map<String, Object> data =
        columns("year", List.of(1), "income", List.of(2), "people", List.of(3));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> figure(Plot.bar(data)))
        .withMessage("a bar chart needs x: say which column it is; there are year, income, people");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> figure(Plot.bar(data).x("year")))
        .withMessage("a bar chart needs y: say which column it is, or count the rows");
  }

  @Test
  void parts_that_a_kind_does_not_have_are_refused_at_once() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Plot.pie(Map.of()).x("a"))
        .withMessage("a pie chart has no x; it has names, values, animate, facet");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Plot.line(Map.of()).stacked())
        .withMessage("stacked is for bar charts, not for a line chart");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Plot.pie(Map.of()).logY())
        .withMessageContaining("no axes");
    assertThatIllegalArgumentException().isThrownBy(() -> Plot.bar(Map.of()).limit(0));
  }

  @Test
  void columns_that_are_just_those_needed_need_no_names() {
    Map<String, Integer> counts = new LinkedHashMap<>();
    counts.put("a", 3);
    counts.put("b", 5);
    Figure figure = figure(Plot.bar(counts));
    assertThat(each(figure, "x")).containsExactly(List.of("a", "b"));
    assertThat(each(figure, "y")).containsExactly(List.of(3L, 5L));
  }

  @Test
  void what_is_no_table_is_told() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> figure(Plot.bar("text")))
        .withMessageContaining("java.lang.String is no table: a chart takes a Dataset");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> figure(Plot.bar((Object) null)))
        .withMessageStartingWith("null is no table");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> figure(Plot.bar(List.of(1, 2), List.of(1))))
        .withMessage("columns must have one length: x has 2 values, y has 1 value");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> figure(Plot.bar(List.of("a"), List.of("b"))))
        .withMessage("y of this bar chart must be numbers, and \"y\" holds text");
  }

  @Test
  void a_chart_of_fewer_rows_than_there_are_says_so() {
    int[] numbers = IntStream.range(0, 50).toArray();
    Figure figure = figure(Plot.line(numbers, numbers).limit(10).subtitle("test"));
    assertThat((List<?>) each(figure, "x").get(0)).hasSize(10);
    assertThat(subtitle(figure)).isEqualTo("test · first 10 rows");
    assertThat(subtitle(figure(Plot.line(numbers, numbers).limit(50)))).isEmpty();
    int[] zeros = new int[Plot.DEFAULT_LIMIT + 1];
    assertThat(subtitle(figure(Plot.line(zeros, zeros)))).isEqualTo("first 10,000 rows");
    assertThat(subtitle(figure(Plot.bar(columns("x", zeros)).x("x").count())))
        .isEqualTo("count of the first 10,000 rows only, there are more");
  }

  @Test
  void no_rows_are_an_empty_chart() {
    Figure figure = figure(Plot.bar(columns("x", List.of(), "y", List.of())).x("x").y("y"));
    assertThat(subtitle(figure)).isEqualTo("no rows");
    Map<String, Object> nulls = columns("x", List.of(1), "y", Collections.singletonList(null));
    assertThat(subtitle(figure(Plot.bar(nulls).x("x").y("y"))))
        .isEqualTo("1 row without y left out");
  }

  @Test
  void a_thousand_categories_all_have_a_place_and_too_many_series_are_told() {
    List<String> names = IntStream.range(0, 1000).mapToObj(i -> "category " + i).toList();
    int[] values = IntStream.range(0, 1000).toArray();
    Figure bars = figure(Plot.bar(names, values));
    assertThat(layout(bars, "xaxis.categoryarray")).isEqualTo(names);

    Figure colors = figure(Plot.scatter(columns("n", names, "v", values)).x("v").y("v").color("n"));
    assertThat(colors.data()).hasSize(100);
    assertThat(subtitle(colors)).isEqualTo("first 100 of 1,000 values of n");
  }

  @Test
  void data_is_never_taken_for_markup_or_placeholders() {
    Map<String, Object> data =
        columns(HOSTILE, List.of(HOSTILE), "v", List.of(1), "k", List.of(HOSTILE));
    List<Figure> figures =
        List.of(
            figure(Plot.bar(data).x(HOSTILE).y("v").color("k").hover(HOSTILE)),
            figure(Plot.scatter(data).x("v").y("v").color("k").hoverName(HOSTILE).facet("k")),
            figure(Plot.pie(data).names(HOSTILE).values("v")),
            figure(Plot.treemap(data).path(HOSTILE, "k").values("v")),
            figure(Plot.histogram(data).x(HOSTILE).color("k")),
            figure(Plot.heatmap(data).x(HOSTILE).y("k").values("v")),
            figure(Plot.choropleth(data).country(HOSTILE).color("v").animate("k")));
    for (Figure figure : figures) {
      List<String> texts = new ArrayList<>();
      collect(figure.layout(), texts);
      figure
          .data()
          .forEach(
              trace -> {
                Map<String, Object> shown = new LinkedHashMap<>(trace);
                shown.remove("ids");
                shown.remove("parents");
                collect(shown, texts);
              });
      assertThat(texts).noneMatch(text -> text.contains("<img") || text.contains("</script"));
      assertThat(texts)
          .filteredOn(text -> text.contains("<extra>"))
          .noneMatch(text -> text.contains("onerror=alert(1)&gt;%{x}"));
      assertThat(texts).anyMatch(text -> text.contains("&lt;img src=x"));
    }
  }

  private static void collect(Object part, List<String> texts) {
    if (part instanceof Map<?, ?> map) {
      map.values().forEach(value -> collect(value, texts));
    } else if (part instanceof List<?> list) {
      list.forEach(value -> collect(value, texts));
    } else if (part instanceof String text) {
      texts.add(text);
    }
  }

  @Test
  void long_labels_are_cut_and_stay_apart() {
    String begin = "x".repeat(1_000_000);
    Figure figure = figure(Plot.bar(List.of(begin + "1", begin + "2"), List.of(1, 2)));
    List<?> labels = (List<?>) each(figure, "x").get(0);
    assertThat(labels).hasSize(2).doesNotHaveDuplicates();
    assertThat(labels).allMatch(label -> label.toString().length() < 210);
  }
}
