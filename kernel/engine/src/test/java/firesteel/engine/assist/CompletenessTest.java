package firesteel.engine.assist;

import static org.assertj.core.api.Assertions.assertThat;

import firesteel.api.completion.Completeness;
import firesteel.api.completion.Completeness.Status;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CompletenessTest {
  private static final AssistFixture NOTEBOOK = new AssistFixture(Path.of(""));

  @AfterAll
  static void close() {
    NOTEBOOK.close();
  }

  private static Status status(String text) {
    return NOTEBOOK.assist.completeness(text).status();
  }

  private static String indent(String text) {
    Completeness completeness = NOTEBOOK.assist.completeness(text);
    assertThat(completeness.status()).as(text).isEqualTo(Status.INCOMPLETE);
    return completeness.indent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "// nothing",
        "1 + 1",
        "int x = 3",
        "int x = 3;\n",
        "int a = 1;\nint b = 2;\na + b",
        "if (x > 1) foo();",
        "if (x > 1) {\n  foo();\n}\n\n",
        "df.select(\"a\")\n  .filter(x -> x > 1)",
        "class A { }",
        "String s = \"\"\"\n  a \"quoted\" }\n  \"\"\";",
        "/* { */ int x; // (",
        "char c = '{';",
        "import java.util.*",
        "int f(int x) { return x; }\n",
        "record P(int a) {}",
        "List<Map<String, Integer>> l",
        "throw new X()",
        "i++"
      })
  void whole_cells_are_complete(String text) {
    assertThat(status(text)).isEqualTo(Status.COMPLETE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "if (x > 1)",
        "if (x) {",
        "1 +",
        "x ? 1 :",
        "df.select(\"a\").",
        "@Override",
        "@A(1) @B",
        "void f()",
        "void f() {",
        "class A {",
        "String s = \"\"\"",
        "String s = \"\"\"\n  abc",
        "/* abc",
        "foo(1,",
        "Map<String,",
        "int[] a = {1, 2",
        "x -> {",
        "try { a(); }",
        "do { a(); }",
        "while (true)",
        "int a = 1; if (a > 1) {",
        "record P(int a)",
        "return x &&"
      })
  void unfinished_cells_are_incomplete(String text) {
    assertThat(status(text)).isEqualTo(Status.INCOMPLETE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "String s = \"abc",
        "}",
        "foo(]",
        "int x = ;",
        "else",
        "#",
        "foo()\nbar()",
        "int a = 1\nint b = 2",
        "a b c d",
        "char c = 'x"
      })
  void what_no_further_line_can_mend_is_invalid(String text) {
    assertThat(status(text)).isEqualTo(Status.INVALID);
  }

  @Test
  void the_next_line_is_one_step_in_behind_an_open_bracket() {
    assertThat(indent("if (x) {")).isEqualTo("    ");
    assertThat(indent("foo(x -> {")).isEqualTo("    ");
    assertThat(indent("if (x) {\n    for (;;) {")).isEqualTo("        ");
    assertThat(indent("if (x) {\n    foo();\n    bar();")).isEqualTo("    ");
    assertThat(indent("if (x) {\n    while (y) {\n    }")).isEqualTo("    ");
  }

  @Test
  void the_step_is_the_one_that_the_cell_uses() {
    assertThat(indent("if (x) {\n  for (;;) {")).isEqualTo("    ");
    assertThat(indent("class A {\n  int x;\n  void f() {")).isEqualTo("    ");
    assertThat(indent("if (x) {\n\tfor (;;) {")).isEqualTo("\t\t");
  }

  @Test
  void a_statement_that_goes_on_is_indented_once() {
    assertThat(indent("int x = 1 +")).isEqualTo("    ");
    assertThat(indent("int x = 1 +\n    2 +")).isEqualTo("    ");
    assertThat(indent("@Deprecated")).isEmpty();
  }

  @Test
  void text_blocks_and_comments_keep_the_indentation() {
    assertThat(indent("String s = \"\"\"\n  one\n    two")).isEqualTo("    ");
    assertThat(indent("/** What it does")).isEqualTo(" ");
  }
}
