package firesteel.magics.charts;

import static org.assertj.core.api.Assertions.assertThat;

import firesteel.api.completion.Completion;
import firesteel.api.completion.Completion.Match;
import firesteel.charts.Figure;
import firesteel.charts.session.ChartsExtension;
import firesteel.testkit.MagicCase;
import firesteel.testkit.TestSessionBuilder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChartMagicTest extends MagicCase {
  @Override
  protected TestSessionBuilder configure(TestSessionBuilder builder) {
    return builder.extension(new ChartsExtension());
  }

  @BeforeEach
  void makeData() {
    value(
        """
        var sales = new java.util.LinkedHashMap<String, Object>();
        sales.put("year", java.util.List.of(2020, 2020, 2021));
        sales.put("Average income", new double[] {1, 3, 8});
        sales.put("region", java.util.List.of("north", "south", "north"));
        """);
  }

  private Figure drawn(String line) {
    value(line);
    return session().output(session().executionCount()) instanceof Figure figure
        ? figure
        : org.junit.jupiter.api.Assertions.fail(line + " gave no figure");
  }

  private List<String> completed(String typed) {
    Completion completion = session().complete(typed, typed.length());
    return completion.matches().stream()
        .map(Match::text)
        .map(text -> typed.substring(0, completion.start()) + text)
        .toList();
  }

  @Test
  void a_line_draws_what_the_builder_draws() {
    Figure figure =
        drawn(
            "%chart bar sales --x year --y \"Average income\" --color region --stacked"
                + " --title \"By region\" --y-title USD --height 300 --y-range 0,10");
    assertThat(figure.data())
        .extracting(trace -> trace.get("name"))
        .containsExactly("north", "south");
    assertThat(figure.data().get(0).get("y")).isEqualTo(List.of(1.0, 8.0));
    assertThat(figure.layout()).containsEntry("barmode", "relative").containsEntry("height", 300);
    assertThat((Map<?, ?>) figure.layout().get("title")).extracting("text").isEqualTo("By region");
    assertThat((Map<?, ?>) figure.layout().get("yaxis"))
        .extracting("range")
        .isEqualTo(List.of(0.0, 10.0));
  }

  @Test
  void rows_are_combined_as_told() {
    assertThat(drawn("%chart bar sales --x year --mean \"Average income\"").data().get(0).get("y"))
        .isEqualTo(List.of(2.0, 8.0));
    assertThat(drawn("%chart bar sales --x region --count").data().get(0).get("y"))
        .isEqualTo(List.of(2L, 1L));
    assertThat(refusal("%chart bar sales --x year --count --sum year")).contains("only one of");
  }

  @Test
  void data_may_be_an_expression_and_columns_a_list() {
    Figure figure =
        drawn(
            "%chart line 'java.util.Map.of(\"t\", new int[] {1}, \"a\", new int[] {2}, \"b\", new int[] {3})'"
                + " --x t --y a,b");
    assertThat(figure.data()).extracting(trace -> trace.get("name")).containsExactly("a", "b");
    for (String data :
        List.of(
            "java.util.Map.of(\"t\", new int[] {1}, \"--a b\", new int[] {2})",
            "\"java.util.Map.of(\\\"t\\\", new int[] {1}, \\\"--a b\\\", new int[] {2})\"")) {
      Figure drawn = drawn("%chart line " + data + " --x t --y \"--a b\" --title One");
      assertThat(drawn.data()).hasSize(1);
      assertThat((Map<?, ?>) drawn.layout().get("title")).extracting("text").isEqualTo("One");
    }
    assertThat(drawn("%chart bar true ? sales : null --x year --count").data()).hasSize(1);
  }

  @Test
  void a_chart_is_saved_as_its_name_tells() throws Exception {
    assertThat(printed("%chart bar sales --x region --count --save out.html"))
        .isEqualTo("saved " + folder.resolve("out.html") + "\n");
    assertThat(folder.resolve("out.html")).content().contains("<html", "north");
    assertThat(refusal("%chart bar sales --x region --count --save out.xls"))
        .contains(".html, .png or .svg, not out.xls");
  }

  @Test
  void errors_say_what_there_is() {
    assertThat(refusal("%chart bat sales --x year"))
        .startsWith("there is no chart \"bat\"; did you mean bar?")
        .contains("choropleth");
    assertThat(refusal("%chart bar sales --x yaer --y region"))
        .contains("no column \"yaer\"", "year", "Average income");
    assertThat(refusal("%chart pie sales --x year")).contains("a pie chart has no x");
    assertThat(refusal("%chart bar 5 --x a --y b")).contains("no table", "a Dataset");
    assertThat(refusal("%chart bar sales --x year --count --y-range 1"))
        .isEqualTo("--y-range takes two numbers: --y-range 0,100");
    assertThat(refusal("%chart bar")).contains("DATA", "Usage: %chart [OPTIONS] KIND DATA");
  }

  @Test
  void kinds_variables_and_columns_are_completed() {
    assertThat(completed("%chart b")).containsExactly("%chart bar", "%chart bubble", "%chart box");
    assertThat(completed("%chart bar sal")).containsExactly("%chart bar sales");
    assertThat(completed("%chart bar sales --x y")).containsExactly("%chart bar sales --x year");
    assertThat(completed("%chart bar sales --y Av"))
        .containsExactly("%chart bar sales --y \"Average income\"");
    assertThat(completed("%chart bar sales --y \"Av"))
        .containsExactly("%chart bar sales --y \"Average income\"");
    assertThat(completed("%chart line sales --y year,re"))
        .containsExactly("%chart line sales --y year,region");
    assertThat(completed("%chart bar nothing --x ")).isEmpty();
  }
}
