package firesteel.spark.closure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReachabilityTest extends NotebookCodeCase {
  private static final String FUNCTION =
      "interface F extends java.util.function.Function<Object, Object>, java.io.Serializable {}";

  @Test
  void a_lambda_reads_what_it_names_and_no_other_variable() throws Exception {
    run(FUNCTION + " int a = 1; int b = 2;");
    run("F f = x -> a;");
    assertThat(readFrom("f")).containsExactly("a");
  }

  @Test
  void methods_lead_on_to_what_they_call_also_when_they_call_themselves() throws Exception {
    run(FUNCTION + " int a = 1; int b = 2; int c = 3;");
    run(
        "int deep(int n) { return n == 0 ? b : deep(n - 1) + other(); }\nint other() { return a; }");
    run("F f = x -> deep(3);");
    assertThat(readFrom("f")).containsExactlyInAnyOrder("a", "b");
  }

  @Test
  void a_method_reference_a_constructor_and_a_lambda_within_a_lambda_are_followed()
      throws Exception {
    run(FUNCTION + " int a = 1; int b = 2; int c = 3;");
    run("Object viaReference(Object x) { return a; }");
    run("class Made { Made(Object x) { System.identityHashCode(b); } }");
    run("F reference = this_ -> ((F) o -> viaReference(o)).andThen(Made::new).apply(c);");
    assertThat(readFrom("reference")).containsExactlyInAnyOrder("a", "b", "c");
  }

  @Test
  void a_call_of_an_interface_leads_to_all_that_implement_it() throws Exception {
    run(FUNCTION + " int a = 1; int b = 2;");
    run("interface Shape { int area(); default int twice() { return 2 * area(); } }");
    run("class Square implements Shape { public int area() { return a; } }");
    run("class Circle implements Shape { public int area() { return b; } }");
    run("F f = x -> ((Shape) x).twice();");
    assertThat(readFrom("f")).containsExactlyInAnyOrder("a", "b");
  }

  @Test
  void an_objects_callbacks_count_and_its_other_methods_do_not() throws Exception {
    run("int order = 1; int other = 2; int written = 3;");
    run(
        "class Item implements Comparable<Item>, java.io.Serializable {"
            + " public int compareTo(Item o) { return order; }"
            + " public int notCalled() { return other; }"
            + " private void writeObject(java.io.ObjectOutputStream out) throws java.io.IOException {"
            + " System.identityHashCode(written); } }");
    run("var items = new java.util.ArrayList<>(List.of(new Item()));");
    assertThat(readFrom("items")).containsExactlyInAnyOrder("order", "written");
  }

  @Test
  void initializers_of_the_classes_that_are_reached_count() throws Exception {
    run(FUNCTION + " int a = 1; int b = 2;");
    run("class Config { static int[] table = {a}; static int first() { return table[0]; } }");
    run("enum Level { LOW(b); final int n; Level(int n) { this.n = n; } }");
    run("F f = x -> Config.first() + Level.LOW.n;");
    assertThat(readFrom("f")).containsExactlyInAnyOrder("a", "b");
  }

  @Test
  void after_a_method_was_declared_again_the_new_one_counts() throws Exception {
    run(FUNCTION + " int a = 1; int b = 2;");
    run("int m() { return a; }");
    run("int m() { return b; }");
    run("F f = x -> m();");
    assertThat(readFrom("f")).containsExactly("b");
  }

  @Test
  void changes_in_place_are_found_and_harmless_calls_are_not_taken_for_them() throws Exception {
    run(
        FUNCTION
            + " List<Object> list = new ArrayList<>(); int[] counts = {0};"
            + " String path = \"x\"; Map<String, Integer> map = new HashMap<>();");
    run(
        "F f = x -> {\n  list.add(x);\n  counts[0]++;\n  map.merge(\"k\", 1, Integer::sum);\n"
            + "  java.nio.file.Path.of(path, \"a\");\n  return map.get(path);\n};");
    List<CodeMethod.Change> changes =
        reachedFrom("f").methods().stream().flatMap(m -> m.changes.stream()).toList();
    assertThat(changes)
        .extracting(change -> change.field().name() + change.line())
        .containsExactlyInAnyOrder("list2", "counts3", "map4");
  }

  @Test
  void rewritten_code_does_on_the_driver_what_it_did() {
    run(
        "int n = 1; long l = 2; double d = 3; String s = \"a\"; int[] array = {1, 2}; Object none;");
    run(
        "String all() { n += 1; array[1]++; s += n; return n + \" \" + l + d + s + array[1] + none; }");
    assertThat(value("all() + all()")).contains("2 23.0a23null3 23.0a234null");
  }
}
