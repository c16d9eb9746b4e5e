package firesteel.api.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The one HTML form of all tables; {@code test_tables.py} looks at it in a browser. */
class HtmlTableTest {
  private static Table table(int rows, Object... values) {
    List<Table.Column> columns =
        IntStream.range(0, values.length).mapToObj(i -> new Table.Column("c" + i, "t")).toList();
    return new Table(columns, Collections.nCopies(rows, Arrays.asList(values)), rows);
  }

  private static String cell(Object value) {
    String html = new HtmlTable(table(1, value), 1).draw();
    return html.substring(html.indexOf("<td"), html.indexOf("</tr></tbody>"));
  }

  @Test
  void null_empty_text_and_the_words_for_them_differ() {
    assertThat(cell(null)).contains("<span style=\"font-style:italic").endsWith("null</span></td>");
    assertThat(cell("null")).doesNotContain("italic").endsWith(">null</td>");
    assertThat(cell("")).contains("font-style:italic").endsWith(">&quot;&quot;</td>");
    assertThat(cell("\"\"")).doesNotContain("italic").endsWith(">&quot;&quot;</td>");
  }

  @Test
  void values_are_written_as_sql_writes_them_and_nested_ones_with_their_names() {
    assertThat(cell(LocalDateTime.of(2020, 2, 3, 4, 5, 6, 700_000_000)))
        .contains(">2020-02-03 04:05:06.7<");
    assertThat(cell(LocalDateTime.of(2020, 2, 3, 4, 5).atZone(ZoneId.of("Asia/Tokyo"))))
        .contains(">2020-02-03 04:05:00<");
    assertThat(cell(new BigDecimal("1E+3"))).contains(">1000<").contains("text-align:right");
    assertThat(cell(new byte[] {65, -1})).contains(">[41 FF]<");
    Map<String, Object> struct = new LinkedHashMap<>();
    struct.put("x", null);
    struct.put("y", List.of(Map.of("when", LocalDateTime.of(2020, 2, 3, 0, 0))));
    assertThat(cell(struct)).contains(">{x: null, y: [{when: 2020-02-03 00:00:00}]}<");
  }

  @Test
  void what_is_cut_is_whole_in_the_title_unless_it_is_enormous() {
    assertThat(cell("x".repeat(300)))
        .contains("title=\"" + "x".repeat(300) + "\">" + "x".repeat(79) + "…</td>");
    assertThat(cell("two\nlines")).contains("title=\"two\nlines\">two↵lines</td>");
    assertThat(cell("x".repeat(1_000_000)))
        .contains("… (1,000,000 characters)\" data-cut>")
        .hasSizeLessThan(11_000);
    assertThat(cell("short")).doesNotContain("title");
  }

  @Test
  void no_character_is_cut() {
    String family = "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67";
    assertThat(cell("x".repeat(75) + family + "y")).endsWith(">" + "x".repeat(75) + "…</td>");
    assertThat(cell("e\u0301".repeat(50))).endsWith(">" + "e\u0301".repeat(39) + "…</td>");
  }

  @Test
  void a_page_stays_light_whatever_the_data_is() {
    Object[] values = Collections.nCopies(50, "<".repeat(1_000_000)).toArray();
    assertThat(new HtmlTable(table(50, values), 50).draw()).hasSizeLessThan(6_000_000);
    Object[] short_ = Collections.nCopies(50, 12345).toArray();
    assertThat(new HtmlTable(table(50, short_), 50).draw()).hasSizeLessThan(150_000);
  }

  @Test
  void a_small_table_with_its_script_takes_few_kilobytes() {
    String html = new HtmlTable(table(6, "text", 1, 2.5, true, null), 50).draw();
    assertThat(html).contains("<script>").hasSizeLessThan(8_000);
    assertThat(TableScript.TEXT).hasSizeLessThan(3_600);
  }

  @Test
  void the_script_is_the_same_for_all_data_and_loads_nothing() {
    String html = new HtmlTable(table(5, "</script><script>alert(1)</script>"), 50).draw();
    assertThat(html.split("<script", -1)).hasSize(2);
    assertThat(html.split("</script", -1)).hasSize(2);
    assertThat(html).contains(TableScript.TEXT);
    assertThat(TableScript.TEXT)
        .doesNotContain("http", "fetch", "import", "innerHTML", "eval", "</", "<!", "//")
        .satisfies(text -> assertThat(text.lines()).noneMatch(String::isBlank));
  }

  @Test
  void a_table_that_is_seen_at_a_glance_needs_no_controls() {
    assertThat(new HtmlTable(table(4, 1), 50).draw()).doesNotContain("<script");
    assertThat(new HtmlTable(table(9, 1), 50).withoutControls().draw()).doesNotContain("<script");
  }

  @Test
  void colours_keep_a_name_in_them_so_that_the_sanitiser_keeps_them() {
    String html = new HtmlTable(table(5, 1), 50).columns(9).caption("<c>").draw();
    assertThat(html).contains("&lt;c&gt;");
    assertThat(html.split("<script")[0].split("var\\(--jp-[a-z0-9-]*color\\d", -1))
        .hasSizeGreaterThan(3)
        .allMatch(part -> part.startsWith("<div") || part.matches("(?s),.*(gray|white)\\).*"));
  }

  @Test
  void the_size_tells_what_is_left_out() {
    assertThat(table(3, 1).size(50)).isEqualTo("3 rows × 1 column");
    assertThat(table(60, 1, 2).size(50)).isEqualTo("first 50 of 60 rows × 2 columns");
    Table more = new Table(List.of(Table.Column.of("a")), List.of(List.of(1)), -1, "a note");
    assertThat(more.size(50)).isEqualTo("first row × 1 column, there are more; a note");
  }

  @Test
  void right_to_left_text_keeps_to_its_cell() {
    assertThat(cell("مرحبا")).contains(" dir=\"auto\"");
    assertThat(cell("left")).doesNotContain("dir=");
  }
}
