package firesteel.engine.assist;

import static org.assertj.core.api.Assertions.assertThat;

import firesteel.api.display.MimeBundle;
import firesteel.api.session.Variable;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class InspectionTest {
  private static AssistFixture notebook;

  @BeforeAll
  static void runSomeCells() {
    notebook =
        new AssistFixture(Path.of(""))
            .run(
                "import java.util.*;",
                "int total = 3;",
                "String title = \"x\";",
                "List<Thread> threads = null;",
                "int twice(int n) { return 2 * n; }",
                "int twice(int n, long m) { return 2; }",
                "record Person(int age, String name) {}",
                "/** A box. @param <T> what is in it */ class Box<T> {"
                    + " /** Puts {@code it} in.\n @param it what\n @return <b>this</b> */"
                    + " Box<T> put(T it) { return this; } }",
                "Box<String> box = null;");
    notebook.variables.put("total", new Variable("total", "int", 3, 7));
    notebook.variables.put(
        "threads", new Variable("threads", "List<Thread>", List.of(new Thread()), 8));
  }

  @AfterAll
  static void close() {
    notebook.close();
  }

  private static Optional<MimeBundle> inspect(String text) {
    return notebook.assist.inspect(text.replaceFirst("\\|", ""), text.indexOf('|'), false);
  }

  private static String text(String text) {
    return inspect(text).orElseThrow(() -> new AssertionError("nothing at " + text)).text();
  }

  @Test
  void tells_a_variables_type_value_and_cell() {
    assertThat(text("tot|al + 1")).isEqualTo("int total\nValue: 3\nDeclared in cell 7");
    assertThat(text("threads|")).contains("List<Thread> threads").contains("Value: 1 element");
    assertThat(text("double total = 1; total|")).isEqualTo("double total\nDeclared in this cell");
  }

  @Test
  void tells_the_method_that_a_call_means() {
    assertThat(text("twi|ce(1)"))
        .isEqualTo("> int twice(int n)\n  int twice(int n, long m)\nDeclared in this notebook");
    assertThat(text("title.subst|ring(1)").lines().findFirst().orElseThrow())
        .startsWith("> String substring(int");
    assertThat(text("Math.ma|x(1L, 2L)")).contains("> static long max(long");
  }

  @Test
  void inside_the_brackets_of_a_call_tells_its_overloads() {
    assertThat(text("twice(|")).contains("> int twice(int n)\n  int twice(int n, long m)");
    assertThat(text("twice(1, |)")).contains("  int twice(int n)\n> int twice(int n, long m)");
    assertThat(text("title.repeat(twice(1), |")).startsWith("String repeat(int");
    assertThat(text("System.out.println(\"some te|xt\")")).contains("> void println(String");
    assertThat(text("if (title.startsWith(|")).contains("boolean startsWith(String");
    assertThat(text("new HashMap<String, Integer>(|")).contains("> HashMap()");
    assertThat(text("new Person(|")).startsWith("Person(int age, String name)");
    assertThat(text("twice(|\nint next = 1;\nfoo();")).contains("int twice(int n)");
  }

  @Test
  void knows_the_declarations_that_stand_above_in_the_same_cell() {
    assertThat(text("StringBuilder b = new StringBuilder();\nb.rev|erse();\nint q = 1;"))
        .startsWith("StringBuilder reverse()");
    assertThat(text("record Q(int side) {}\nnew Q(1).si|de()")).startsWith("int side()");
    assertThat(text("import java.nio.file.*;\nPath.o|f(\"a\")")).contains("static Path of(String");
  }

  @Test
  void tells_types_and_fields() {
    assertThat(text("Pers|on p"))
        .isEqualTo("record Person(int age, String name)\nDeclared in this notebook");
    assertThat(text("ArrayLi|st<String> l"))
        .startsWith("public class ArrayList<E> extends AbstractList<E> implements List<E>");
    assertThat(text("import java.util.Li|st;")).startsWith("public interface List<E>");
    assertThat(text("Integer.MAX_|VALUE")).contains("int MAX_VALUE = 2147483647");
    assertThat(text("for (var p : List.of(new Person(1, \"\"))) { p| }")).startsWith("Person p");
    assertThat(text("java.uti|l.List l")).isEqualTo("package java.util");
  }

  @Test
  void shows_the_documentation_of_the_notebooks_own() {
    MimeBundle bundle = inspect("box.pu|t(\"a\")").orElseThrow();
    assertThat(bundle.text())
        .contains("Box<T> put".replace("T", "String") + "(String it)")
        .contains("Puts it in.")
        .contains("Parameters:\n  it - what")
        .contains("Returns:\n  this");
    assertThat((String) bundle.data().get(MimeBundle.MARKDOWN))
        .startsWith("```java\nBox<String> put(String it)\n```")
        .contains("Puts `it` in.")
        .contains("- `it`: what")
        .contains("- **this**");
    assertThat((String) bundle.data().get(MimeBundle.HTML))
        .contains("<pre><b>Box&lt;String&gt; put(String it)</b></pre>")
        .contains("Puts <code>it</code> in.")
        .contains("<li><b>this</b></li>");
  }

  @Test
  void detail_shows_the_source_of_the_notebooks_own() {
    String code = "twice(1)";
    assertThat(notebook.assist.inspect(code, 1, true).orElseThrow().text())
        .contains("Source:\nint twice(int n) { return 2 * n; }");
    assertThat(notebook.assist.inspect(code, 1, false).orElseThrow().text())
        .doesNotContain("return");
  }

  @Test
  void has_nothing_to_say_about_what_is_no_name() {
    assertThat(inspect("|")).isEmpty();
    assertThat(inspect("fo|r (;;) {}")).isEmpty();
    assertThat(inspect("unkno|wn")).isEmpty();
    assertThat(inspect("1 + |2")).isEmpty();
    assertThat(inspect("}|((")).isEmpty();
    assertThat(notebook.assist.inspect("total", 99, false)).isPresent();
  }

  @Test
  void previews_only_what_runs_none_of_the_users_code() {
    Object rude =
        new Object() {
          @Override
          public String toString() {
            throw new AssertionError("called");
          }
        };
    assertThat(ValuePreview.of(rude)).isEmpty();
    assertThat(ValuePreview.of(List.of(rude, rude))).contains("2 elements");
    assertThat(ValuePreview.of(Map.of("a", rude))).contains("1 entry");
    assertThat(ValuePreview.of(null)).contains("null");
    assertThat(ValuePreview.of("a\"b\n")).contains("\"a\\\"b\\n\"");
    assertThat(ValuePreview.of("x".repeat(300)).orElseThrow()).endsWith("... (300 characters)");
    assertThat(ValuePreview.of(List.of(1, "a", List.of(2)))).contains("[1, \"a\", [2]]");
    assertThat(ValuePreview.of(Map.of(1, true))).contains("{1=true}");
    assertThat(ValuePreview.of(new int[] {1, 2})).contains("[1, 2]");
    assertThat(ValuePreview.of(new int[20]).orElseThrow()).endsWith(", ...] (20 elements)");
    assertThat(ValuePreview.of(Thread.State.NEW)).contains("NEW");
    assertThat(ValuePreview.of(java.time.LocalDate.of(2026, 1, 2))).contains("2026-01-02");
    assertThat(ValuePreview.of(java.math.BigInteger.TWO.pow(100_000))).isEmpty();
  }
}
