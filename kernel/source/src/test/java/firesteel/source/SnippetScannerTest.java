package firesteel.source;

import static org.assertj.core.api.Assertions.assertThat;

import firesteel.source.SourceSnippet.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SnippetScannerTest {
  private static List<String> cut(String text) {
    return SnippetScanner.snippets(text).stream()
        .map(s -> s.kind() + " " + s.name() + " | " + text.substring(s.start(), s.end()))
        .toList();
  }

  @Test
  void cuts_a_cell_into_imports_declarations_and_statements() {
    assertThat(
            cut(
                """
                import java.util.*;
                import static java.lang.Math.max;
                // a comment; with a semicolon
                int n = 3;
                final Map<String, List<int[]>> m = new HashMap<>();
                public <T> T same(T t) { return t; }
                @Deprecated record P(int x) { int y() { return x; } }
                m.clear();
                n + 1
                """))
        .containsExactly(
            "IMPORT  | import java.util.*;",
            "IMPORT  | import static java.lang.Math.max;",
            "VARIABLE n | int n = 3;",
            "VARIABLE m | final Map<String, List<int[]>> m = new HashMap<>();",
            "METHOD same | public <T> T same(T t) { return t; }",
            "TYPE P | @Deprecated record P(int x) { int y() { return x; } }",
            "STATEMENT  | m.clear();",
            "STATEMENT  | n + 1");
  }

  @Test
  void keeps_compound_statements_together() {
    assertThat(cut("if (a) { b(); } else if (c) d(); else { e(); } f();"))
        .containsExactly(
            "STATEMENT  | if (a) { b(); } else if (c) d(); else { e(); }", "STATEMENT  | f();");
    assertThat(cut("try (var x = y()) { } catch (E e) { } finally { } g();")).hasSize(2);
    assertThat(cut("do { a(); } while (b); while (c) { }"))
        .containsExactly("STATEMENT  | do { a(); } while (b);", "STATEMENT  | while (c) { }");
    assertThat(cut("for (int i = 0; i < 3; i++) { } { int z; } synchronized (o) { }")).hasSize(3);
  }

  @Test
  void a_brace_inside_an_expression_does_not_end_it() {
    assertThat(cut("int[] a = {1, 2}; Runnable r = () -> { x(); }; new Thread() { }.start(); z()"))
        .containsExactly(
            "VARIABLE a | int[] a = {1, 2};",
            "VARIABLE r | Runnable r = () -> { x(); };",
            "STATEMENT  | new Thread() { }.start();",
            "STATEMENT  | z()");
  }

  @Test
  void tells_words_that_only_look_like_declarations() {
    assertThat(SnippetScanner.snippets("return x;").get(0).kind()).isEqualTo(Kind.STATEMENT);
    assertThat(SnippetScanner.snippets("x instanceof y").get(0).kind()).isEqualTo(Kind.STATEMENT);
    assertThat(SnippetScanner.snippets("a < b").get(0).kind()).isEqualTo(Kind.STATEMENT);
    assertThat(SnippetScanner.snippets("record = 3").get(0).kind()).isEqualTo(Kind.STATEMENT);
    assertThat(SnippetScanner.snippets("Row record(int i) {}").get(0).kind())
        .isEqualTo(Kind.METHOD);
    assertThat(SnippetScanner.snippets("non-sealed interface I {}").get(0).name()).isEqualTo("I");
  }

  @Test
  void the_last_snippet_may_be_unfinished() {
    List<SourceSnippet> snippets = SnippetScanner.snippets("int a = 1; class B { void f() { if (a");
    assertThat(snippets).hasSize(2);
    assertThat(snippets.get(0).closed()).isTrue();
    assertThat(snippets.get(1).kind()).isEqualTo(Kind.TYPE);
    assertThat(snippets.get(1).closed()).isFalse();
    assertThat(SnippetScanner.snippets(" ;; // nothing")).isEmpty();
  }
}
