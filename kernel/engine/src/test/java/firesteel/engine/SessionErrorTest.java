package firesteel.engine;

import static org.assertj.core.api.Assertions.assertThat;

import firesteel.api.session.CellError;
import firesteel.api.session.CellResult;
import firesteel.api.session.RecordingOutputs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionErrorTest extends SessionCase {
  @Test
  void names_cell_and_line_and_shows_the_source_of_an_exception() {
    CellResult result = run("int[] short1 = new int[1];\nint b1 = 0;\nshort1[3] = 1;");
    CellError error = result.error().orElseThrow();
    assertThat(error.name()).isEqualTo("ArrayIndexOutOfBoundsException");
    assertThat(error.traceback())
        .containsExactly(
            "ArrayIndexOutOfBoundsException: Index 3 out of bounds for length 1",
            "    at Cell [" + result.executionCount() + "], line 3",
            "       short1[3] = 1;");
  }

  @Test
  void shows_the_users_frames_across_cells_and_none_of_the_kernels() {
    int declared =
        run("int failing(int x) {\n  if (x == 3)\n    throw new RuntimeException(\"three\");\n"
                + "  return x;\n}")
            .executionCount();
    CellResult result = run("List.of(1, 3).stream().map(x -> failing(x)).toList()");
    String traceback = String.join("\n", result.error().orElseThrow().traceback());
    assertThat(traceback)
        .contains("at failing (Cell [" + declared + "], line 3)")
        .contains("at lambda (Cell [" + result.executionCount() + "], line 1)")
        .doesNotContain("jdk.jshell", "firesteel", "jdk.internal", "do_it$", "REPL");
  }

  @Test
  void shows_the_cause_chain() {
    assertThat(
            failure(
                "try { Integer.parseInt(\"x\"); } catch (Exception e) {"
                    + " throw new IllegalStateException(\"outer\", e); }"))
        .contains("IllegalStateException: outer")
        .contains("Caused by: NumberFormatException: For input string: \"x\"");
  }

  @Test
  void points_at_the_compile_error_in_the_cell() {
    CellResult result = run("int fine = 1;\n\n  int wrong = \"s\";");
    assertThat(result.error().orElseThrow().traceback())
        .containsExactly(
            "Cell ["
                + result.executionCount()
                + "], line 3: incompatible types: String cannot be converted to int",
            "      int wrong = \"s\";",
            "                  ^^^");
  }

  /** Java 17's compiler crashes on each of these after it has found the error. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "twoNeeded(x -> x + 1)",
        "int fromTwo = twoNeeded(x -> x + 1);",
        "int inMethod() { return twoNeeded(x -> x + 1); }",
        "int caller() { return called(); }\nint called() { return twoNeeded(x -> x + 1); }",
        "class InClass { int value = twoNeeded(x -> x + 1); }",
        "for (int i = 0; i < 2; i++) { twoNeeded(x -> x + 1); }",
      })
  void a_call_with_a_lambda_and_too_few_arguments_is_a_compile_error_at_its_place(String code) {
    run("int twoNeeded(java.util.function.IntUnaryOperator f, int x) { return f.applyAsInt(x); }");
    int line = code.contains("\n") ? 2 : 1;
    assertThat(failure(code))
        .contains(
            "], line "
                + line
                + ": method twoNeeded cannot be applied to given types;\n"
                + "    required: java.util.function.IntUnaryOperator,int\n"
                + "    found:    (x)->x + 1\n")
        .doesNotContain("REPL", "InternalError");
    assertThat(value("twoNeeded(x -> x + 1, 2)")).isEqualTo("3");
  }

  @Test
  void a_comment_without_an_end_runs_nothing() {
    RecordingOutputs outputs = new RecordingOutputs();
    CellResult result = run("System.out.println(1);\n/* open\nSystem.out.println(2);", outputs);
    assertThat(String.join("\n", result.error().orElseThrow().traceback()))
        .contains("line 2: unclosed comment")
        .contains("Hint: the comment's closing */ is missing");
    assertThat(outputs.out()).isEmpty();
    assertThat(failure("int trailing = 5; /* open")).contains("line 1: unclosed comment");
    assertThat(failure("trailing")).contains("cannot find symbol");
    assertThat(value("\"/* no comment\" // nor /* here")).isEqualTo("/* no comment");
  }

  @Test
  void finds_the_missing_semicolon() {
    assertThat(failure("int unended = 1\nint next = 2;"))
        .contains("line 1: ';' expected")
        .contains("put a ; at the end of line 1");
  }

  @Test
  void names_the_import_of_an_unknown_class() {
    assertThat(failure("ZipFile unknown;")).contains("import java.util.zip.ZipFile;");
    assertThat(failure("Object wanted = new Awaitility();"))
        .contains("import org.awaitility.Awaitility;");
  }

  @Test
  void names_what_an_unknown_variable_may_have_meant() {
    run("int threshold = 1;");
    assertThat(failure("treshold + 1")).contains("did you mean threshold?");
  }

  @Test
  void points_at_the_cells_own_line_below_magics() {
    assertThat(failure("int above = 1;\n!true\nint below = \"s\";")).contains("line 3:");
  }

  @Test
  void counts_positions_of_text_that_uses_the_last_value_as_the_user_typed_it() {
    run("41");
    assertThat(failure("_ + 1 + undefinedName"))
        .contains("\n    _ + 1 + undefinedName\n            ^");
  }

  @Test
  void survives_a_value_that_cannot_be_shown() {
    assertThat(
            failure(
                "class Bad { public String toString() { throw new StackOverflowError(\"r\"); } }\n"
                    + "new Bad()"))
        .contains("StackOverflowError: r");
    assertThat(value("1 + 1")).isEqualTo("2");
  }

  @Test
  void survives_a_recursion_without_end_and_cuts_its_frames() {
    String traceback = failure("int endless(int n) { return endless(n + 1) + 1; }\nendless(1)");
    assertThat(traceback).contains("StackOverflowError").hasLineCount(4).endsWith("line 2");
    assertThat(value("1 + 1")).isEqualTo("2");
  }

  @Test
  void refuses_to_end_the_process() {
    assertThat(failure("System.exit(3);")).contains("would end the kernel");
    assertThat(failure("Runtime.getRuntime().halt(3);")).contains("would end the kernel");
    assertThat(failure("Runnable end = () -> System.exit(1);\nend.run();"))
        .contains("would end the kernel");
  }

  @Test
  void tells_the_cell_what_its_threads_died_of() throws Exception {
    RecordingOutputs outputs = new RecordingOutputs();
    run(
        "Thread dying = new Thread(() -> { throw new RuntimeException(\"in thread\"); });\n"
            + "dying.start();\ndying.join();",
        outputs);
    assertThat(outputs.err()).contains("RuntimeException: in thread").contains("at lambda (Cell [");
    assertThat(outputs.err()).contains("line 1)").doesNotContain("do_it$");
  }

  @Test
  void names_the_nearest_magic() {
    assertThat(run("%nosuchmagic").error().orElseThrow().name()).isEqualTo("MagicError");
  }

  @Test
  void keeps_the_last_error_whole() {
    run("throw new IllegalArgumentException(\"whole\");");
    assertThat(session().lastError())
        .hasValueSatisfying(e -> assertThat(e).isInstanceOf(IllegalArgumentException.class));
  }
}
