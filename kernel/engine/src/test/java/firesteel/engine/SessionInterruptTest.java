package firesteel.engine;

import static org.assertj.core.api.Assertions.assertThat;

import firesteel.api.session.CellError;
import firesteel.api.session.CellResult;
import firesteel.api.session.RecordingOutputs;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionInterruptTest extends SessionCase {
  /** Runs a cell, interrupts it once it runs, and returns its error. */
  private static CellError interrupt(String code) throws Exception {
    return interruptAtGo("System.out.println(\"go\");\n" + code);
  }

  /** Runs a cell, interrupts it once it has printed "go", and returns its error. */
  private static CellError interruptAtGo(String code) throws Exception {
    RecordingOutputs outputs = new RecordingOutputs();
    CompletableFuture<CellResult> result = CompletableFuture.supplyAsync(() -> run(code, outputs));
    Awaitility.await()
        .dontCatchUncaughtExceptions()
        .atMost(Duration.ofSeconds(30))
        .until(() -> outputs.out().contains("go") || result.isDone());
    session().interrupt();
    return result.get(10, TimeUnit.SECONDS).error().orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Thread.sleep(60000);",
        "long q = 0; while (true) { q++; }",
        "while (true) { try { while (true) { Thread.onSpinWait(); } } catch (Throwable t) { } }",
        "for (;;) { try { Thread.sleep(10); } catch (InterruptedException e) { } }",
        "java.util.stream.Stream.iterate(1L, i -> i + 1).filter(i -> i < 0).findFirst();",
        "int down(int n) { return n == 0 ? 0 : down(n - 1); }\nwhile (true) { down(10); }",
        "new java.util.concurrent.CountDownLatch(1).await();",
        "new java.util.Scanner(System.in).nextLine();",
        "input(\"name?\");",
        "do { } while (true);",
        "long w = 0; switch (1) { default: while (true) w++; }",
      })
  void stops_a_cell(String code) throws Exception {
    assertThat(interrupt(code).name()).isEqualTo(CellError.INTERRUPTED);
    assertThat(value("1 + 1")).isEqualTo("2");
  }

  @Test
  void stops_a_cell_that_was_announced_but_had_not_started_yet() throws Exception {
    session()
        .interruptible(
            () -> {
              session().interrupt();
              CellError error =
                  run("while (true) { }", new RecordingOutputs()).error().orElseThrow();
              assertThat(error.name()).isEqualTo(CellError.INTERRUPTED);
            });
    session().interruptible(() -> assertThat(value("1 + 1")).isEqualTo("2"));
  }

  @Test
  void stops_cell_after_cell() throws Exception {
    for (int i = 0; i < 30; i++) {
      assertThat(interrupt("while (true) { }").name()).isEqualTo(CellError.INTERRUPTED);
    }
    assertThat(value("int s = 0; for (int i = 0; i < 10; i++) s += i;\ns")).isEqualTo("45");
  }

  @Test
  void stops_the_threads_that_the_cell_started() throws Exception {
    run("Thread spinning;");
    interruptAtGo(
        "spinning = new Thread(() -> { System.out.println(\"go\"); while (true) { } });\n"
            + "spinning.start();\nspinning.join();");
    Thread spinning =
        (Thread)
            session().variables().stream()
                .filter(v -> v.name().equals("spinning"))
                .findFirst()
                .orElseThrow()
                .value();
    Awaitility.await()
        .dontCatchUncaughtExceptions() // The thread dies of its stop.
        .atMost(Duration.ofSeconds(10))
        .until(() -> !spinning.isAlive());
  }

  @Test
  void runs_finally_blocks_of_a_stopped_cell() throws Exception {
    run("boolean cleaned = false;");
    interruptAtGo(
        "try { System.out.println(\"go\"); while (true) { } } finally { cleaned = true; }");
    assertThat(value("cleaned")).isEqualTo("true");
  }

  @Test
  void does_not_hit_the_cell_that_follows() {
    session().interrupt();
    assertThat(value("Thread.sleep(1); 5")).isEqualTo("5");
  }

  @Test
  void answers_completeness_and_runs_a_second_cell_while_one_runs() throws Exception {
    RecordingOutputs outputs = new RecordingOutputs();
    CompletableFuture<CellResult> busy =
        CompletableFuture.supplyAsync(
            () -> run("System.out.println(\"go\");\nwhile (true) { }", outputs));
    Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> outputs.out().contains("go"));
    assertThat(session().complete("String.", 7)).isNotNull();
    assertThat(value("6 * 7")).isEqualTo("42");
    assertThat(busy).isNotDone();
    session().interrupt();
    assertThat(busy.get(10, TimeUnit.SECONDS).isOk()).isFalse();
  }
}
