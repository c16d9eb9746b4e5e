package firesteel.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CellPlanTest {
  private static final String CALL = "int x = f();";
  private static final String F = "int f() { return g(); }";
  private static final String G = "int g() { return 1; }";

  private static List<List<String>> plan(String... snippets) {
    return CellPlan.of(List.of(snippets), text -> text);
  }

  @Test
  void keeps_the_order_of_statements_and_variables() {
    assertThat(plan("int a = 1;", "a++;", "int b = a;"))
        .containsExactly(List.of("int a = 1;"), List.of("a++;"), List.of("int b = a;"));
  }

  @Test
  void declares_methods_and_types_that_follow_each_other_as_one() {
    assertThat(plan(F, G, "record R() {}", "f();"))
        .containsExactly(List.of(F, G, "record R() {}"), List.of("f();"));
  }

  @Test
  void brings_up_what_a_statement_uses_with_all_that_this_uses() {
    String other = "int other() { return 2; }";
    assertThat(plan(CALL, "x++;", F, "x--;", G, other))
        .containsExactly(
            List.of(F, G), List.of(CALL), List.of("x++;"), List.of("x--;"), List.of(other));
  }

  @Test
  void imports_go_before_the_code_that_passes_them() {
    String imports = "import java.util.zip.*;";
    assertThat(plan(CALL, imports, F, G))
        .containsExactly(List.of(imports), List.of(F, G), List.of(CALL));
  }

  @Test
  void leaves_a_second_declaration_in_its_place() {
    String again = "int f() { return 2; }";
    assertThat(plan("int f() { return 1; }", "f();", again, "f();"))
        .containsExactly(
            List.of("int f() { return 1; }"), List.of("f();"), List.of(again), List.of("f();"));
    assertThat(plan("int f() { return 1; }", again))
        .containsExactly(List.of("int f() { return 1; }"), List.of(again));
    assertThat(plan("int f() { return 1; }", "int f(int x) { return 2; }")).hasSize(1);
  }

  @Test
  void a_name_in_another_place_is_no_use() {
    assertThat(plan("o.f();", "int f = 1;", F)).hasSize(3).endsWith(List.of(F));
    assertThat(plan("s.map(this::f);", F, G)).startsWith(List.of(F, G));
  }
}
