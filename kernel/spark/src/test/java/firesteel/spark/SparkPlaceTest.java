package firesteel.spark;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Errors of Spark name the line that ran and the line that wrote the expression. */
class SparkPlaceTest extends SparkCase {
  private static final String TEXTS = "spark.createDataset(List.of(\"45.5\"), Encoders.STRING())";

  private static boolean declared;

  private static int cell(String code) {
    var result = run(code);
    assertThat(result.error()).isEmpty();
    return result.executionCount();
  }

  @Test
  void ofAnActionWhoseJobFailsInAnotherThread() {
    int cell = cell("int none = 0;");
    assertThat(
            failure("int one = 1;\n" + TEXTS + ".agg(sum(col(\"value\").cast(\"int\"))).show();"))
        .contains("at Cell [" + (cell + 1) + "], line 2")
        .contains("`cast` was written at Cell [" + (cell + 1) + "], line 2")
        .contains("try_cast(\"int\")")
        .doesNotContain("REPL", "do_it$");
  }

  @Test
  void ofAColumnOfAnEarlierCell() {
    int written = cell("Column whole =\n  col(\"value\").cast(\"int\");");
    for (String action :
        new String[] {
          ".show();",
          ".collectAsList()",
          ".agg(sum(\"value\")).show();",
          ".write().mode(\"overwrite\").format(\"noop\").save();",
          ""
        }) {
      String traceback = failure("int x = 0;\n" + TEXTS + ".select(whole.as(\"value\"))" + action);
      assertThat(traceback)
          .contains("at Cell [" + (session().executionCount()) + "], line 2")
          .contains("`cast` was written at Cell [" + written + "], line 2\n       col(\"value\")");
    }
  }

  @Test
  void ofAMethodAndOfALambda() {
    int method =
        cell(
            "void total() {\n  int n = 0;\n  "
                + TEXTS
                + ".agg(sum(col(\"value\").cast(\"int\"))).show();\n}");
    assertThat(failure("\ntotal();"))
        .contains("at total (Cell [" + method + "], line 3)")
        .contains("at Cell [" + (method + 1) + "], line 2");
    assertThat(
            failure(
                "List.of(1).forEach(i ->\n  "
                    + TEXTS
                    + ".agg(sum(col(\"value\").cast(\"int\"))).show());"))
        .contains("at lambda (Cell [" + (method + 2) + "], line 2)");
  }

  @Test
  void ofAUdfWithItsName() {
    int cell =
        cell(
            "spark.udf().register(\"half\",\n  (UDF1<Long, Long>) x -> 1 / (x - 1), DataTypes.LongType);");
    assertThat(failure("spark.range(3).selectExpr(\"half(id)\").show();"))
        .startsWith("ArithmeticException: / by zero\nin the UDF half (bigint) => bigint")
        .contains("at lambda (Cell [" + cell + "], line 2)")
        .contains("at Cell [" + (cell + 1) + "], line 1")
        .doesNotContain("Lambda$", "ToScalaUDF");
    assertThat(
            failure(
                "spark.range(3).select(udf((UDF1<Long, Long>) x -> 1 / (x - 1), DataTypes.LongType)"
                    + ".apply(col(\"id\"))).show();"))
        .contains("in the UDF (bigint) => bigint")
        .doesNotContain("Lambda$", "ToScalaUDF");
  }

  @Test
  void ofAStreamingQueryEachTimeItIsAskedFor() {
    int written =
        cell(
            "var failing = spark.readStream().format(\"rate-micro-batch\").option(\"rowsPerBatch\", 1)"
                + ".load()\n  .select(col(\"value\").divide(lit(0))).writeStream().format(\"noop\").start();");
    for (int i = 1; i <= 2; i++) {
      assertThat(failure("int y = 0;\nfailing.awaitTermination();"))
          .contains("at Cell [" + (written + i) + "], line 2")
          .contains("`divide` was written at Cell [" + written + "], line 2");
    }
  }

  @Test
  void inTheWordsThatUsersKnow() {
    assertThat(failure("spark.range(3).select(col(\"nope\"))"))
        .startsWith("AnalysisException:")
        .contains("`col` was written at");
    assertThat(
            failure(
                "try { spark.range(3).select(col(\"nope\")); } catch (Exception e) {"
                    + " throw new IllegalStateException(\"mine\", e); }"))
        .contains("Caused by: AnalysisException:")
        .doesNotContain("REPL", "SQLSTATE");
    run("record Key(String name) {}");
    assertThat(
            failure(
                "sc.parallelize(List.of(\"a\")).mapToPair(x -> new scala.Tuple2<>(new Key(x), 1))"
                    + ".reduceByKey((a, b) -> a + b).collect();"))
        .contains("class Key can't be sent between tasks")
        .contains("record Key(...) implements java.io.Serializable");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "df.groupby(\"a\") | did you mean groupBy?",
        "df.order_by(\"a\") | did you mean orderBy?",
        "df.filter(col(\"a\") == 2020) | write col(\"a\").equalTo(2020)",
        "df.filter(col(\"a\") == col(\"b\")) | write col(\"a\").equalTo(col(\"b\"))",
        "df.filter(col(\"a\") != null) | write col(\"a\").isNotNull()",
        "df.filter((col(\"a\").gt(1)) & (col(\"a\").lt(2))) | write col(\"a\").gt(1).and(col(\"a\").lt(2))",
        "df.filter(~col(\"a\")) | write not(col(\"a\"))",
        "col(\"a\") + 1 | write col(\"a\").plus(1)",
        "1 - col(\"a\") | write lit(1).minus(col(\"a\"))",
        "when(col(\"a\") > 1, \"x\").otherwise(\"y\") | write col(\"a\").gt(1)",
        "df.collect()[0] | write df.collectAsList().get(0)",
        "df.columns[0] | write df.columns()[0]",
        "df[\"a\"] | write df.col(\"a\")",
        "df.age | write df.col(\"age\")",
        "df.first()[\"a\"] | write df.first().getAs(\"a\")",
        "df.show(5, truncate=False) | write show(20, false)",
        "df.withColumn(\"x\", 1) | write lit(1)",
        "df.select([\"a\"]) | give the names one by one: select(\"a\", \"b\")",
        "df.select(\"a\", col(\"a\")) | write select(col(\"a\"), col(\"a\"))",
        "df.select(cols) | list.toArray(new Column[0])",
        "df.select(names) | names.stream().map(name -> col(name)).toArray(Column[]::new)",
        "df.na().fill(fills) | declare it as Map<String, Object>",
        "df.fillna(0) | write df.na().fill(value)",
        "spark.conf.set(\"a\", \"b\") | write spark.conf().set(...)",
        "spark.read.csv(\"x\") | write spark.read().csv(...)",
        "df.write.parquet(\"x\") | write df.write().parquet(...)",
        "Encoders.INT | write Encoders.INT()",
        "F.col(\"a\") | write them without F.",
        "df.select($\"a\") | write col(\"a\")",
        "df.select('a) | write col(\"a\")",
        "df.filter(col(\"a\") === 1) | write .equalTo(...)",
        "import spark.implicits._ | Java needs no implicits",
        "from pyspark.sql import functions as F | imported already",
        "String first = df.first().get(0); | write df.first().getString(0)",
        "df.as(Encoders.LONG()).foreach(System.out::println) | row -> System.out.println(row)",
      })
  void aCompileErrorSaysTheJavaToWrite(String code, String hint) {
    if (!declared) {
      run(
          "Dataset<Row> df = spark.range(3).toDF(\"a\"); List<Column> cols = List.of(col(\"a\"));"
              + " List<String> names = List.of(\"a\"); Map<String, String> fills = Map.of();");
      declared = true;
    }
    assertThat(failure(code)).contains("Hint: ").contains(hint);
  }
}
