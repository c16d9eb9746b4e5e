package firesteel.magics.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import firesteel.api.session.CellError;
import firesteel.api.session.CellResult;
import firesteel.testkit.MagicCase;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class MeasuringMagicsTest extends MagicCase {
  @Test
  void time_runs_a_line_and_gives_its_value() {
    assertThat(value("%time 1 + 1")).isEqualTo("2");
    assertThat(outputs.out()).matches("Wall time: [\\d.]+ \\S+, CPU time: [\\d.]+ \\S+\n");
  }

  @Test
  void time_keeps_what_the_code_declares() {
    assertThat(value("%time var timed = \"a  b\".length();\ntimed")).isEqualTo("4");
    assertThat(value("%%time\nint t1 = 5;\nint t2 = t1 * 2;\nt2")).isEqualTo("10");
    assertThat(value("t1 + t2")).isEqualTo("15");
  }

  @Test
  void time_says_what_it_needs() {
    assertThat(refusal("%time")).contains("%time needs Java");
    assertThat(refusal("%%time 1 + 1\n2")).contains("lines below");
  }

  @Test
  void an_error_of_timed_code_names_cell_and_line() {
    String traceback = failure("int before = 1;\n%time Integer.parseInt(\"x\")");
    assertThat(traceback).contains("NumberFormatException", "line 2").doesNotContain("TimeMagic");
    assertThat(failure("%%time\nint fine = 1;\nint bad = \"s\";")).contains("line 3");
  }

  @Test
  void timeit_measures_an_expression() {
    run("int calls = 0;\nint count() { return ++calls; }");
    assertThat(printed("%timeit -n 10 -r 3 count()"))
        .matches(
            "[\\d.]+ \\S+ ± [\\d.]+ \\S+ per loop"
                + " \\(mean ± std\\. dev\\. of 3 runs, 10 loops each\\), best [\\d.]+ \\S+\n");
    assertThat(value("calls")).isEqualTo("30");
  }

  @Test
  void timeit_measures_statements_and_void_calls() {
    run("var seen = new StringBuilder();");
    printed("%timeit -n 2 -r 1 int x = 5; seen.append(x);");
    printed("%timeit -n 1 -r 1 seen.setLength(seen.length() - 1)");
    assertThat(value("seen.toString()")).isEqualTo("5");
  }

  @Test
  void timeit_finds_how_many_runs_are_enough() {
    assertThat(printed("%timeit -r 1 Thread.sleep(30)")).contains("of 1 run, 10 loops each");
  }

  @Test
  void timeit_as_a_cell_runs_its_line_once_and_measures_the_rest() {
    run("int setUps = 0;\nint bodies = 0;");
    printed("%%timeit -n 3 -r 2 setUps++;\nint step = 1; // a comment\nbodies += step;");
    assertThat(value("setUps + \"/\" + bodies")).isEqualTo("1/6");
  }

  @Test
  void timeit_shows_compile_errors_in_the_users_own_text() {
    assertThat(failure("%timeit nowhere.at()"))
        .contains("nowhere")
        .doesNotContain("firesteelLoop", "LongFunction");
    assertThat(failure("\n%timeit -n 1 -r 1 Integer.parseInt(\"x\")"))
        .contains("NumberFormatException", "line 2");
  }

  @Test
  void timeit_refuses_numbers_that_make_no_sense() {
    assertThat(refusal("%timeit -n 0 1")).contains("-n must be");
    assertThat(refusal("%timeit -n x 1")).contains("'x' is not a long", "Usage: %timeit");
    assertThat(refusal("%timeit")).contains("%timeit needs Java");
  }

  @Test
  void timeit_can_be_interrupted() throws Exception {
    run("int ticks = 0;");
    CompletableFuture<CellResult> running =
        CompletableFuture.supplyAsync(() -> run("%timeit -r 1000000 ticks++"));
    Awaitility.await()
        .until(
            () ->
                session().variables().stream()
                    .anyMatch(v -> v.name().equals("ticks") && (Integer) v.value() > 1000));
    session().interrupt();
    assertThat(running.get().error().orElseThrow().name()).isEqualTo(CellError.INTERRUPTED);
  }

  @Test
  void reports_mean_deviation_and_best() {
    assertThat(TimeItMagic.report(List.of(1000.0, 2000.0, 3000.0), 10))
        .isEqualTo(
            "2.00 µs ± 816 ns per loop (mean ± std. dev. of 3 runs, 10 loops each), best 1.00 µs");
    assertThat(Durations.text(5)).isEqualTo("5.00 ns");
    assertThat(Durations.text(45.6e6)).isEqualTo("45.6 ms");
    assertThat(Durations.text(1.5e9)).isEqualTo("1.50 s");
    assertThat(Durations.text(125e9)).isEqualTo("2 min 5 s");
  }
}
