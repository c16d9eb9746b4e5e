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
  void keepsTheOrderOfStatementsAndVariables() {
    assertThat(plan("int a = 1;", "a++;", "int b = a;"))
        .containsExactly(List.of("int a = 1;"), List.of("a++;"), List.of("int b = a;"));
  }

  @Test
  void declaresMethodsAndTypesThatFollowEachOtherAsOne() {
    assertThat(plan(F, G, "record R() {}", "f();"))
        .containsExactly(List.of(F, G, "record R() {}"), List.of("f();"));
  }

  @Test
  void bringsUpWhatAStatementUsesWithAllThatThisUses() {
    String other = "int other() { return 2; }";
    assertThat(plan(CALL, "x++;", F, "x--;", G, other))
        .containsExactly(
            List.of(F, G), List.of(CALL), List.of("x++;"), List.of("x--;"), List.of(other));
  }

  @Test
  void importsGoBeforeTheCodeThatPassesThem() {
    String imports = "import java.util.zip.*;";
    assertThat(plan(CALL, imports, F, G))
        .containsExactly(List.of(imports), List.of(F, G), List.of(CALL));
  }

  @Test
  void leavesASecondDeclarationInItsPlace() {
    String again = "int f() { return 2; }";
    assertThat(plan("int f() { return 1; }", "f();", again, "f();"))
        .containsExactly(
            List.of("int f() { return 1; }"), List.of("f();"), List.of(again), List.of("f();"));
    assertThat(plan("int f() { return 1; }", again))
        .containsExactly(List.of("int f() { return 1; }"), List.of(again));
    assertThat(plan("int f() { return 1; }", "int f(int x) { return 2; }")).hasSize(1);
  }

  @Test
  void aNameInAnotherPlaceIsNoUse() {
    assertThat(plan("o.f();", "int f = 1;", F)).hasSize(3).endsWith(List.of(F));
    assertThat(plan("s.map(this::f);", F, G)).startsWith(List.of(F, G));
  }
}
