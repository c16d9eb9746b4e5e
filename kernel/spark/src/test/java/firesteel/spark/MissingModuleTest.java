package firesteel.spark;

import static org.assertj.core.api.Assertions.assertThat;

import firesteel.spark.added.Library;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An error that is due to a missing module names the line that adds it. */
class MissingModuleTest extends SparkCase {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "spark.read().format(\"avro\").load(\"x\")|org.apache.spark:spark-avro_2.13:4.",
        "spark.range(1).write().format(\"avro\").save(\"x\")|org.apache.spark:spark-avro_2.13:4.",
        "spark.sql(\"select from_avro(a, 'x') from values (1) as t(a)\")|spark-avro_2.13:4.",
        "spark.readStream().format(\"kafka\").load()|org.apache.spark:spark-sql-kafka-0-10_2.13:4.",
        "spark.read().format(\"delta\").load(\"x\")|%maven io.delta:delta-spark_",
        "spark.read().format(\"delta\").load(\"x\")|--conf spark.sql.extensions=io.delta",
        "spark.read().format(\"libsvm\").load(\"x\")|org.apache.spark:spark-mllib_2.13:4.",
        "spark.sql(\"create table i (a int) using iceberg\")|Iceberg",
        "spark.read().format(\"parqet\").load(\"x\")|did you mean parquet?",
        "spark.read().format(\"nothing-like-it\").load(\"x\")|no format of this name",
        "spark.read().text(\"s3a://bucket/x\")|org.apache.hadoop:hadoop-aws:3.",
        "spark.read().text(\"s3://bucket/x\")|write s3a://",
        "spark.read().text(\"gs://bucket/x\")|org.apache.hadoop:hadoop-gcp:3.",
        "sc.textFile(\"abfss://a@b.dfs.core.windows.net/x\").count()|hadoop-azure:3.",
        "spark.read().text(\"hfds://host/x\")|did you mean hdfs://?",
        "spark.read().jdbc(\"jdbc:postgresql://h/x\", \"t\", new Properties())|org.postgresql:postgresql:",
        "String url = \"jdbc:mysql://h/x\"; spark.read().jdbc(url, \"t\", new Properties())|com.mysql:mysql-connector-j:",
        "spark.read().jdbc(\"jdbc:unheard:x\", \"t\", new Properties())|driver is not on the class path",
        "spark.read().option(\"driver\", \"org.sqlite.JDBC\").jdbc(\"jdbc:sqlite:x\", \"t\", new Properties())|org.xerial:sqlite-jdbc:",
        "java.sql.DriverManager.getConnection(\"jdbc:duckdb:\")|org.duckdb:duckdb_jdbc:",
        "Class.forName(\"org.postgresql.Driver\")|org.postgresql:postgresql:",
        "import org.apache.spark.ml.feature.Tokenizer;|org.apache.spark:spark-mllib_2.13:4.",
        "new org.apache.spark.ml.feature.Tokenizer()|org.apache.spark:spark-mllib_2.13:4.",
        "import org.apache.spark.streaming.kafka010.KafkaUtils;|spark-streaming-kafka-0-10_2.13:4.",
        "import org.apache.spark.graphx.*;|org.apache.spark:spark-graphx_2.13:4.",
      })
  void an_error_of_a_missing_module_is_followed_by_what_brings_it(String cell, String line) {
    assertThat(failure(cell)).contains("Hint: ").contains(line);
  }

  @Test
  void other_errors_have_other_hints() {
    assertThat(failure("spark.read().text(\"/nowhere\")")).doesNotContain("%maven");
    assertThat(failure("Class.forName(\"com.example.Unheard\")")).doesNotContain("%maven");
    assertThat(failure("import com.example.unheard.Thing;")).doesNotContain("%maven");
  }

  @Test
  void a_jar_that_was_built_for_another_spark_is_named(@TempDir Path libraries) throws Exception {
    Library old =
        new Library(libraries)
            .source("Base", "public class Base { public void gone() { } }")
            .source("Reader", "public class Reader { public void read() { new Base().gone(); } }");
    Path jar = old.jar("reader-spark-3.5_2.12-1.0.jar");
    Path newer = Files.createDirectories(libraries.resolve("newer"));
    Path base = new Library(newer).source("Base", "public class Base { }").jar("base-2.0.jar");
    session().addToClassPath(List.of(base, jar));
    assertThat(
            failure(
                "Class.forName(\"lib.Reader\").getMethod(\"read\").invoke(Class.forName(\"lib.Reader\").getConstructor().newInstance())"))
        .contains("NoSuchMethodError")
        .contains(
            "reader-spark-3.5_2.12-1.0.jar was built for Scala 2.12, and this Spark for 2.13");
  }
}
