package firesteel.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests cells that end in a correct expression, which JShell doesn't compile. */
class SessionExpressionTest extends SessionCase {
  @Test
  void gives_an_expression_the_type_that_it_has_by_itself() {
    assertThat(value("true ? 1 : 2.0")).isEqualTo("1.0");
    assertThat(value("true ? 'a' : 0")).isEqualTo("a");
    assertThat(value("(switch (1) { case 1 -> 1; default -> 2.0; })")).isEqualTo("1.0");
    assertThat(value("1 < 2")).isEqualTo("true");
    assertThat(value("(Runnable) () -> {} /* ends in a comment */ != null")).isEqualTo("true");
  }

  @Test
  void last_value_keeps_its_type_arguments() {
    value("List.of(\"longer\", \"text\")");
    assertThat(value("_.get(0).length()")).isEqualTo("6");
    value("new ArrayList<Map.Entry<String, Integer>>(List.of(Map.entry(\"one\", 1)))");
    assertThat(value("_.get(0).getKey().length() + _.get(0).getValue()")).isEqualTo("4");
    run("List<? extends CharSequence> sequences = List.of(\"abc\");");
    value("sequences");
    assertThat(value("_.get(0).length()")).isEqualTo("3");
    run("record Kept(String name) {}");
    value("List.of(new Kept(\"of a cell\"))");
    assertThat(value("_.get(0).name()")).isEqualTo("of a cell");
  }

  @Test
  void sees_what_is_declared_again() {
    run("int again = 1; int twice() { return again * 2; } class Shape { int sides = 3; }");
    assertThat(value("again + twice() + new Shape().sides")).isEqualTo("6");
    run("String again = \"x\"; String twice() { return again + again; }");
    run("class Shape { int sides = 4; }");
    assertThat(value("again + twice() + new Shape().sides")).isEqualTo("xxx4");
  }

  @Test
  void prefers_what_cells_declare_to_what_packages_hold() {
    run("class OptionalInt { static String of(String text) { return \"mine: \" + text; } }");
    assertThat(value("OptionalInt.of(\"a\")")).isEqualTo("mine: a");
    run("int Deque = 3;");
    assertThat(value("Deque + 1")).isEqualTo("4");
    assertThat(value("((Deque<Integer>) new ArrayDeque<>(List.of(5))).peek() + Deque"))
        .isEqualTo("8");
  }

  @Test
  void uses_members_that_are_visible_in_the_package() {
    run("class Open { int count; static Open make() { return new Open(); } }");
    assertThat(value("Open.make().count++")).isEqualTo("0");
    assertThat(failure("class Shut { private int secret; }\nnew Shut().secret"))
        .contains("private")
        .contains("line 2");
  }

  @Test
  void changes_variables_and_runs_calls_once() {
    run("int counter = 0; int next() { return ++counter; } void step() { counter++; }");
    assertThat(value("next()")).isEqualTo("1");
    assertThat(value("step()")).isNull();
    assertThat(value("step();")).isNull();
    assertThat(value("counter += 10")).isEqualTo("13");
    assertThat(value("counter++;")).isEqualTo("13");
    assertThat(value("(counter = 20)")).isEqualTo("20");
    assertThat(value("counter")).isEqualTo("20");
  }

  @Test
  void names_the_line_of_an_expression_in_several_lines() {
    assertThat(failure("// first\nList.of(\n  1,\n  Integer.parseInt(\"text\"))"))
        .contains("line 4");
    assertThat(failure("List.of(1,\n  Integer.parseInt(\n    \"text\"))"))
        .contains("NumberFormatException")
        .contains("line 2");
  }

  @Test
  void takes_nothing_that_only_looks_like_an_expression() {
    assertThat(failure("1; } static void more() {")).isNotEmpty();
    assertThat(failure("value$")).contains("cannot find symbol");
    assertThat(value("null")).isNull();
    assertThat(value("1 // one")).isEqualTo("1");
  }

  @Test
  void sees_jars_that_are_added_later(@TempDir Path folder) throws Exception {
    assertThat(failure("added.Late.NAME")).contains("added");
    Path source = Files.createDirectories(folder.resolve("added")).resolve("Late.java");
    Files.writeString(
        source, "package added; public class Late { public static String NAME = \"late\"; }");
    assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, source.toString()))
        .isZero();
    session().addToClassPath(List.of(folder));
    assertThat(value("added.Late.NAME")).isEqualTo("late");
  }
}
