package firesteel.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import firesteel.api.display.MimeBundle;
import firesteel.api.session.Cell;
import firesteel.api.session.CellOutputs;
import firesteel.api.session.CellResult;
import firesteel.api.session.IdleMonitor;
import firesteel.api.session.Session;
import firesteel.spark.master.Connection;
import firesteel.spark.settings.SparkOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.logging.log4j.core.config.DefaultConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SparkStartTest {
  @TempDir Path folder;

  private static String value(Session session, String code) {
    CellResult result = session.execute(Cell.of(code), CellOutputs.none());
    assertThat(result.error()).isEmpty();
    return result.value().map(MimeBundle::text).orElse(null);
  }

  private static String failure(Session session, String code) {
    CellResult result = session.execute(Cell.of(code), CellOutputs.none());
    return String.join("\n", result.error().orElseThrow().traceback());
  }

  private void defaults(String text) throws IOException {
    Path conf = Files.createDirectories(folder.resolve("conf"));
    Files.writeString(conf.resolve("spark-defaults.conf"), text);
  }

  private SparkOptions options() {
    return new SparkOptions(
        Map.of(),
        Optional.empty(),
        Optional.of(folder.resolve("conf")),
        folder.resolve("logs"),
        folder.resolve("tmp"),
        true);
  }

  @Test
  void a_failed_start_is_explained_and_the_next_use_starts_again() throws IOException {
    defaults("spark.master nonsense");
    try (Session session = SparkCase.session(new SparkExtension(options()), folder)) {
      session.start();
      assertThat(failure(session, "spark.range(3).count()"))
          .contains("Spark did not start", "nonsense", "spark-defaults.conf");
      assertThat(value(session, "1 + 1")).isEqualTo("2");
      defaults("spark.master local[1]\nspark.app.name Named in the file");
      assertThat(value(session, "spark.range(3).count()")).isEqualTo("3");
      assertThat(value(session, "sc.appName()")).contains("Named in the file");
    }
  }

  @Test
  void spark_starts_again_after_the_user_stopped_it() throws IOException {
    defaults("spark.master local[1]");
    try (Session session = SparkCase.session(new SparkExtension(options()), folder)) {
      value(session, "Dataset<Long> old = spark.range(3); spark.stop();");
      assertThat(failure(session, "old.count()"))
          .contains("this SparkContext has been stopped", "start a new one");
      assertThat(value(session, "spark.range(5).count()")).isEqualTo("5");
      value(
          session, "spark.stop(); spark = SparkSession.builder().appName(\"own\").getOrCreate();");
      assertThat(value(session, "sc.appName() + spark.range(2).count()")).contains("own2");
    }
  }

  @Test
  void plain_java_comes_first_and_a_cell_that_mentions_spark_does_not_wait() throws Exception {
    defaults("spark.master local[1]");
    try (Session session = SparkCase.session(new SparkExtension(options()), folder)) {
      Thread plain =
          new Thread(() -> session.execute(Cell.of("Thread.sleep(1_000_000)"), CellOutputs.none()));
      plain.start();
      session.awaitReady();
      await().until(() -> Thread.getAllStackTraces().entrySet().stream().anyMatch(this::isHeldUp));
      assertThat(folder.resolve("tmp"))
          .satisfiesAnyOf(
              tmp -> assertThat(tmp).doesNotExist(), tmp -> assertThat(tmp).isEmptyDirectory());
      assertThat(value(session, "spark.range(3).count()")).isEqualTo("3");
      session.interrupt();
      plain.join();
    }
  }

  @Test
  void whatever_starts_spark_first_starts_it_once_and_our_way() throws Exception {
    defaults("spark.master local[1]");
    SparkExtension extension = new SparkExtension(options());
    try (Session session = SparkCase.session(extension, folder)) {
      session.start();
      Configurator.reconfigure(new DefaultConfiguration());
      String context = ".sparkContext().applicationId()";
      List<String> cells =
          List.of(
              "SparkSession.builder().master(\"local[1]\").getOrCreate()" + context,
              "new JavaSparkContext(new org.apache.spark.SparkConf()).sc().applicationId()",
              "org.apache.spark.SparkContext.getOrCreate().applicationId()",
              "SparkSession.active()" + context,
              "spark" + context);
      Set<String> seen = ConcurrentHashMap.newKeySet();
      List<Thread> threads =
          cells.stream().map(code -> new Thread(() -> seen.add(value(session, code)))).toList();
      threads.forEach(Thread::start);
      extension.prepare();
      assertThat(LoggerContext.getContext(false).getConfiguration().getName())
          .startsWith("Firesteel ");
      for (Thread thread : threads) {
        thread.join();
      }
      assertThat(seen).hasSize(1);
      assertThat(value(session, "sc.getConf().get(\"spark.driver.host\")")).isEqualTo("127.0.0.1");
      assertThat(LoggerContext.getContext(false).getConfiguration().getName())
          .startsWith("Firesteel ");
    }
  }

  @Test
  void hive_without_its_module_is_refused_with_the_line_that_brings_it() throws Exception {
    defaults("spark.master local[1]");
    SparkExtension extension = new SparkExtension(options());
    Connection hive = Connection.DEFAULT.with(Map.of("spark.sql.catalogImplementation", "hive"));
    try (Session session = SparkCase.session(extension, folder)) {
      assertThat(value(session, "spark.range(3).count()")).isEqualTo("3");
      assertThatThrownBy(() -> extension.connect(hive))
          .hasMessageContaining("%maven org.apache.spark:spark-hive_2.13:4.2.0")
          .hasMessageContaining("--packages");
      assertThat(value(session, "spark.range(3).count()")).isEqualTo("3");
    }
  }

  private boolean isHeldUp(Map.Entry<Thread, StackTraceElement[]> thread) {
    return thread.getKey().getName().equals("firesteel-spark-background")
        && thread.getKey().getState() == Thread.State.WAITING
        && Arrays.stream(thread.getValue())
            .anyMatch(frame -> frame.getClassName().endsWith(IdleMonitor.class.getSimpleName()));
  }

  @Test
  void nothing_but_saved_tables_is_left_when_the_session_closes() throws Exception {
    defaults("spark.master local[1]");
    Process killed = new ProcessBuilder("true").start();
    killed.waitFor();
    Path orphan = folder.resolve("tmp/firesteel-spark-" + killed.pid() + "-1");
    Files.createDirectories(orphan.resolve("local"));
    SparkExtension extension = new SparkExtension(options());
    try (Session session = SparkCase.session(extension, folder)) {
      value(session, "spark.range(3).write().saveAsTable(\"t\");");
      assertThat(folder.resolve("tmp")).isNotEmptyDirectory();
      await().untilAsserted(() -> assertThat(orphan).doesNotExist());
    }
    assertThat(folder.resolve("tmp")).isEmptyDirectory();
    assertThat(folder.resolve("spark-warehouse/t")).isDirectory();
    assertThat(System.getProperties().stringPropertyNames())
        .noneMatch(name -> name.equals("spark.master"));
    assertThat(Thread.getAllStackTraces().keySet())
        .noneMatch(thread -> thread.getName().startsWith("firesteel-spark-progress"));
  }

  @Test
  void java_cells_run_beside_a_spark_home_that_cannot() throws IOException {
    Path jars = Files.createDirectories(folder.resolve("spark-3/jars"));
    for (String module : new String[] {"core", "sql"}) {
      Files.createFile(jars.resolve("spark-" + module + "_2.12-3.5.6.jar"));
    }
    SparkOptions old =
        SparkOptions.fromEnvironment(Map.of("SPARK_HOME", folder.resolve("spark-3").toString()));
    try (Session session = SparkCase.session(new SparkExtension(old), folder)) {
      session.start();
      assertThat(value(session, "List.of(1, 2).size()")).isEqualTo("2");
      assertThat(failure(session, "spark.range(3).count()"))
          .contains("is Spark 3.5.6", "Firesteel runs Spark 4.0 to 4.3");
    }
  }
}
