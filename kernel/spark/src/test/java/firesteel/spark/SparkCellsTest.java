package firesteel.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import firesteel.api.session.Cell;
import firesteel.api.session.CellError;
import firesteel.api.session.CellOutputs;
import firesteel.api.session.CellResult;
import firesteel.api.session.RecordingOutputs;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.spark.SparkExecutorInfo;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.scheduler.SparkListenerTaskStart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SparkCellsTest extends SparkCase {
  @Test
  void spark_sc_and_sql_are_there_with_their_imports() {
    assertThat(value("spark.range(1000).count()")).isEqualTo("1000");
    assertThat(value("sc.parallelize(List.of(1, 2, 3)).map(x -> x + 1).collect()"))
        .isEqualTo("[2, 3, 4]");
    assertThat(value("sql(\"select 1 + 1 as two\").first().getInt(0)")).isEqualTo("2");
    assertThat(
            value(
                "Dataset<Row> some = spark.range(3).select(col(\"id\").plus(lit(1L))); some.count()"))
        .isEqualTo("3");
  }

  @Test
  void javas_classes_win_over_sparks_of_the_same_name() {
    assertThat(value("Function<Integer, Integer> twice = x -> 2 * x; twice.apply(4)"))
        .isEqualTo("8");
    assertThat(value("Optional.of(\"x\").get()")).contains("x");
  }

  @Test
  void the_jobs_of_a_cell_form_a_group_named_after_its_first_line() {
    value("\nspark.range(10).count()");
    assertThat(
            value(
                "// counting\n"
                    + "List.of(sc.getLocalProperty(\"spark.jobGroup.id\").isEmpty(),"
                    + " sc.getLocalProperty(\"spark.job.description\"))"))
        .contains("false", "// counting");
  }

  @Test
  void local_properties_and_groups_of_the_user_hold_in_the_next_cell() {
    value("sc.setLocalProperty(\"mine\", \"1\"); sc.setJobGroup(\"my group\", \"d\");");
    try {
      assertThat(
              value("sc.getLocalProperty(\"mine\") + sc.getLocalProperty(\"spark.jobGroup.id\")"))
          .contains("1my group");
    } finally {
      value("sc.setLocalProperty(\"mine\", null); sc.clearJobGroup();");
    }
  }

  @Test
  void a_session_that_a_cell_builds_is_the_one_that_runs() {
    assertThat(
            value(
                "SparkSession mine = SparkSession.builder().appName(\"x\").master(\"local[*]\")"
                    + ".getOrCreate(); mine == spark"))
        .isEqualTo("true");
  }

  @Test
  void a_lambda_that_prints_prints_into_its_cell() {
    RecordingOutputs outputs = new RecordingOutputs();
    CellResult result =
        run(
            "spark.range(4).foreach((ForeachFunction<Long>) x -> System.out.println(\"row \" + x));",
            outputs);
    assertThat(result.error()).isEmpty();
    assertThat(outputs.out()).contains("row 0\n", "row 1\n", "row 2\n", "row 3\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "spark.range(2).map((MapFunction<Long, Long>) x -> { while (x >= 0) { } return x; },"
            + " Encoders.LONG()).collect()",
        "sc.parallelize(List.of(1, 2), 2).map(x -> { Thread.sleep(100_000); return x; }).collect()",
        "spark.range(1_000_000_000_000L).selectExpr(\"sum(id * 3 % 7)\").collect()",
        "while (true) spark.range(100).count();",
        "sc.setJobGroup(\"own\", \"\");"
            + " sc.parallelize(List.of(1, 2), 2).map(x -> { Thread.sleep(100_000); return x; }).count()",
        "sc.clearJobGroup(); var other = new Thread(() ->"
            + " spark.range(1_000_000_000_000L).selectExpr(\"sum(id * 3 % 7)\").collect());"
            + " other.start(); other.join()",
      })
  void an_interrupt_ends_the_cell_and_its_jobs(String code) {
    assertThat(value("int kept = 42; spark.range(10).count()")).isEqualTo("10");
    CompletableFuture<CellResult> result = start(code, CellOutputs.none());
    // The thread that a cell started ends with the cancelled job: that is no failure of the test.
    await().dontCatchUncaughtExceptions().until(() -> result.isDone() || activeJobs() > 0);
    session().interrupt();
    assertThat(result.join().error().map(CellError::name)).contains(CellError.INTERRUPTED);
    await().dontCatchUncaughtExceptions().until(() -> activeJobs() == 0);
    assertThat(value("kept + spark.range(8).count()")).isEqualTo("50");
  }

  @Test
  void a_thread_that_an_interrupted_cell_left_behind_gets_no_job_through() throws Exception {
    value("var gate = new java.util.concurrent.CountDownLatch(1); Thread late = null;");
    CompletableFuture<CellResult> result =
        start(
            "late = new Thread(() -> { sc.clearJobGroup();"
                + " boolean open = false; while (!open) {"
                + " try { gate.await(); open = true; }"
                + " catch (InterruptedException e) { } }"
                + " spark.range(1_000_000_000_000L).selectExpr(\"sum(id * 3)\").collect(); });"
                + " late.start(); Thread.sleep(100_000);",
            CellOutputs.none());
    await().until(() -> Boolean.TRUE.equals(lateIsWaiting()));
    session().interrupt();
    assertThat(result.join().isOk()).isFalse();
    value("gate.countDown();");
    await()
        .dontCatchUncaughtExceptions()
        .until(() -> "true".equals(value("(!late.isAlive())")) && activeJobs() == 0);
  }

  private static Boolean lateIsWaiting() {
    return session().variables().stream()
        .filter(v -> v.name().equals("late") && v.value() instanceof Thread)
        .map(v -> ((Thread) v.value()).getState() == Thread.State.WAITING)
        .findFirst()
        .orElse(false);
  }

  private static int activeJobs() {
    return extension().sc().statusTracker().getActiveJobIds().length;
  }

  @Test
  void a_long_job_shows_progress_that_ends_in_one_line() {
    RecordingOutputs outputs = new RecordingOutputs();
    CellResult result =
        run(
            "sc.parallelize(List.of(1, 2, 3), 3).map(x -> { Thread.sleep(800); return x; }).count()",
            outputs);
    assertThat(result.error()).isEmpty();
    assertThat(outputs.shown()).hasSize(1);
    assertThat(outputs.shown().get(0).text()).contains("of 3 tasks").doesNotContain("\n");
    assertThat(outputs.updates()).isNotEmpty();
    assertThat(outputs.updates().get(outputs.updates().size() - 1).text())
        .startsWith("Spark: 1 job \u00b7 1 stage \u00b7 3 tasks");
  }

  /** Holds back Spark's events from a task's start or end on, behind the listener of the cells. */
  private static final class Gate extends SparkListener implements AutoCloseable {
    private final CountDownLatch held = new CountDownLatch(1);
    private final CountDownLatch open = new CountDownLatch(1);
    private final boolean atStarts;

    Gate(boolean atStarts) {
      this.atStarts = atStarts;
      extension().sc().sc().addSparkListener(this);
    }

    @Override
    public void onTaskStart(SparkListenerTaskStart event) {
      hold(atStarts);
    }

    @Override
    public void onTaskEnd(SparkListenerTaskEnd event) {
      hold(!atStarts);
    }

    private void hold(boolean wanted) {
      held.countDown();
      try {
        if (wanted && !open.await(1, TimeUnit.MINUTES)) {
          throw new AssertionError("the gate was not opened");
        }
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }

    @Override
    public void close() {
      open.countDown();
      extension().sc().sc().removeSparkListener(this);
    }
  }

  private static CompletableFuture<CellResult> start(String code, CellOutputs outputs) {
    return CompletableFuture.supplyAsync(
        () -> session().execute(Cell.of(code), outputs),
        work -> new Thread(work, "cell of a test").start());
  }

  private static int runningTasks() {
    return Arrays.stream(extension().sc().statusTracker().getExecutorInfos())
        .mapToInt(SparkExecutorInfo::numRunningTasks)
        .sum();
  }

  @Test
  void a_task_that_is_heard_of_after_its_interrupted_cell_is_killed_too() {
    try (Gate gate = new Gate(true)) {
      CompletableFuture<CellResult> result =
          start(
              "sc.setJobGroup(\"own\", \"\"); sc.parallelize(List.of(1, 2), 2)"
                  + ".map(x -> { Thread.sleep(100_000); return x; }).count()",
              CellOutputs.none());
      await().until(() -> gate.held.getCount() == 0 && runningTasks() == 2);
      session().interrupt();
      assertThat(result.join().error().map(CellError::name)).contains(CellError.INTERRUPTED);
      assertThat(value("sc.clearJobGroup(); 1")).isEqualTo("1");
    }
    await().until(() -> runningTasks() == 0);
  }

  @Test
  void the_last_line_counts_what_is_heard_of_after_the_cell() {
    RecordingOutputs outputs = new RecordingOutputs();
    try (Gate gate = new Gate(false)) {
      CompletableFuture<CellResult> result =
          start(
              "sc.parallelize(List.of(1, 2), 2).map(x -> { Thread.sleep(1500); return x; }).count()",
              outputs);
      await()
          .until(
              () ->
                  Thread.getAllStackTraces().entrySet().stream()
                      .filter(thread -> thread.getKey().getName().equals("cell of a test"))
                      .flatMap(thread -> Arrays.stream(thread.getValue()))
                      .anyMatch(frame -> frame.getMethodName().equals("waitUntilEmpty")));
      gate.open.countDown();
      assertThat(result.join().error()).isEmpty();
    }
    assertThat(outputs.updates().get(outputs.updates().size() - 1).text())
        .startsWith("Spark: 1 job \u00b7 1 stage \u00b7 2 tasks");
  }

  @Test
  void short_jobs_show_nothing() {
    value("spark.range(10).count()");
    RecordingOutputs outputs = new RecordingOutputs();
    run("spark.range(10).count()", outputs);
    assertThat(outputs.shown()).isEmpty();
  }

  @Test
  void progress_can_be_switched_off() {
    value("spark.conf().set(\"spark.firesteel.progress\", \"false\");");
    try {
      RecordingOutputs outputs = new RecordingOutputs();
      run(
          "sc.parallelize(List.of(1), 1).map(x -> { Thread.sleep(1200); return x; }).count()",
          outputs);
      assertThat(outputs.shown()).isEmpty();
    } finally {
      value("spark.conf().unset(\"spark.firesteel.progress\");");
    }
  }

  @Test
  void the_web_ui_listens_on_loopback_alone() {
    String url = extension().spark().sparkContext().uiWebUrl().get();
    assertThat(URI.create(url).getHost()).isEqualTo("127.0.0.1");
  }

  @Test
  void tables_go_to_the_notebooks_folder() {
    value("spark.range(3).write().saveAsTable(\"three\");");
    assertThat(folder.resolve("spark-warehouse/three")).isDirectory();
    assertThat(folder.resolve("metastore_db")).doesNotExist();
    assertThat(Path.of("spark-warehouse")).doesNotExist();
    assertThat(Path.of("metastore_db")).doesNotExist();
    assertThat(value("spark.table(\"three\").count()")).isEqualTo("3");
  }

  @Test
  void warnings_go_to_the_log_file() {
    value(
        "org.slf4j.LoggerFactory.getLogger(\"org.apache.spark.Test\").warn(\"a warning for the file\"); spark.version()");
    await()
        .untilAsserted(
            () ->
                assertThat(Files.readString(extension().logFile()))
                    .contains("a warning for the file"));
  }

  @Test
  void what_first_cells_do_can_be_rehearsed() {
    extension().warmUp();
    assertThat(value("spark.catalog().listTables().filter(\"name like 'firesteel%'\").count()"))
        .isEqualTo("0");
  }
}
