package firesteel.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import firesteel.api.session.Session;
import firesteel.engine.JavaSession;
import firesteel.engine.TestClassPath;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The copy of a notebook while it runs, and what it says of the run. */
class RunCopyTest {
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
  void outputs_are_announced_while_a_cell_runs() throws Exception {
    CountDownLatch seen = new CountDownLatch(1);
    List<Notebook> states = new ArrayList<>();
    RunListener listener =
        new RunListener() {
          @Override
          public void changed(Supplier<Notebook> soFar) {
            Notebook now = soFar.get();
            states.add(now);
            if (!now.cells().get(1).outputs().isEmpty()) {
              seen.countDown();
            }
          }
        };
    NotebookRunner runner =
        new NotebookRunner(session, RunOptions.defaults().withListeners(List.of(listener)));
    CompletableFuture<NotebookRun> running =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return runner.run(
                    notebook(
                        code("1", new Output.Stream("stdout", "old")),
                        code("System.out.println(\"go\"); while (true) {}"),
                        code("3", new Output.Stream("stdout", "old"))));
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    assertThat(seen.await(60, TimeUnit.SECONDS)).isTrue();
    runner.stop();
    running.get(60, TimeUnit.SECONDS);

    assertThat(states.get(0).cells()).allMatch(cell -> cell.outputs().isEmpty());
    assertThat(states.get(1).cells().get(0).outputs()).hasSize(1);
    assertThat(states.get(2).cells().get(1).outputs())
        .containsExactly(new Output.Stream("stdout", "go\n"));
    assertThat(states.get(2).cells().get(2).outputs()).isEmpty();
  }

  @Test
  @SuppressWarnings("unchecked")
  void a_described_run_has_the_times_of_jupyterlab_and_papermill() throws Exception {
    RunOptions options =
        RunOptions.defaults()
            .withDescription(new RunDescription(Map.of("n", 5), "in.ipynb", "out.ipynb", "Me 1"));

    NotebookRun run =
        new NotebookRunner(session, options)
            .run(notebook(code("1"), code("1 / 0"), code("3"), markdown("m")));

    List<NotebookCell> cells = run.notebook().cells();
    assertThat((Map<String, Object>) cells.get(0).metadata().get("execution"))
        .containsOnlyKeys(
            "iopub.status.busy", "iopub.execute_input", "iopub.status.idle", "shell.execute_reply")
        .allSatisfy((name, time) -> assertThat(Instant.parse((String) time)).isNotNull());
    assertThat((Map<String, Object>) cells.get(0).metadata().get("papermill"))
        .containsEntry("status", "completed")
        .containsEntry("exception", false)
        .containsKeys("start_time", "end_time", "duration");
    assertThat((Map<String, Object>) cells.get(1).metadata().get("papermill"))
        .containsEntry("status", "failed")
        .containsEntry("exception", true);
    assertThat((Map<String, Object>) cells.get(2).metadata().get("papermill"))
        .containsEntry("status", "pending")
        .containsEntry("start_time", null);
    assertThat(cells.get(3).metadata()).isEmpty();
    assertThat((Map<String, Object>) run.notebook().metadata().get("papermill"))
        .containsEntry("parameters", Map.of("n", 5))
        .containsEntry("input_path", "in.ipynb")
        .containsEntry("output_path", "out.ipynb")
        .containsEntry("version", "Me 1")
        .containsEntry("exception", true)
        .hasEntrySatisfying("duration", seconds -> assertThat((Double) seconds).isGreaterThan(0));
  }

  @Test
  void a_run_without_description_leaves_no_times_of_an_earlier_one() throws Exception {
    NotebookCell timed =
        code("1")
            .withMetadata(
                Map.of("execution", Map.of("iopub.status.busy", "t"), "tags", List.of("a")));

    NotebookRun run = new NotebookRunner(session, RunOptions.defaults()).run(notebook(timed));

    assertThat(run.notebook().cells().get(0).metadata()).isEqualTo(Map.of("tags", List.of("a")));
  }

  private static Notebook notebook(NotebookCell... cells) {
    return new Notebook(List.of(cells), Map.of(), 5, Map.of());
  }

  private static NotebookCell code(String source, Output... outputs) {
    return new NotebookCell("code", source, Map.of(), List.of(outputs), Optional.empty(), Map.of());
  }

  private static NotebookCell markdown(String source) {
    return new NotebookCell("markdown", source, Map.of(), List.of(), Optional.empty(), Map.of());
  }
}
