package firesteel.engine;

import static org.assertj.core.api.Assertions.assertThat;

import firesteel.api.log.CellLog;
import firesteel.api.log.JavaLogHandler;
import firesteel.api.session.RecordingOutputs;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SessionLogTest extends SessionCase {
  /** The records that the earlier handler would get. */
  private static final class Others extends Handler {
    private final List<String> messages = new ArrayList<>();

    @Override
    public void publish(LogRecord record) {
      messages.add(record.getMessage());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  private static final Logger ROOT = Logger.getLogger("");
  private static final Others OTHERS = new Others();
  private static final Handler HANDLER = new JavaLogHandler(OTHERS);
  private static final List<Handler> BEFORE = List.of(ROOT.getHandlers());

  // The tests' own process has Java's logging configured already.
  @BeforeAll
  static void install() {
    BEFORE.forEach(ROOT::removeHandler);
    ROOT.addHandler(HANDLER);
  }

  @AfterAll
  static void remove() {
    ROOT.removeHandler(HANDLER);
    BEFORE.forEach(ROOT::addHandler);
  }

  private static String logged(String code) {
    RecordingOutputs outputs = new RecordingOutputs();
    assertThat(run(code, outputs).error()).isEmpty();
    return outputs.err();
  }

  @Test
  void what_javas_loggers_say_is_error_output_of_the_cell() {
    assertThat(
            logged(
                """
                var log = java.util.logging.Logger.getLogger("prices");
                log.fine("unseen");
                log.log(java.util.logging.Level.INFO, "{0} rows", 5);
                System.getLogger("loader").log(System.Logger.Level.WARNING, "slow");
                """))
        .contains("INFO prices: 5 rows\n", "WARNING loader: slow\n")
        .doesNotContain("unseen");
  }

  @Test
  void a_level_that_the_user_sets_counts() {
    assertThat(
            logged(
                """
                var detailed = java.util.logging.Logger.getLogger("detailed");
                detailed.setLevel(java.util.logging.Level.FINE);
                detailed.fine("a detail");
                detailed.setLevel(java.util.logging.Level.SEVERE);
                detailed.warning("unseen");
                """))
        .contains("FINE detailed: a detail\n")
        .doesNotContain("unseen");
  }

  @Test
  void an_exception_is_shown_with_cell_and_line() {
    String logged =
        logged(
            """
            class Job {
              static final java.util.logging.Logger LOG =
                  java.util.logging.Logger.getLogger(Job.class.getName());
              void fail() {
                LOG.log(java.util.logging.Level.SEVERE, "failed", new IllegalStateException("why"));
              }
            }
            new Job().fail();
            """);
    assertThat(logged)
        .contains("SEVERE Job: failed\n  IllegalStateException: why\n")
        .containsPattern("Cell \\[\\d+], line 5")
        .doesNotContain("firesteel.", "REPL");
  }

  @Test
  void a_thread_logs_to_the_cell_that_started_it() {
    String code =
        "var thread = new Thread(() -> java.util.logging.Logger.getLogger(\"t\").info(\"%s\"));"
            + " thread.start(); thread.join();";
    assertThat(logged(code.formatted("one"))).contains("one").doesNotContain("two");
    assertThat(logged(code.formatted("two"))).contains("two").doesNotContain("one");
  }

  @Test
  void the_kernels_own_loggers_are_not_shown() {
    assertThat(
            logged(
                "java.util.logging.Logger.getLogger(\"firesteel.api.session.Session\").warning(\"own\");"))
        .doesNotContain("WARNING firesteel");
    assertThat(OTHERS.messages).contains("own");
    assertThat(CellLog.isIn(Set.of("org.apache.spark"), "org.apache.spark")).isTrue();
    assertThat(CellLog.isIn(Set.of("org.apache.spark"), "org.apache.sparkling.Job")).isFalse();
  }
}
