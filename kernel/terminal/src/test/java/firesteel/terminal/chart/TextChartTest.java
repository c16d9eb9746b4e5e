package firesteel.terminal.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jline.utils.AttributedString;
import org.junit.jupiter.api.Test;

class TextChartTest {
  private static final int COLUMNS = 51;

  private static Map<String, Object> map(Object... entries) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < entries.length; i += 2) {
      map.put((String) entries[i], entries[i + 1]);
    }
    return map;
  }

  private static String drawn(Map<?, ?> layout, Map<?, ?>... traces) {
    Map<?, ?> figure = map("data", List.of(traces), "layout", layout);
    String chart = TextChart.of(figure, COLUMNS, false).orElseThrow().toString();
    return chart.lines().map(String::stripTrailing).collect(Collectors.joining("\n"));
  }

  private static Map<String, Object> bars(String name, List<?> x, List<?> y) {
    return map("type", "bar", "name", name, "x", x, "y", y);
  }

  private static Map<String, Object> titled(String title) {
    return map("title", map("text", title));
  }

  @Test
  void groups_of_bars_are_named_and_their_values_aligned() {
    Map<?, ?> layout =
        map(
            "title",
            map("text", "<b>Average income</b>"),
            "xaxis",
            titled("continent"),
            "yaxis",
            map("title", map("text", "income"), "separatethousands", true),
            "legend",
            titled("year"));
    List<String> continents = List.of("Africa", "Europe");
    assertThat(
            drawn(
                layout,
                bars("2022", continents, List.of(2310, 36_100)),
                bars("2023", continents, List.of(2420, 35_900))))
        .isEqualTo(
            """
            Average income
            continent year income
            Africa    2022  2,310 █▊
                      2023  2,420 ▓▓
            Europe    2022 36,100 ████████████████████████████
                      2023 35,900 ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓""");
  }

  @Test
  void stacked_bars_are_parts() {
    assertThat(
            drawn(
                map("barmode", "stack"),
                bars("now", List.of("a", "b"), List.of(1, 2)),
                bars("then", List.of("a", "b"), List.of(3, 2))))
        .isEqualTo(
            """
            █ now  ▓ then
            a 4 ████████████▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓
            b 4 ███████████████████████▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓""");
  }

  @Test
  void negative_missing_long_and_wide_are_in_their_place() {
    List<String> names = List.of("日本語", "a name that goes on and on and on", "tiny", "none");
    assertThat(drawn(map(), bars("", names, Arrays.asList(5.5, -3.25, 0.001, null))))
        .isEqualTo(
            """
            日本語                           5.500     ██████▉
            a name that goes on and on and… -3.250 ████
            tiny                             0.001     ▏
            none""");
  }

  @Test
  void an_emoji_of_several_characters_is_one_picture() {
    String family = "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67";
    String heart = "\u2764\uFE0F";
    List<String> names = List.of(family, heart, "e\u0301te\u0301");
    assertThat(
            drawn(map(), bars("", names, List.of(1, 2, 3))).lines().map(line -> line.split("█")[0]))
        .containsExactly(family + "  1 ", heart + "  2 ", "e\u0301te\u0301 3 ");
  }

  @Test
  void what_would_move_the_cursor_is_left_out() {
    assertThat(drawn(map(), bars("", List.of("\u001b[2Ja\r\nb\u009bc"), List.of(1))))
        .startsWith("[2Ja b c 1 █");
  }

  @Test
  void a_pie_has_percentages() {
    Map<?, ?> pie =
        map("type", "pie", "labels", List.of("walked", "by bike"), "values", List.of(10, 30));
    assertThat(drawn(titled("Ways"), pie))
        .isEqualTo(
            """
            Ways
            by bike  75.0 % 30 ███████████████████████████████
            walked   25.0 % 10 ██████████▍""");
  }

  @Test
  void a_histogram_counts_in_the_figures_ranges() {
    Map<?, ?> bins = map("start", 0.0, "end", 10.0, "size", 2.0);
    Map<?, ?> trace =
        map("type", "histogram", "x", Arrays.asList(1.0, 2.0, 2.5, 9.0, null), "xbins", bins);
    assertThat(drawn(map("xaxis", titled("value")), trace))
        .isEqualTo(
            """
            value   count
             0 –  2     1 ██████████████████
             2 –  4     2 ████████████████████████████████████
             4 –  6     0
             6 –  8     0
             8 – 10     1 ██████████████████""");
  }

  @Test
  void a_histogram_without_ranges_makes_some() {
    Random random = new Random(1);
    List<Double> values = random.doubles(100_000, -2, 2).boxed().toList();
    String drawn = drawn(map(), map("type", "histogram", "x", values));
    assertThat(drawn.lines()).hasSizeBetween(6, 20);
    assertThat(drawn).contains(" 0.0 –  0.5 12,");
  }

  @Test
  void a_line_goes_from_point_to_point_and_leaves_gaps() {
    Map<?, ?> line =
        map(
            "type",
            "scatter",
            "mode",
            "lines",
            "x",
            List.of(0, 1, 2, 3, 4),
            "y",
            Arrays.asList(0, 2, null, 1, 2));
    Map<?, ?> layout = map("xaxis", titled("day"), "yaxis", titled("apples"));
    assertThat(drawn(layout, line))
        .isEqualTo(
            """
            apples
            2.0 ┤          ⢰⠁                              ⢀⠎
                │         ⢀⠇                              ⡠⠃
                │         ⡜                              ⡔⠁
                │        ⢰⠁                            ⢠⠊
            1.5 ┤       ⢀⠇                            ⡰⠁
                │       ⡜                           ⢀⠜
                │      ⡸                           ⢠⠊
            1.0 ┤     ⢠⠃                         ⢀⡰⠁
                │     ⡎
                │    ⡸
                │   ⢠⠃
            0.5 ┤   ⡎
                │  ⡜
                │ ⢰⠁
                │⢀⠇
            0.0 ┤⡜
                └┬──────────┬──────────┬─────────┬──────────┬
                 0          1          2         3          4
                                     day""");
  }

  @Test
  void dates_have_ticks_that_suit_them() {
    List<String> days = List.of("2026-01-01", "2026-02-01", "2026-03-15", "2026-04-01");
    Map<?, ?> line = map("type", "scatter", "x", days, "y", List.of(1, 2, 3, 2));
    String drawn = drawn(map(), line);
    assertThat(drawn).contains("2026-01", "2026-02", "2026-03", "2026-04");
    assertThat(drawn.lines()).hasSize(20).allMatch(text -> text.length() < COLUMNS);
  }

  @Test
  void times_of_a_day_are_ticks_too() {
    List<String> times =
        List.of("2026-01-01T10:00:00.000Z", "2026-01-01 11:00", "2026-01-01T12:00:00+02:00");
    assertThat(drawn(map(), map("type", "scatter", "x", times, "y", List.of(1, 2, 3))))
        .contains("10:00", "11:00", "12:00");
  }

  @Test
  void a_hundred_thousand_points_are_drawn_in_twenty_lines() {
    Random random = new Random(1);
    List<Double> values = random.doubles(100_000).boxed().toList();
    Map<?, ?> points = map("type", "scatter", "mode", "markers", "x", values, "y", values);
    assertThat(drawn(map("title", "Many"), points).lines()).hasSize(20);
    List<Integer> places = IntStream.range(0, 100_000).boxed().toList();
    assertThat(drawn(map(), bars("", places, values)).lines()).hasSize(20);
  }

  @Test
  void many_categories_are_counted_where_they_dont_fit() {
    List<String> names = IntStream.range(0, 100).mapToObj(i -> "c" + i).toList();
    List<Integer> values = IntStream.range(0, 100).boxed().toList();
    assertThat(drawn(map(), bars("", names, values)).lines())
        .hasSize(20)
        .last()
        .isEqualTo("… and 81 more");
  }

  @Test
  void a_box_shows_quartiles_whiskers_and_outliers() {
    List<Object> values = new ArrayList<>(IntStream.rangeClosed(0, 20).boxed().toList());
    values.add(40);
    values.add(null);
    assertThat(drawn(map(), map("type", "box", "name", "people", "y", values)).lines().findFirst())
        .hasValueSatisfying(line -> assertThat(line).matches("people ├─+█+┃█+─+┤ +·"));
  }

  @Test
  void what_has_no_data_says_so() {
    assertThat(drawn(titled("Nothing"), bars("", List.of(), List.of())))
        .isEqualTo("Nothing\nno data");
    assertThat(drawn(map(), bars("", List.of("a"), Arrays.asList((Object) null))))
        .isEqualTo("no data");
  }

  @Test
  void panels_are_drawn_below_each_other() {
    Map<?, ?> layout = map("annotations", List.of(map("text", "Africa"), map("text", "Europe")));
    Map<?, ?> first = map("type", "scatter", "y", List.of(1, 2));
    Map<?, ?> second = map("type", "scatter", "y", List.of(2, 1), "xaxis", "x2", "yaxis", "y2");
    assertThat(drawn(layout, first, second).lines())
        .contains("Africa", "Europe")
        .hasSizeLessThan(24);
  }

  @Test
  void an_animation_shows_its_first_frame() {
    Map<String, Object> figure =
        map("data", List.of(bars("", List.of("a"), List.of(1))), "frames", List.of(map(), map()));
    assertThat(TextChart.of(figure, 80, false).orElseThrow().toString())
        .endsWith("the first of 2 frames");
  }

  @Test
  void colours_are_those_of_the_figure() {
    Map<String, Object> trace = bars("", List.of("a"), List.of(1));
    trace.put("marker", map("color", "#0072B2"));
    Map<?, ?> figure = map("data", List.of(trace));
    AttributedString drawn = TextChart.of(figure, 80, true).orElseThrow();
    assertThat(drawn.toAnsi()).contains("\u001b[").contains("█");
    assertThat(drawn.styleAt(4).toAnsi()).isEqualTo("38;2;0;114;178");
  }

  @Test
  void other_kinds_are_left_to_the_page() {
    for (String type : List.of("choropleth", "treemap", "sunburst", "heatmap", "surface")) {
      assertThat(TextChart.of(map("data", List.of(map("type", type))), 80, false))
          .as(type)
          .isEmpty();
    }
    assertThat(TextChart.of(map(), 80, false)).isEmpty();
  }
}
