package firesteel.spark;

import static org.assertj.core.api.Assertions.assertThat;

import firesteel.api.session.RecordingOutputs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs that create a Spark of their own, as published on the web. */
class PastedProgramTest extends SparkCase {
  private static String connect(String master) throws Exception {
    return extension()
        .connect(firesteel.spark.master.Connection.to(firesteel.spark.master.Target.parse(master)));
  }

  @Test
  void variables_that_hold_a_spark_follow_the_one_that_runs() throws Exception {
    value("SparkSession spark = SparkSession.builder().appName(\"Mine\").getOrCreate();");
    value("SparkSession session = SparkSession.builder().enableHiveSupport().getOrCreate();");
    value(
        "org.apache.spark.SparkConf conf = new org.apache.spark.SparkConf().setAppName(\"Mine\");");
    value("JavaSparkContext sc = new JavaSparkContext(conf);");
    value("JavaSparkContext jsc = JavaSparkContext.fromSparkContext(spark.sparkContext());");
    value("org.apache.spark.SparkContext plain = new org.apache.spark.SparkContext(conf);");
    value("SQLContext sqlContext = spark.sqlContext();");
    value("class Job { static SparkSession spark = SparkSession.active(); }");
    String all =
        "spark.range(3).count() + session.range(3).count() + sc.parallelize(List.of(1)).count()"
            + " + jsc.parallelize(List.of(1)).count() + plain.defaultParallelism()"
            + " + sqlContext.range(3).count() + Job.spark.range(3).count()";
    assertThat(value(all)).isEqualTo("16");
    assertThat(value("plain == sc.sc() && plain == spark.sparkContext()")).isEqualTo("true");
    connect("local[1]");
    assertThat(value(all)).isEqualTo("15");
    value("spark.stop();");
    assertThat(value(all)).isEqualTo("15");
    value("sc.close();");
    assertThat(value("sc.parallelize(List.of(1, 2)).count()")).isEqualTo("2");
    run("SparkSession spark = null; JavaSparkContext sc = null;");
    assertThat(value("spark.range(3).count() + sc.parallelize(List.of(1)).count()")).isEqualTo("4");
  }

  @Test
  void what_objects_lambdas_and_collections_hold_follows_the_spark_that_runs() throws Exception {
    value(
        """
        class App {
          static SparkSession shared = SparkSession.builder().getOrCreate();
          final SparkSession own = SparkSession.builder().getOrCreate();
          final JavaSparkContext context = new JavaSparkContext();
          SparkSession unset;
          long count() { return shared.range(1).count() + own.range(1).count(); }
          long rdd() { return context.parallelize(List.of(1)).count(); }
          static long of(SparkSession session) { return session.range(1).count(); }
        }
        record Holder(SparkSession session, SQLContext sql) {}
        var app = new App();
        var holder = new Holder(spark, spark.sqlContext());
        var inList = new ArrayList<SparkSession>(List.of(spark));
        var inOptional = Optional.of(spark);
        Supplier<Long> captured;
        {
          SparkSession local = SparkSession.builder().getOrCreate();
          captured = () -> local.range(1).count();
        }
        Supplier<Long> anonymous = new Supplier<>() {
          private final SparkSession mine = SparkSession.active();
          public Long get() { return mine.range(1).count(); }
        };
        """);
    String all =
        "app.count() + app.rdd() + App.of(inList.get(0)) + App.of(holder.session())"
            + " + holder.session().range(1).count() + holder.sql().range(1).count()"
            + " + inList.get(0).range(1).count() + inOptional.get().range(1).count()"
            + " + captured.get() + anonymous.get()";
    assertThat(value(all)).isEqualTo("11");
    connect("local[2]");
    assertThat(value(all)).isEqualTo("11");
    value("App.shared.stop();");
    assertThat(value(all)).isEqualTo("11");
    assertThat(value("app.unset == null")).isEqualTo("true");
  }

  @Test
  void a_session_of_its_own_that_lives_is_left_as_it_is() {
    value(
        "SparkSession mine = spark.newSession(); record Kept(SparkSession session) {}"
            + " var kept = new Kept(mine);");
    assertThat(value("kept.session() == mine && kept.session() != spark")).isEqualTo("true");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "new SparkConf()",
        "\"local[2]\", \"Mine\"",
        "\"local[2]\", \"Mine\", new SparkConf()",
        "\"local[2]\", \"Mine\", \"/opt/spark\"",
        "\"local[2]\", \"Mine\", null, new String[0]",
        "\"local[2]\", \"Mine\", \"/opt/spark\", \"mine.jar\"",
        "\"local[2]\", \"Mine\", \"/opt/spark\", new String[] {\"mine.jar\"}",
        "\"local[2]\", \"Mine\", \"/opt/spark\", new String[] {\"mine.jar\"}, Map.of(\"A\", \"b\")",
        "\"local[2]\", \"Mine\", \"/opt/spark\", none",
        "\"local[2]\", \"Mine\", \"/opt/spark\", none, scala.collection.immutable.Map$.MODULE$.<String, String>empty()",
      })
  void a_context_made_in_any_form_is_the_notebooks(String arguments) {
    value(
        "import org.apache.spark.SparkConf; import org.apache.spark.SparkContext;"
            + " var none = scala.jdk.javaapi.CollectionConverters.asScala(List.<String>of()).toSeq();");
    boolean ofScalaAlone = arguments.contains("none") || arguments.endsWith("spark\"");
    boolean ofJavaAlone = arguments.contains("String[") || arguments.endsWith("jar\"");
    if (!ofScalaAlone) {
      assertThat(value("new JavaSparkContext(" + arguments + ").sc() == spark.sparkContext()"))
          .isEqualTo("true");
    }
    if (!ofJavaAlone) {
      assertThat(value("new SparkContext(" + arguments + ") == spark.sparkContext()"))
          .isEqualTo("true");
    }
  }

  @Test
  void jars_and_variables_of_a_context_that_come_too_late_are_told() {
    RecordingOutputs outputs = new RecordingOutputs();
    String context =
        "new JavaSparkContext(\"local[2]\", \"a\", null, new String[] {\"late.jar\"},"
            + " Map.of(\"MODE\", \"x\"));";
    assertThat(run(context, outputs).error()).isEmpty();
    assertThat(outputs.err()).contains("spark.jars=late.jar", "spark.executorEnv.MODE=x");
  }

  @Test
  void a_program_with_a_main_method_runs_twice() {
    String program =
        """
        import org.apache.spark.SparkConf;
        public class App {
          static long run() {
            SparkConf conf = new SparkConf().setMaster("local[2]").setAppName("App");
            try (JavaSparkContext sc = new JavaSparkContext(conf)) {
              return sc.parallelize(List.of(1, 2, 3)).map(x -> x * 2).filter(x -> x > 2).count();
            }
          }
          public static void main(String[] args) throws Exception {
            try (SparkSession s = SparkSession.builder().appName("App").master("local[2]").getOrCreate()) {
              System.out.println("rows " + s.range(4).count());
            }
          }
        }
        """;
    value(program);
    for (int time = 0; time < 2; time++) {
      RecordingOutputs outputs = new RecordingOutputs();
      assertThat(run("App.main(new String[0]);", outputs).error()).isEmpty();
      assertThat(outputs.out()).contains("rows 4");
      assertThat(value("App.run()")).isEqualTo("2");
    }
  }

  @Test
  void settings_that_come_too_late_are_told_once() {
    String program =
        "SparkSession late = SparkSession.builder().master(\"spark://far:7077\")"
            + ".config(\"spark.executor.memory\", \"3g\").config(\"spark.my.token\", \"hush\")"
            + ".config(\"spark.sql.shuffle.partitions\", 7).getOrCreate();";
    RecordingOutputs first = new RecordingOutputs();
    assertThat(run(program, first).error()).isEmpty();
    assertThat(first.err())
        .contains(
            "Spark runs already", "spark.executor.memory=3g", "%spark connect spark://far:7077")
        .doesNotContain("hush", "shuffle");
    RecordingOutputs second = new RecordingOutputs();
    run(program, second);
    assertThat(second.err()).isEmpty();
    assertThat(value("late.conf().get(\"spark.sql.shuffle.partitions\")")).isEqualTo("7");
    value("late.conf().unset(\"spark.sql.shuffle.partitions\")");
  }

  @Test
  void sessions_of_ones_own_keep_their_views() {
    value(
        "SparkSession other = spark.newSession(); other.range(2).createOrReplaceTempView(\"v\");");
    assertThat(value("other.table(\"v\").count()")).isEqualTo("2");
    assertThat(value("spark.catalog().tableExists(\"v\")")).isEqualTo("false");
    assertThat(value("SparkSession.builder().create() == spark")).isEqualTo("false");
    assertThat(value("SparkSession.getActiveSession().isDefined()")).isEqualTo("true");
  }
}
