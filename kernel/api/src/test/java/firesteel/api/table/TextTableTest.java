package firesteel.api.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import firesteel.api.display.MimeBundle;
import firesteel.api.display.TextWidth;
import firesteel.api.table.TextTable.Alignment;
import firesteel.api.table.TextTable.Column;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextTableTest {
  private static final String COMBINING = "e\u0301te\u0301";
  private static final String FAMILY =
      "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67\u200D\uD83D\uDC66";
  private static final String FLAG = "\uD83C\uDDE8\uD83C\uDDED";
  private static final String SKIN_TONE = "\uD83D\uDC4D\uD83C\uDFFD";
  private static final String EMOJI_PRESENTATION = "\u2764\uFE0F";

  /** Tests text whose width differs from its number of characters. */
  private static final List<String> UNUSUAL =
      List.of(
          "日本",
          "|日本|",
          COMBINING,
          FAMILY,
          FLAG,
          SKIN_TONE,
          EMOJI_PRESENTATION,
          "1\uFE0F\u20E3",
          "שלום 12",
          "a\u200Bb",
          "\uFEFFbom",
          "tab\there",
          "two\nlines",
          "\u001b[31mred",
          "\u202Eturned",
          "\u1112\u1161\u11AB",
          "\uFF8A\uFF9E",
          "नमस्ते",
          "plain");

  private static Column left(String name) {
    return new Column(name, Alignment.LEFT, 0);
  }

  private static Column right(String name) {
    return new Column(name, Alignment.RIGHT, 0);
  }

  private static final TextTable PEOPLE =
      new TextTable(
          List.of(left("name"), left("remark"), right("age")),
          List.of(
              List.of("Ada", "a remark of thirty characters.", "36"),
              List.of("Bob", "short", "12345")),
          "2 rows");

  private static List<String> drawn(String text) {
    return text.lines().filter(line -> line.matches("[|+].*")).toList();
  }

  @Test
  void is_drawn_as_wide_as_it_is() {
    assertThat(PEOPLE.text())
        .isEqualTo(
            """
            +----+------------------------------+-----+
            |name|remark                        |  age|
            +----+------------------------------+-----+
            |Ada |a remark of thirty characters.|   36|
            |Bob |short                         |12345|
            +----+------------------------------+-----+
            2 rows""");
    assertThat(PEOPLE.fit(43)).isEqualTo(PEOPLE.text());
    assertThat(PEOPLE.fit(80)).isEqualTo(PEOPLE.text());
  }

  @Test
  void long_values_are_cut_before_columns_are_folded() {
    assertThat(PEOPLE.fit(40))
        .isEqualTo(
            """
            +----+--------------------+-----+
            |name|remark              |  age|
            +----+--------------------+-----+
            |Ada |a remark of thirty …|   36|
            |Bob |short               |12345|
            +----+--------------------+-----+
            2 rows""");
  }

  @Test
  void columns_that_do_not_fit_are_folded_and_named() {
    assertThat(PEOPLE.fit(30))
        .isEqualTo(
            """
            +----+--------------------+
            |name|remark              |
            +----+--------------------+
            |Ada |a remark of thirty …|
            |Bob |short               |
            +----+--------------------+
            column 3
            +-----+
            |  age|
            +-----+
            |   36|
            |12345|
            +-----+
            2 rows""");
  }

  @Test
  void wide_characters_take_no_border_with_them() {
    TextTable table =
        new TextTable(
            List.of(left("city"), left("remark"), right("n")),
            List.of(
                List.of("|日本|", "東京は日本の首都です、人口は多い。", "1"), List.of(FAMILY, "x".repeat(30), "2")),
            "");
    assertThat(table.fit(40))
        .isEqualTo(
            """
            +------+--------------------+-+
            |city  |remark              |n|
            +------+--------------------+-+
            ||日本||東京は日本の首都で… |1|
            |%s    |xxxxxxxxxxxxxxxxxxx…|2|
            +------+--------------------+-+"""
                .formatted(FAMILY));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 20, 40, 80, 400})
  void every_line_is_as_wide_as_its_border_and_fits(int width) {
    List<Column> columns =
        IntStream.range(0, UNUSUAL.size())
            .mapToObj(i -> i % 2 == 0 ? left(UNUSUAL.get(i)) : right(UNUSUAL.get(i)))
            .toList();
    List<String> turned = new ArrayList<>(UNUSUAL);
    Collections.reverse(turned);
    List<String> repeated = UNUSUAL.stream().map(text -> text.repeat(12)).toList();
    TextTable table = new TextTable(columns, List.of(UNUSUAL, turned, repeated), "");
    int border = 0;
    for (String line : drawn(table.fit(width))) {
      border = line.startsWith("+") ? line.length() : border;
      assertThat(TextWidth.of(line)).as(line).isEqualTo(border);
    }
    assertThat(border).isPositive();
    assertThat(table.fit(width).lines().filter(line -> line.startsWith("+")))
        .allMatch(line -> line.length() <= Math.max(3, width));
  }

  @Test
  void unusual_characters_stand_in_line_at_full_width_too() {
    TextTable table =
        new TextTable(
            List.of(left("text"), right("text")),
            UNUSUAL.stream().map(text -> List.of(text, text)).toList(),
            "");
    assertThat(drawn(table.text()).stream().map(TextWidth::of).distinct()).hasSize(1);
    assertThat(drawn(table.text())).hasSize(UNUSUAL.size() + 4);
  }

  @Test
  void no_cell_moves_the_cursor_or_turns_its_neighbours() {
    TextTable table =
        new TextTable(
            List.of(left("a\tb")), List.of(List.of("x\ny\u001b[2J"), List.of("\u202Eabc")), "");
    assertThat(table.text()).contains("|a b    |", "|x↵y\uFFFD[2J|", "|\uFFFDabc   |");
    TextTable hebrew = new TextTable(List.of(left("n")), List.of(List.of("שלום")), "");
    assertThat(hebrew.text()).contains("|שלום\u200E|");
  }

  @Test
  void rows_have_a_text_for_each_column() {
    assertThatThrownBy(() -> new TextTable(List.of(left("a")), List.of(List.of("1", "2")), ""))
        .hasMessage("a row has 2 texts for 1 columns");
  }

  @Test
  void a_table_without_columns_or_rows_is_drawn_too() {
    assertThat(new TextTable(List.of(), List.of(), "").fit(1)).isEqualTo("+\n|\n+\n+");
    assertThat(new TextTable(List.of(right("a")), List.of(), "0 rows").text())
        .isEqualTo("+-+\n|a|\n+-+\n+-+\n0 rows");
  }

  @Test
  void the_bundle_of_a_table_is_laid_out_for_any_width() {
    Table table =
        Table.of(List.of("city", "people"), List.of(List.of("日本橋".repeat(10), 1_000_000)));
    for (MimeBundle bundle :
        List.of(table.toBundle(), table.toBundle(1, "one"), table.toWholeBundle())) {
      assertThat(bundle.text()).contains("|city" + " ".repeat(56) + "| people|");
      assertThat(bundle.text(40))
          .contains("|city                | people|\n", "|日本橋日本橋日本橋… |1000000|\n");
      assertThat(bundle.data().get(MimeBundle.HTML)).asString().contains("日本橋".repeat(10));
      assertThat(bundle.data()).containsOnlyKeys(MimeBundle.TEXT, MimeBundle.HTML);
      assertThat(bundle.metadata()).isEmpty();
    }
  }

  @Test
  void another_text_has_no_layout() {
    MimeBundle bundle = PEOPLE.toBundle();
    assertThat(bundle.with(MimeBundle.TEXT, "two people").text(10)).isEqualTo("two people");
    assertThat(bundle.withMetadata("a", 1).withHtml("b").text(40)).isEqualTo(PEOPLE.fit(40));
    assertThat(MimeBundle.text("as it is").text(3)).isEqualTo("as it is");
  }
}
