package firesteel.spark;

import static org.assertj.core.api.Assertions.assertThat;

import firesteel.api.session.RecordingOutputs;
import java.nio.file.Files;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CellLoggingTest extends SparkCase {
  private static String logged(String code) {
    RecordingOutputs outputs = new RecordingOutputs(Optional.empty());
    assertThat(run(code, outputs).error()).isEmpty();
    return outputs.err();
  }

  @Test
  void each_logging_library_is_heard() {
    value("spark.version()"); // Installs the bridge from Java's logging to slf4j.
    assertThat(
            logged(
                """
                org.slf4j.LoggerFactory.getLogger("by.slf4j").info("{} rows", 5);
                org.apache.logging.log4j.LogManager.getLogger("by.log4j").warn("two");
                org.apache.log4j.Logger.getLogger("by.log4j1").error("three");
                org.apache.commons.logging.LogFactory.getLog("by.commons").info("four");
                java.util.logging.Logger.getLogger("by.java").info("five");
                System.getLogger("by.system").log(System.Logger.Level.INFO, "six");
                org.slf4j.LoggerFactory.getLogger("by.slf4j").debug("unseen");
                """))
        .isEqualTo(
            """
            INFO by.slf4j: 5 rows
            WARN by.log4j: two
            ERROR by.log4j1: three
            INFO by.commons: four
            INFO by.java: five
            INFO by.system: six
            """);
  }

  @Test
  void levels_that_the_user_sets_count() {
    value("spark.version()"); // Installs the bridge from Java's logging to slf4j.
    assertThat(
            logged(
                """
                var levels = org.slf4j.LoggerFactory.getLogger("with.levels");
                org.apache.logging.log4j.core.config.Configurator.setLevel(
                    "with.levels", org.apache.logging.log4j.Level.DEBUG);
                levels.debug("debugged");
                org.apache.logging.log4j.core.config.Configurator.setLevel(
                    "with.levels", org.apache.logging.log4j.Level.ERROR);
                levels.warn("unseen");
                var old = org.apache.log4j.Logger.getLogger("with.old.levels");
                old.setLevel(org.apache.log4j.Level.ERROR);
                old.info("unseen");
                var fine = java.util.logging.Logger.getLogger("with.java.levels");
                fine.setLevel(java.util.logging.Level.FINE);
                fine.fine("fine");
                """))
        .isEqualTo("DEBUG with.levels: debugged\nFINE with.java.levels: fine\n");
  }

  @Test
  void sparks_level_is_for_spark_alone() {
    String all =
        """
        org.slf4j.LoggerFactory.getLogger("own.slf4j").info("one");
        org.apache.logging.log4j.LogManager.getLogger("own.log4j").warn("two");
        java.util.logging.Logger.getLogger("own.java").info("three");
        System.getLogger("own.system").log(System.Logger.Level.INFO, "four");
        """;
    try {
      for (String level : new String[] {"ERROR", "OFF", "INFO"}) {
        assertThat(logged("spark.sparkContext().setLogLevel(\"" + level + "\");\n" + all))
            .isEqualTo(
                """
                INFO own.slf4j: one
                WARN own.log4j: two
                INFO own.java: three
                INFO own.system: four
                """);
      }
    } finally {
      value("spark.sparkContext().setLogLevel(\"WARN\");");
    }
  }

  @Test
  void sparks_words_stay_in_the_log_file() throws Exception {
    String names =
        """
        for (String name : List.of("org.apache.spark.Own", "io.netty.Own", "firesteel.Own")) {
          org.slf4j.LoggerFactory.getLogger(name).info("information of " + name);
          org.slf4j.LoggerFactory.getLogger(name).warn("warning of " + name);
          java.util.logging.Logger.getLogger(name).warning("java's warning of " + name);
        }
        """;
    assertThat(logged(names)).isEmpty();
    assertThat(Files.readString(extension().logFile()))
        .contains("warning of org.apache.spark.Own", "java's warning of io.netty.Own")
        .doesNotContain("information of");
    String loud = "spark.sparkContext().setLogLevel(\"INFO\");";
    try {
      assertThat(logged(loud + "spark.range(3).count();")).doesNotContain("TaskSetManager");
      assertThat(Files.readString(extension().logFile())).contains("TaskSetManager");
    } finally {
      value("spark.sparkContext().setLogLevel(\"WARN\");");
    }
  }

  @Test
  void tasks_in_this_process_log_to_the_cell_of_their_job() {
    String logged =
        logged(
            """
            spark.range(0, 4, 1, 2).foreach((ForeachFunction<Long>) id -> {
              org.slf4j.LoggerFactory.getLogger("task").info("row " + id);
              java.util.logging.Logger.getLogger("task").info("java's row " + id);
            });
            """);
    assertThat(logged.lines().filter(line -> line.startsWith("INFO task: row "))).hasSize(4);
    assertThat(logged.lines().filter(line -> line.startsWith("INFO task: java's row "))).hasSize(4);
  }

  @Test
  void loggers_in_variables_travel_to_tasks() {
    value(
        """
        org.slf4j.Logger ofSlf4j = org.slf4j.LoggerFactory.getLogger("in.slf4j");
        org.apache.logging.log4j.Logger ofLog4j =
            org.apache.logging.log4j.LogManager.getLogger("in.log4j");
        java.util.logging.Logger ofJava = java.util.logging.Logger.getLogger("in.java");
        System.Logger ofSystem = System.getLogger("in.system");
        """);
    assertThat(
            logged(
                """
                sc.parallelize(List.of(1), 1).foreach(x -> {
                  ofSlf4j.info("one");
                  ofLog4j.info("two");
                  ofJava.info("three");
                  ofSystem.log(System.Logger.Level.INFO, "four");
                });
                """))
        .isEqualTo(
            "INFO in.slf4j: one\nINFO in.log4j: two\nINFO in.java: three\nINFO in.system: four\n");
  }

  @Test
  void the_streams_of_cells_travel_to_tasks() {
    for (String code :
        new String[] {
          "sc.parallelize(List.of(1, 2), 1).foreach(System.out::println);",
          "spark.range(1, 3, 1, 1).foreach((ForeachFunction<Long>) System.out::println);",
          "var stream = System.out; sc.parallelize(List.of(1, 2), 1).foreach(x -> stream.println(x));"
        }) {
      RecordingOutputs outputs = new RecordingOutputs(Optional.empty());
      assertThat(run(code, outputs).error()).isEmpty();
      assertThat(outputs.out()).isEqualTo("1\n2\n");
    }
  }

  @Test
  void an_exception_is_shown_in_short() {
    assertThat(
            logged(
                """
                try {
                  Integer.parseInt("ten");
                } catch (NumberFormatException e) {
                  org.slf4j.LoggerFactory.getLogger("parser").warn("not read", e);
                }
                """))
        .startsWith("WARN parser: not read\n  NumberFormatException: For input string: \"ten\"\n")
        .containsPattern("at Cell \\[\\d+], line 2")
        .doesNotContain("firesteel.engine");
  }
}
