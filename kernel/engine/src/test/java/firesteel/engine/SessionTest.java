package firesteel.engine;

import static org.assertj.core.api.Assertions.assertThat;

import firesteel.api.session.Cell;
import firesteel.api.session.CellOutputs;
import firesteel.api.session.CellResult;
import firesteel.api.session.RecordingOutputs;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class SessionTest extends SessionCase {
  @Test
  void shows_the_value_of_the_last_expression_with_and_without_semicolon() {
    assertThat(value("1 + 1")).isEqualTo("2");
    assertThat(value("1 + 1;")).isEqualTo("2");
    assertThat(value("int two = 2;\ntwo * 3")).isEqualTo("6");
  }

  @Test
  void shows_nothing_for_declarations_assignments_void_calls_and_null() {
    assertThat(value("int quiet = 3;")).isNull();
    assertThat(value("quiet = 4")).isNull();
    assertThat(value("System.gc()")).isNull();
    assertThat(value("(Object) null")).isNull();
    assertThat(value("// a comment")).isNull();
    assertThat(value("")).isNull();
  }

  @Test
  void shows_no_id_when_a_cell_ends_with_a_display() {
    assertThat(value("display(\"shown\");")).isNull();
    assertThat(value("String id = display(\"first\"); updateDisplay(id, \"second\");")).isNull();
    assertThat(value("String kept = display(\"third\");\nkept.length()")).isEqualTo("36");
  }

  @Test
  void resolves_forward_references_within_a_cell() {
    assertThat(value("int first() { return second(); }\nint second() { return 42; }\nfirst()"))
        .isEqualTo("42");
  }

  @Test
  void says_what_a_declaration_waits_for_and_lets_a_later_cell_mend_it() {
    RecordingOutputs outputs = new RecordingOutputs();
    assertThat(run("int readsLater() { return later; }", outputs).isOk()).isTrue();
    assertThat(outputs.err()).contains("readsLater can be used once variable later is declared");
    assertThat(failure("readsLater()")).contains("until variable later is declared");
    run("int later = 7;");
    assertThat(value("readsLater()")).isEqualTo("7");
  }

  @Test
  void says_what_a_declaration_waits_for_however_it_is_used() {
    run("int reads() { return lacking; } class Reader { int read() { return lacking; } }");
    run("int given = 1; Supplier<Integer> early = () -> reads();");
    for (String use :
        new String[] {
          "reads()",
          "reads();",
          "early.get()",
          "int given = reads();",
          "String other = \"\" + reads();",
          "if (given > 0) reads();",
          "Stream.of(1).map(i -> reads()).toList()"
        }) {
      assertThat(failure(use)).contains("reads can't be used until variable lacking is declared");
    }
    assertThat(failure("new Reader().read()"))
        .contains("Reader can't be used until variable lacking is declared")
        .doesNotContain("SPIResolution");
    run("int lacking = 7;");
    assertThat(value("reads() + new Reader().read()")).isEqualTo("14");
    assertThat(failure("early.get()")).contains("reads can be used by now: run the cell that made");
  }

  @Test
  void refuses_a_variable_whose_initializer_could_not_run() {
    assertThat(failure("Missing lost = new Missing();")).contains("cannot find symbol");
    run("class Missing {}");
    assertThat(failure("lost")).contains("cannot find symbol");
  }

  @Test
  void keeps_the_values_of_variables_whose_dependencies_are_declared_again() {
    run("record Box(Object content) {}");
    run("int base = 5; int derived = base + 1; List<Box> boxes = new ArrayList<>();");
    run("long base = 6;");
    assertThat(value("derived")).isEqualTo("6");
    RecordingOutputs outputs = new RecordingOutputs();
    run("Box one = new Box(1);");
    run("record Box(Object content) { int size() { return 1; } }", outputs);
    assertThat(value("boxes.size()")).isEqualTo("0");
    assertThat(value("one.content()")).isEqualTo("1");
    assertThat(outputs.err())
        .contains("one keeps its object of the earlier Box")
        .doesNotContain("boxes");
  }

  @Test
  void runs_earlier_snippets_of_a_cell_that_fails_later() {
    assertThat(failure("int before = 1;\nint broken = \"s\";")).contains("line 2");
    assertThat(value("before")).isEqualTo("1");
  }

  @Test
  void remembers_the_values_of_cells_with_their_types() {
    CellResult result = run("\"abc\"");
    assertThat(value("_.length()")).isEqualTo("3");
    assertThat(value("Out(" + result.executionCount() + ").toUpperCase()")).isEqualTo("ABC");
    assertThat(failure("Out(100000)")).contains("had no value");
  }

  @Test
  void counts_only_cells_that_count() {
    int before = run("1").executionCount();
    session().execute(new Cell("2", false, true), CellOutputs.none());
    assertThat(session().evaluate("3", CellOutputs.none()).value()).isPresent();
    assertThat(run("4").executionCount()).isEqualTo(before + 1);
  }

  @Test
  void lets_go_of_the_old_values_of_a_variable_that_is_declared_again() throws Exception {
    List<WeakReference<Object>> old = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      run("byte[] heavy = new byte[1 << 20];");
      old.add(new WeakReference<>(variable("heavy")));
    }
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () -> {
              System.gc();
              return old.stream().filter(value -> value.get() != null).count() <= 1;
            });
  }

  @Test
  void a_stored_lambda_reads_a_variable_that_is_set_again() throws Exception {
    run("String word = \"first\"; List<Supplier<String>> kept = new ArrayList<>();");
    run("kept.add(() -> word);");
    run("String word = \"second\";");
    assertThat(value("kept.get(0).get()")).isEqualTo("second");
    run("int word = 3;");
    assertThat(value("kept.get(0).get()")).isEqualTo("second");
  }

  @Test
  void lists_variables_with_type_value_and_cell() {
    int cell = run("Map<String, Integer> listed = Map.of(\"a\", 1);").executionCount();
    assertThat(session().variables())
        .anySatisfy(
            variable -> {
              assertThat(variable.name()).isEqualTo("listed");
              assertThat(variable.typeName()).isEqualTo("Map<String, Integer>");
              assertThat(variable.value()).hasToString("{a=1}");
              assertThat(variable.cell()).isEqualTo(cell);
            });
  }

  private static Object variable(String name) {
    return session().variables().stream()
        .filter(variable -> variable.name().equals(name))
        .findFirst()
        .orElseThrow()
        .value();
  }
}
