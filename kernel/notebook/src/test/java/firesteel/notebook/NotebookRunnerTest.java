package firesteel.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import firesteel.api.session.CellOutputs;
import firesteel.api.session.RecordingOutputs;
import firesteel.api.session.Session;
import firesteel.engine.JavaSession;
import firesteel.engine.TestClassPath;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NotebookRunnerTest {
  private Session session;

  @BeforeEach
  void open() {
    session = JavaSession.builder().classPath(TestClassPath.entries()).build();
  }

  @AfterEach
  void close() {
    session.close();
  }

  @Test
  void values_prints_and_counts_are_written_into_the_copy() throws Exception {
    NotebookRun run =
        run(
            code("int x = 20;"),
            code("System.out.print(\"a\");\nSystem.out.println(\"b\");\nx + 1"));

    assertThat(run.end()).isEqualTo(NotebookRun.End.COMPLETED);
    assertThat(run.failure()).isEmpty();
    assertThat(counts(run)).containsExactly(Optional.of(1), Optional.of(2));
    assertThat(run.notebook().cells().get(0).outputs()).isEmpty();
    assertThat(run.notebook().cells().get(1).outputs())
        .containsExactly(
            new Output.Stream("stdout", "ab\n"),
            new Output.Result(2, Map.of("text/plain", "21"), Map.of()));
  }

  @Test
  void a_failing_cell_ends_the_run_and_is_named_with_its_line() throws Exception {
    NotebookRun run =
        run(
            markdown("# Title"),
            code("int a = 1;\nint b = a / 0;"),
            code("int c = 2;", new Output.Stream("stdout", "old")));

    assertThat(run.end()).isEqualTo(NotebookRun.End.FAILED);
    NotebookRun.Failure failure = run.failure().orElseThrow();
    assertThat(failure.cell()).isEqualTo(2);
    assertThat(failure.line()).hasValue(2);
    assertThat(failure.error().name()).isEqualTo("ArithmeticException");
    assertThat(run.notebook().cells().get(1).outputs())
        .singleElement()
        .isInstanceOfSatisfying(
            Output.Failure.class,
            error -> {
              assertThat(error.name()).isEqualTo("ArithmeticException");
              assertThat(error.traceback()).isEqualTo(failure.error().colouredTraceback());
            });
    assertThat(run.notebook().cells().get(2).outputs()).isEmpty();
    assertThat(run.notebook().cells().get(2).executionCount()).isEmpty();
  }

  @Test
  void a_failure_that_the_tag_allows_does_not_end_the_run() throws Exception {
    NotebookRun run = run(tagged("int z = 1 / 0;", "raises-exception"), code("1 + 1"));

    assertThat(run.end()).isEqualTo(NotebookRun.End.COMPLETED);
    assertThat(run.notebook().cells().get(0).outputs())
        .singleElement()
        .isInstanceOf(Output.Failure.class);
    assertThat(run.notebook().cells().get(1).outputs()).hasSize(1);
  }

  @Test
  void blank_and_skipped_cells_stay_as_they_are() throws Exception {
    NotebookCell skipped =
        tagged("throw new Error();", "skip-execution")
            .withOutputs(List.of(new Output.Stream("stdout", "kept")), Optional.of(7));

    NotebookRun run = run(code(" \n"), skipped, code("1"));

    assertThat(run.end()).isEqualTo(NotebookRun.End.COMPLETED);
    assertThat(counts(run)).containsExactly(Optional.empty(), Optional.of(7), Optional.of(1));
    assertThat(run.notebook().cells().get(1)).isEqualTo(skipped);
  }

  @Test
  void a_display_is_updated_wherever_it_is_shown_and_clear_removes() throws Exception {
    NotebookRun run =
        run(
            code("display(html(\"<i>1</i>\"), \"text/html\"); var id = display(\"first\");"),
            code("System.out.println(\"gone\"); clearOutput(true); System.out.println(\"stays\");"),
            code("updateDisplay(id, \"second\");"));

    assertThat(run.failure()).isEmpty();
    assertThat(run.notebook().cells().get(0).outputs().get(1))
        .isInstanceOfSatisfying(
            Output.Display.class,
            display -> assertThat(display.data()).containsEntry("text/plain", "second"));
    assertThat(run.notebook().cells().get(1).outputs())
        .containsExactly(new Output.Stream("stdout", "stays\n"));
    assertThat(run.notebook().cells().get(2).outputs()).isEmpty();
  }

  @Test
  void input_is_refused_with_an_error() throws Exception {
    NotebookRun run = run(code("String name = input(\"Name? \");"));

    assertThat(run.end()).isEqualTo(NotebookRun.End.FAILED);
    assertThat(String.join("\n", run.failure().orElseThrow().error().traceback()))
        .contains("does not take input");
  }

  @Test
  void a_cell_that_runs_too_long_is_stopped() throws Exception {
    RunOptions options = RunOptions.defaults().withCellTimeout(Duration.ofMillis(300));
    session.awaitReady();

    NotebookRun run =
        new NotebookRunner(session, options)
            .run(notebook(code("while (true) { Thread.sleep(10); }"), code("1")));

    assertThat(run.end()).isEqualTo(NotebookRun.End.TIMED_OUT);
    assertThat(run.failure().orElseThrow().cell()).isEqualTo(1);
    assertThat(run.notebook().cells().get(1).executionCount()).isEmpty();
  }

  @Test
  void stop_interrupts_the_cell_and_keeps_what_there_is() throws Exception {
    CountDownLatch spinning = new CountDownLatch(1);
    CellOutputs echo =
        new RecordingOutputs() {
          @Override
          public void stdout(String text) {
            spinning.countDown();
          }
        };
    NotebookRunner runner = new NotebookRunner(session, RunOptions.defaults().withEcho(echo));
    CompletableFuture<NotebookRun> running =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return runner.run(
                    notebook(code("System.out.println(\"go\"); while (true) {}"), code("1")));
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    assertThat(spinning.await(60, TimeUnit.SECONDS)).isTrue();

    runner.stop();

    NotebookRun run = running.get(60, TimeUnit.SECONDS);
    assertThat(run.end()).isEqualTo(NotebookRun.End.STOPPED);
    assertThat(run.notebook().cells().get(0).outputs().get(0))
        .isEqualTo(new Output.Stream("stdout", "go\n"));
    assertThat(run.notebook().cells().get(1).executionCount()).isEmpty();
  }

  @Test
  void the_copy_says_which_language_ran_and_the_caller_hears_of_each_cell() throws Exception {
    List<String> heard = new ArrayList<>();
    RunListener listener =
        new RunListener() {
          @Override
          public void cellStarted(int place, NotebookCell cell) {
            heard.add("start " + place + " " + cell.source());
          }

          @Override
          public void cellEnded(int place, NotebookCell cell, Duration took, boolean ok) {
            assertThat(took).isPositive();
            heard.add("end " + place + (ok ? "" : " failed"));
          }
        };
    RunOptions options =
        RunOptions.defaults()
            .withLanguageInfo(Map.of("name", "java"))
            .withListeners(List.of(listener))
            .withContinues(true);

    NotebookRun run =
        new NotebookRunner(session, options)
            .run(notebook(markdown("a"), code("1"), code(""), code("1 / 0")));

    assertThat(run.notebook().metadata()).containsEntry("language_info", Map.of("name", "java"));
    assertThat(heard).containsExactly("start 2 1", "end 2", "start 4 1 / 0", "end 4 failed");
  }

  @Test
  void a_run_that_goes_on_after_failures_names_them_all() throws Exception {
    NotebookRun run =
        new NotebookRunner(session, RunOptions.defaults().withContinues(true))
            .run(
                notebook(
                    code("int a = 1 / 0;"),
                    code("2"),
                    tagged("int b = 1 / 0;", "raises-exception"),
                    code("undeclared")));

    assertThat(run.end()).isEqualTo(NotebookRun.End.COMPLETED);
    assertThat(run.failure()).isEmpty();
    assertThat(run.failures()).extracting(NotebookRun.Failure::cell).containsExactly(1, 4);
    assertThat(run.notebook().cells().get(1).outputs()).hasSize(1);
  }

  private NotebookRun run(NotebookCell... cells) throws InterruptedException {
    return new NotebookRunner(session, RunOptions.defaults()).run(notebook(cells));
  }

  private static List<Optional<Integer>> counts(NotebookRun run) {
    return run.notebook().cells().stream().map(NotebookCell::executionCount).toList();
  }

  private static Notebook notebook(NotebookCell... cells) {
    return new Notebook(List.of(cells), Map.of(), 5, Map.of());
  }

  private static NotebookCell code(String source, Output... outputs) {
    return new NotebookCell("code", source, Map.of(), List.of(outputs), Optional.empty(), Map.of());
  }

  private static NotebookCell tagged(String source, String tag) {
    return new NotebookCell(
        "code", source, Map.of("tags", List.of(tag)), List.of(), Optional.empty(), Map.of());
  }

  private static NotebookCell markdown(String source) {
    return new NotebookCell("markdown", source, Map.of(), List.of(), Optional.empty(), Map.of());
  }
}
