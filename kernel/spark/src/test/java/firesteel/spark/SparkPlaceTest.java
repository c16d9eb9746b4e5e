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
  void of_an_action_whose_job_fails_in_another_thread() {
    int cell = cell("int none = 0;");
    assertThat(
            failure("int one = 1;\n" + TEXTS + ".agg(sum(col(\"value\").cast(\"int\"))).show();"))
        .contains("at Cell [" + (cell + 1) + "], line 2")
        .contains("`cast` was written at Cell [" + (cell + 1) + "], line 2")
        .contains("try_cast(\"int\")")
        .doesNotContain("REPL", "do_it$");
  }

  @Test
  void of_a_column_of_an_earlier_cell() {
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
  void of_a_method_and_of_a_lambda() {
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
  void of_a_udf_with_its_name() {
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
  void of_a_streaming_query_each_time_it_is_asked_for() {
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
  void in_the_words_that_users_know() {
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
        "Column c = col(\"a\") + \"x\"; | write concat(col(\"a\"), lit(\"x\"))",
        "df.withColumn(\"x\", \"p\" + 1 + col(\"a\")) | write concat(lit(\"p\" + 1), col(\"a\"))",
        "df.select(concat(col(\"a\"), col(\"a\") + \"x\")) | write concat(col(\"a\"), lit(\"x\"))",
        "spark.sql(\"CREATE TABLE h (id INT) STORED AS PARQUET\") | write USING parquet",
        "spark.sql(\"select {x}\") | Map.of(\"x\", x)",
        "udf((UDF1<Long, Generic<String>>) x -> new Generic<>(\"\"), new StructType()) | without type parameters",
        "spark.range(1).select(udf((UDF1<Two, String>) p -> p.n(), DataTypes.StringType).apply(struct(col(\"id\")))) | name the fields of the struct as the components of the record",
        "concat(col(\"a\"), \"-\") | write concat(col(\"a\"), lit(\"-\"))",
        "df.groupBy(\"a\").agg(sum(\"a\"), \"count\") | agg(sum(\"a\"), count(\"*\"))",
        "df.schema().fields()[0].name | write df.schema().fields()[0].name()",
        "df.select(rank().over(partitionBy(\"a\"))) | write Window.partitionBy(\"a\")",
        "sc.parallelize(new int[] {1, 2}) | Arrays.stream(new int[] {1, 2}).boxed().toList()",
        "sc.parallelize(List.of(1)).sum() | write sc.parallelize(List.of(1)).mapToDouble(x -> x).sum()",
        "sc.parallelize(names).map((java.util.function.Function<String, Integer>) x -> 1) | java.function.Function<String,Integer>",
        "spark.createDataset(Stream.of(1), Encoders.INT()) | createDataset(Stream.of(1).toList(), Encoders.INT())",
        "spark.createDataFrame(sc.parallelize(names)) | createDataset(sc.parallelize(names).rdd(), Encoders.STRING()).toDF()",
        "int wrong = spark.range(3).toDF().first().getAs(\"id\"); | take it as Long",
        "spark.conf().set(\"spark.executor.memory\", \"2g\") | %spark connect",
        "sc.parallelize(List.of(2, 1)).max((a, b) -> a - b) | (Comparator<T> & java.io.Serializable)",
        "1 - col(\"a\") | write lit(1).minus(col(\"a\"))",
        "when(col(\"a\") > 1, \"x\").otherwise(\"y\") | write col(\"a\").gt(1)",
        "df.collect()[0] | write df.collectAsList().get(0)",
        "df.columns[0] | write df.columns()[0]",
        "df[\"a\"] | write df.col(\"a\")",
        "df.age | write df.col(\"age\")",
        "df.first()[\"a\"] | write df.first().getAs(\"a\")",
        "df.show(5, truncate=False) | write df.show(5, false)",
        "df.withColumn(\"x\", 1) | write lit(1)",
        "df.select([\"a\"]) | give the names one by one: select(\"a\", \"b\")",
        "df.select(\"a\", col(\"a\")) | write select(col(\"a\"), col(\"a\"))",
        "df.select(cols) | write df.select(cols.toArray(new Column[0]))",
        "df.select(names) | names.stream().map(name -> col(name)).toArray(Column[]::new)",
        "df.na().fill(fills) | declare it as Map<String, Object>",
        "df.fillna(0) | write df.na().fill(0)",
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
        "for (row <- df.collect()) println(row) | write for (var row : df.collectAsList()) { ... }",
        "for row in df.collect(): | write for (var row : df.collectAsList()) { ... }",
        "for (Row r : df) { } | write for (Row r : df.collectAsList())",
        "for (Row r : df.toLocalIterator()) { } | (Iterable<Row>) () -> df.toLocalIterator()",
        "Row[] all = df.collect(); | write df.collectAsList().toArray(new Row[0])",
        "List<Row> two = df.take(2); | write df.takeAsList(2)",
        "Dataset<Row> same = df.collect(); | a Dataset stays one without it: write df",
        "List<Long> ids = df.collectAsList(); | write df.as(Encoders.LONG()).collectAsList()",
        "df.head(1)[0] | write df.takeAsList(1).get(0)",
        "df.collect().size() | write df.collectAsList().size()",
        "df.head(5).show() | write df.limit(5).show()",
        "df.stream() | write df.collectAsList().stream()",
        "df.get(0) | write df.collectAsList().get(0)",
        "df.lenght() | write df.count()",
        "df.first().getString(\"a\") | write df.first().<String>getAs(\"a\")",
        "df.first().getAs(\"a\").length() | write df.first().<String>getAs(\"a\").length()",
        "long n = df.first(); | write df.first().getLong(0)",
        "df.first().getInt(0) | write getLong in the place of getInt",
        "df.filter(col(\"a\").equals(1)) | write col(\"a\").equalTo(1)",
        "when(col(\"a\").equals(1), 2) | write col(\"a\").equalTo(1)",
        "col(\"a\").equals(1).and(col(\"a\").gt(0)) | write col(\"a\").equalTo(1)",
        "df.filter(\"a\" > 1) | write col(\"a\").gt(1)",
        "df.filter(col(\"a\") like \"x%\") | write .like(\"x%\")",
        "df.select(col(\"a\") as \"b\") | write .as(\"b\")",
        "df.select(List.of(\"a\")) | write df.select(\"a\")",
        "df.drop(List.of(\"a\")) | write df.drop(\"a\")",
        "df.drop(names) | write df.drop(names.toArray(new String[0]))",
        "df.join(df, List.of(\"a\")) | write df.join(df, new String[] {\"a\"})",
        "df.join(df, names, \"left\") | write df.join(df, names.toArray(new String[0]), \"left\")",
        "df.join(df, \"a\", how=\"left\") | write df.join(df, \"a\", \"left\")",
        "df.orderBy(\"a\", ascending=False) | write df.orderBy(desc(\"a\"))",
        "df.repartition(\"a\") | write df.repartition(col(\"a\"))",
        "df.randomSplit(List.of(0.8, 0.2)) | new double[] {0.8, 0.2}",
        "df.groupBy(\"a\").agg(\"a\", \"max\") | agg(Map.of(\"a\", \"max\"))",
        "df.groupBy(\"a\").show() | write df.groupBy(\"a\").count().show()",
        "df.agg(\"a\") | max(\"a\")",
        "df.max(\"a\") | write df.agg(max(\"a\"))",
        "df.saveAsTable(\"x\") | write df.write().saveAsTable(\"x\")",
        "df.write().parquet | parquet is a method: write df.write().parquet(...)",
        "df(\"a\") | write df.col(\"a\")",
        "col(\"a\").upper() | write upper(col(\"a\"))",
        "col(\"a\").concat(\"x\") | write concat(col(\"a\"), lit(\"x\"))",
        "col(\"a\").cast(int.class) | write col(\"a\").cast(\"int\")",
        "col(\"a\").cast(IntegerType) | write DataTypes.IntegerType",
        "concat(\"a\", \"b\") | write concat(col(\"a\"), col(\"b\"))",
        "desc(col(\"a\")) | write col(\"a\").desc()",
        "count(*) | write count(\"*\")",
        "spark.createDataFrame(List.of(1)) | createDataset(List.of(1), Encoders.INT()).toDF()",
        "sc.parallelize(1, 2, 3) | write sc.parallelize(List.of(1, 2, 3))",
        "sc.parallelize(names).toDF() | createDataset(sc.parallelize(names).rdd(), Encoders.STRING())",
        "sc.parallelize(names).flatMap(x -> x.split(\",\")) | Arrays.asList(x.split(\",\")).iterator()",
        "spark.sparkContext().parallelize(names) | write sc.parallelize(names)",
        "spark.sql('select 1 as x') | a string has double quotes: \"select 1 as x\"",
        "spark.read().csv(\"x\", header=True) | write spark.read().option(\"header\", true).csv(\"x\")",
        "SELECT a FROM t | this is SQL: put %%sql",
        "DataFrame d = df; | write Dataset<Row>",
        "new SQLContext(spark) | write spark.sql(query)",
        "df.rdd().filter(r -> true).count() | write dataset.javaRDD()",
        "df.rdd().foreach(r -> System.out.println(r)) | write df.javaRDD().foreach(",
        "df.as(Encoders.LONG()).map(Long::toString, Encoders.STRING()) | (MapFunction<Long, String>) x -> x.toString()",
        "Object held = df; held.count() | declare it as Dataset<Row> held = ...",
        "int held = (Integer) (Object) df; | rows.first().getInt(0)",
        "df.as(Encoders.LONG()).foreach(System.out::println) | row -> System.out.println(row)",
      })
  void a_compile_error_says_the_java_to_write(String code, String hint) {
    if (!declared) {
      run(
          "Dataset<Row> df = spark.range(3).toDF(\"a\"); List<Column> cols = List.of(col(\"a\"));"
              + " record Generic<T>(T v) {} record Two(long id, String n) {}"
              + " List<String> names = List.of(\"a\"); Map<String, String> fills = Map.of();");
      declared = true;
    }
    assertThat(failure(code)).contains("Hint: ").contains(hint);
  }
}
