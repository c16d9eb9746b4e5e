package firesteel.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import firesteel.api.session.RecordingOutputs;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SparkErrorTest extends SparkCase {
  @Test
  void an_unknown_column_is_named_with_those_that_are_like_it() {
    assertThat(failure("spark.range(3).select(\"ide\")"))
        .contains("UNRESOLVED_COLUMN", "`ide`", "[`id`]", "Cell [", "printSchema()")
        .doesNotContain("SQLSTATE", "'Project", "== DataFrame ==", "REPL.");
  }

  @Test
  void a_place_in_sql_is_counted_from_one() {
    assertThat(failure("spark.sql(\"select\\n  foo from range(3)\")"))
        .contains("`foo`", "(line 2 of the SQL, column 3)")
        .doesNotContain("'Project");
    assertThat(failure("spark.sql(\"selec 1\")")).contains("PARSE_SYNTAX_ERROR", "'selec'");
  }

  @Test
  void a_task_failure_is_reduced_to_the_users_exception() {
    String traceback =
        failure(
            "spark.range(4).map((MapFunction<Long, Integer>)\n"
                + "  x -> Integer.parseInt(\"no\" + x), Encoders.INT()).collect()");
    assertThat(traceback)
        .startsWith("NumberFormatException: For input string: \"no")
        .contains("Spark task ", " failed once", ", line 2")
        .doesNotContain("stage failure", "Driver stacktrace");
  }

  @Test
  void executors_with_an_older_java_are_told_apart_from_bad_code() {
    value("spark.version()");
    assertThat(failure("throw new UnsupportedClassVersionError(\"REPL/$JShell$1\");"))
        .contains("older Java than this kernel", "FIRESTEEL_JAVA", "spark.executorEnv.JAVA_HOME");
  }

  @Test
  void an_object_that_cannot_travel_is_named() {
    value(
        "class Secret { int n = 1; } class Holder implements Serializable { Secret secret = new Secret(); }");
    assertThat(
            failure(
                "Holder h = new Holder();\n"
                    + "class Task implements Serializable { Holder holder = h; long run() {"
                    + " return sc.parallelize(List.of(1)).map(x -> holder.hashCode()).count(); } }\n"
                    + "new Task().run()"))
        .contains("an object of class Secret can't be sent", "field `secret` of Holder")
        .contains("java.io.Serializable");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // data passed by a cell
        "sc.parallelize(List.of(new City(\"a\"))).count(); | to the executors",
        "sc.parallelize(List.of(List.of(new City(\"a\")))).map(c -> c.size()).collect(); | to the executors",
        "sc.parallelizePairs(List.of(new scala.Tuple2<>(new City(\"a\"), 1))).countByKey(); | to the executors",
        "sc.broadcast(new City(\"a\")); | to the executors",
        "sc.parallelize(List.of(1)).aggregate(new City(\"a\"), (c, i) -> c, (a, b) -> a); | to the executors",
        // results of tasks
        "sc.parallelize(List.of(1)).map(i -> new City(\"a\")).collect(); | between tasks",
        "sc.parallelize(List.of(1)).map(i -> new City(\"a\")).distinct().count(); | between tasks",
        "sc.parallelize(List.of(1)).groupBy(i -> new City(\"a\")).count(); | between tasks",
        "sc.parallelize(List.of(1)).map(i -> new City(\"a\")).saveAsObjectFile(temporary + \"/cities\"); | out of its task",
        // objects held by functions
        "{ var c = new City(\"a\"); sc.parallelize(List.of(1)).map(i -> c.name()).count(); } | through a lambda",
        "{ var c = List.of(new City(\"a\")); spark.range(1).map((MapFunction<Long, String>) i ->"
            + " c.get(0).name(), Encoders.STRING()).count(); } | through a lambda",
        "new Named().count() | through field `city` of Named",
        "sc.parallelize(List.of(1)).map(i -> held.get(0).name()).count(); | notebook variable `held`",
      })
  void an_object_that_is_not_serializable_has_the_declaration_to_write(String code, String how) {
    value(
        "String temporary = Files.createTempDirectory(Path.of(\""
            + folder
            + "\"), \"cities\").toUri().toString();"
            + " record City(String name) {} List<City> held = List.of(new City(\"b\"));"
            + " class Named implements Serializable { City city = new City(\"c\");"
            + " long count() { return sc.parallelize(List.of(1)).map(i -> city).count(); } }");
    assertThat(failure(code))
        .contains(how, "City", "record City(...) implements java.io.Serializable")
        .doesNotContain("REPL", "Serialization stack", "Failed to serialize");
  }

  @Test
  void an_object_of_a_library_that_cannot_travel_is_to_be_made_where_it_is_used() {
    assertThat(failure("sc.parallelize(List.of(new Thread())).count();"))
        .contains("an object of class Thread can't be sent to the executors")
        .contains("Hint: make the object inside the lambda")
        .doesNotContain("Serialization stack");
  }

  @Test
  void a_missing_file_is_named_with_the_place_where_paths_start() {
    assertThat(failure("spark.read().parquet(\"no/such/file\")"))
        .contains("PATH_NOT_FOUND", "no/such/file", "a relative one starts at");
  }

  @Test
  void an_output_that_is_there_is_answered_with_the_mode() {
    String write = "spark.range(1).write().parquet(\"" + folder.resolve("out").toUri() + "\");";
    value(write);
    assertThat(failure(write)).contains("PATH_ALREADY_EXISTS", ".mode(\"overwrite\")");
  }

  @Test
  void a_runtime_error_of_sql_keeps_its_mark() {
    assertThat(failure("spark.sql(\"select 1 / (id - id) from range(2)\").collect()"))
        .contains("DIVIDE_BY_ZERO", "^^^", "try_divide");
  }

  @Test
  void a_second_context_is_refused_with_the_way_out() {
    assertThat(
            failure(
                "class Mine extends JavaSparkContext { Mine() { super(\"local[1]\", \"a\"); } } new Mine()"))
        .contains("there can be only one SparkContext", "use `sc`");
  }

  @Test
  void what_spark_throws_without_a_condition_of_its_own_keeps_its_class() {
    assertThat(failure("spark.read().format(\"avro\").load(\"x\")"))
        .startsWith("AnalysisException: Failed to find data source");
    assertThat(failure("spark.range(1).write().format(\"avro\").saveAsTable(\"y\")"))
        .startsWith("AnalysisException");
    assertThat(failure("spark.readStream().format(\"socket\").load()"))
        .startsWith("AnalysisException");
  }

  @Test
  void times_of_day_that_rows_can_not_hold_have_a_hint() {
    assertThat(failure("spark.sql(\"select time'12:30:00'\").first()"))
        .contains("UNSUPPORTED_TIME_TYPE", "spark.sql.timeType.enabled", "cast(\"string\")");
  }

  @Test
  void exceptions_without_spark_are_left_alone() {
    assertThat(failure("Integer.parseInt(\"x\")"))
        .startsWith("NumberFormatException")
        .doesNotContain("Spark");
  }

  @Test
  void a_streaming_query_that_fails_by_itself_says_so_in_its_cell() {
    RecordingOutputs outputs = new RecordingOutputs();
    run(
        "var quiet = spark.readStream().format(\"rate\").load().writeStream().foreachBatch(\n"
            + "(VoidFunction2<Dataset<Row>, Long>) (b, id) -> {"
            + " throw new IllegalStateException(\"quiet \" + id); }).start();",
        outputs);
    await()
        .atMost(Duration.ofMinutes(2))
        .untilAsserted(
            () ->
                assertThat(outputs.err())
                    .contains(" failed: IllegalStateException: quiet 0 (Cell [")
                    .contains("], line 2); its exception() has the rest"));
  }
}
