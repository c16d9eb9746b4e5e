package firesteel.notebook.report;

import static org.assertj.core.api.Assertions.assertThat;

import firesteel.notebook.Notebook;
import firesteel.notebook.NotebookCell;
import firesteel.notebook.Output;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotebookReportTest {
  private static final ZonedDateTime DATE =
      ZonedDateTime.of(2026, 3, 7, 9, 5, 0, 0, ZoneOffset.UTC);
  private static final String PIXEL =
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

  @TempDir private Path folder;
  private final List<NotebookCell> cells = new ArrayList<>();

  @Test
  void the_title_is_the_first_heading_and_the_header_has_file_and_date() {
    markdown("Before");
    markdown("# Income of `nations`\ntext");

    Document page = page(CodeDisplay.HIDDEN);

    assertThat(page.title()).isEqualTo("Income of nations");
    assertThat(page.select("header").text()).startsWith("book.ipynb, run on 7 March 2026, 09:05");
  }

  @Test
  void a_notebook_without_headings_is_called_by_its_file() {
    assertThat(page(CodeDisplay.HIDDEN).title()).isEqualTo("book");
  }

  @Test
  void the_contents_link_to_the_headings_of_the_page() {
    markdown("# Title\n## One two\n### Under *it*");
    markdown("## One two\n#### Deep");

    Document page = page(CodeDisplay.HIDDEN);

    assertThat(page.select("nav a").eachText()).containsExactly("One two", "Under it", "One two");
    for (Element link : page.select("nav a")) {
      assertThat(page.getElementById(link.attr("href").substring(1)).text()).isEqualTo(link.text());
    }
    assertThat(page.select("nav li").eachAttr("class"))
        .containsExactly("level-0", "level-1", "level-0");
  }

  @Test
  void a_short_notebook_has_no_contents() {
    markdown("# Title\n## One\n## Two");

    assertThat(page(CodeDisplay.HIDDEN).select("nav")).isEmpty();
  }

  @Test
  void markdown_has_tables_and_folded_parts() {
    markdown(
        """
        | a | b |
        |---|--:|
        | 1 | 2 |

        <details><summary>Solution</summary>

        ```java
        int x = 1; // one
        ```
        </details>
        """);

    Document page = page(CodeDisplay.HIDDEN);

    assertThat(page.select("table td[align=right]").text()).isEqualTo("2");
    assertThat(page.select("details > summary").text()).isEqualTo("Solution");
    assertThat(page.select("details pre").text()).contains("int x = 1; // one");
    assertThat(page.select("details pre span.keyword").text()).isEqualTo("int");
    assertThat(page.select("details pre span.comment").text()).isEqualTo("// one");
  }

  @Test
  void markdown_can_bring_no_script_style_form_or_frame() {
    markdown(
        """
        <script>alert(1)</script>
        <img src=x onerror="alert(1)">

        <a href="javascript:alert(1)">a</a> [b](javascript:alert(1)) <a href="data:text/html,x">c</a>
        <iframe src="https://example.org"></iframe><form action="https://example.org"><input></form>
        <style>body{display:none}</style><b style="position:fixed" onclick="alert(1)">bold</b>
        <svg onload="alert(1)"></svg></main></body><meta http-equiv="refresh" content="0">

        ```html
        </code><script>alert(1)</script>
        ```
        """);

    Document page = page(CodeDisplay.HIDDEN);

    Element main = page.select("main").first();
    assertThat(main.select("script, style, iframe, form, input, svg, meta, [style]"))
        .allMatch(element -> element == main.select("> script").first());
    assertThat(main.select("*").stream().flatMap(e -> e.attributes().asList().stream()))
        .noneMatch(attribute -> attribute.getKey().startsWith("on"))
        .noneMatch(attribute -> attribute.getValue().matches("(?s)\\s*(javascript|data:text).*"));
    assertThat(page.select("main").text()).contains("bold", "</code><script>alert(1)</script>");
  }

  @Test
  void nothing_is_fetched_by_markdown_and_links_stay() throws Exception {
    Files.write(folder.resolve("own picture.png"), java.util.Base64.getDecoder().decode(PIXEL));
    markdown(
        "![far](https://example.org/a.png) ![own](own%20picture.png) ![none](none.png)"
            + " <img src='//example.org/b.png' alt='raw'> [link](https://example.org)"
            + " ![two](attachment:two.png)",
        Map.of("two.png", Map.of("image/png", PIXEL)));

    Document page = page(CodeDisplay.HIDDEN);

    assertThat(page.select("img[src]"))
        .extracting(image -> image.attr("alt"))
        .containsExactly("own", "two");
    assertThat(page.select("img[src]").eachAttr("src"))
        .allMatch(source -> source.equals("data:image/png;base64," + PIXEL));
    assertThat(page.select("img").eachAttr("alt")).contains("far", "none", "raw");
    assertThat(page.select("a").eachAttr("href")).containsExactly("https://example.org");
  }

  @Test
  void the_page_forbids_itself_to_load_anything() {
    Document page = page(CodeDisplay.HIDDEN);

    assertThat(page.select("meta[http-equiv=Content-Security-Policy]").attr("content"))
        .startsWith("default-src 'none';")
        .doesNotContain("http", "*");
    assertThat(page.select("link, script[src], img[src^=http], iframe, object, embed")).isEmpty();
    assertThat(page.outerHtml()).doesNotContainPattern("(@import|url\\()");
  }

  @Test
  void code_is_folded_or_open_or_absent() {
    code("int x = 1;");

    assertThat(page(CodeDisplay.HIDDEN).select("details.code:not([open]) pre").text())
        .isEqualTo("int x = 1;");
    assertThat(page(CodeDisplay.SHOWN).select("details.code[open]")).hasSize(1);
    Document none = page(CodeDisplay.NONE);
    assertThat(none.text()).doesNotContain("int x");
    assertThat(none.select("button")).isEmpty();
  }

  @Test
  void code_is_escaped_and_sql_is_not_coloured() {
    code("var a = \"</pre><script>x</script>\"; // <b>");
    code("%%sql\nselect int from t");

    Document page = page(CodeDisplay.SHOWN);

    assertThat(page.select("details pre").first().text())
        .isEqualTo("var a = \"</pre><script>x</script>\"; // <b>");
    assertThat(page.select("details pre").get(1).select("span")).isEmpty();
  }

  @Test
  void printed_text_is_escaped_and_keeps_its_colours() {
    code(
        "",
        new Output.Stream("stdout", "<b>\u001b[31mred\u001b[0m\u001b[1;32m bold\u001b[0m plain\n"),
        new Output.Stream("stderr", "10%\r100%\nnext\u001b[2K\u001b]0;t\u0007!"));

    Document page = page(CodeDisplay.HIDDEN);

    assertThat(page.select("pre.stdout").text()).isEqualTo("<b>red bold plain");
    assertThat(page.select("pre.stdout .ansi-red").text()).isEqualTo("red");
    assertThat(page.select("pre.stdout .ansi-green.bold").text()).isEqualTo("bold");
    assertThat(page.select("pre.stderr").first().wholeText()).isEqualTo("100%\nnext!");
  }

  @Test
  void a_failure_is_shown_and_told_at_the_top() {
    markdown("text");
    code(
        "fail()",
        new Output.Failure(
            "E", "<i>", List.of("\u001b[31mE\u001b[0m: <i>", "  at Cell [1], line 1")));

    Document page = page(CodeDisplay.HIDDEN);

    assertThat(page.select("pre.error").first().wholeText())
        .isEqualTo("E: <i>\n  at Cell [1], line 1");
    assertThat(page.select(".notice").text()).startsWith("The run failed in cell 2");
    assertThat(page.getElementById(page.select(".notice a").attr("href").substring(1))).isNotNull();
  }

  @Test
  void a_failure_that_the_notebook_wants_is_no_news() {
    cells.add(
        new NotebookCell(
            NotebookCell.CODE,
            "x",
            Map.of("tags", List.of("raises-exception")),
            List.of(new Output.Failure("E", "v", List.of())),
            Optional.of(1),
            Map.of()));

    Document page = page(CodeDisplay.HIDDEN);

    assertThat(page.select("pre.error").text()).isEqualTo("E: v");
    assertThat(page.select(".notice")).isEmpty();
  }

  @Test
  void the_richest_form_of_an_output_is_taken_and_progress_left_out() {
    code(
        "",
        display("text/plain", "t", "text/html", "<table><tr><td>cell</td></tr></table>"),
        display("text/plain", "<t>"),
        display("text/plain", "t", "text/markdown", "**strong** <script>x</script>"),
        display("text/plain", "a \"picture\"", "image/png", PIXEL),
        display("text/plain", "d", "image/svg+xml", "<svg onload='x'/>"),
        new Output.Display(
            Map.of("text/plain", "job 1"), Map.of("firesteel", Map.of("kind", "progress"))));

    Document page = page(CodeDisplay.HIDDEN);

    assertThat(page.select(".output")).hasSize(5);
    assertThat(page.select(".output td").text()).isEqualTo("cell");
    assertThat(page.select("pre.stdout").text()).isEqualTo("<t>");
    assertThat(page.select(".output strong")).hasSize(1);
    assertThat(page.select("img").eachAttr("alt")).containsExactly("a \"picture\"", "d");
    assertThat(page.select("svg")).isEmpty();
  }

  @Test
  void tags_leave_out_cells_code_and_outputs() {
    tagged("remove-cell", "gone", "shown1");
    tagged("remove-input", "gone", "shown2");
    tagged("remove-output", "kept", "shown3");

    assertThat(page(CodeDisplay.SHOWN).select("main").text())
        .contains("shown2", "kept")
        .doesNotContain("gone", "shown1", "shown3");
  }

  @Test
  void an_existing_report_is_replaced() throws Exception {
    Path file = Files.writeString(folder.resolve("report.html"), "old");

    new NotebookReport(folder.resolve("book.ipynb"), CodeDisplay.HIDDEN, DATE)
        .write(new Notebook(cells, Map.of(), 5, Map.of()), file);

    assertThat(file).content().startsWith("<!DOCTYPE html>").contains("book.ipynb");
  }

  private Document page(CodeDisplay code) {
    Notebook notebook = new Notebook(cells, Map.of(), 5, Map.of());
    return Jsoup.parse(new NotebookReport(folder.resolve("book.ipynb"), code, DATE).page(notebook));
  }

  private void markdown(String source) {
    markdown(source, Map.of());
  }

  private void markdown(String source, Map<String, Object> attachments) {
    cells.add(
        new NotebookCell(
            "markdown",
            source,
            Map.of(),
            List.of(),
            Optional.empty(),
            Map.of("attachments", attachments)));
  }

  private void code(String source, Output... outputs) {
    cells.add(
        new NotebookCell(
            NotebookCell.CODE, source, Map.of(), List.of(outputs), Optional.of(1), Map.of()));
  }

  private void tagged(String tag, String source, String output) {
    cells.add(
        new NotebookCell(
            NotebookCell.CODE,
            source,
            Map.of("tags", List.of(tag)),
            List.of(new Output.Stream("stdout", output)),
            Optional.of(1),
            Map.of()));
  }

  private static Output display(String... typesAndContents) {
    Map<String, Object> data = new java.util.LinkedHashMap<>();
    for (int i = 0; i < typesAndContents.length; i += 2) {
      data.put(typesAndContents[i], typesAndContents[i + 1]);
    }
    return new Output.Display(data, Map.of());
  }
}
