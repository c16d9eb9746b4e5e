package firesteel.magics.save;

import static org.assertj.core.api.Assertions.assertThat;

import firesteel.spark.SparkExtension;
import firesteel.spark.settings.SparkOptions;
import firesteel.testkit.TestResult;
import firesteel.testkit.TestSession;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SaveSparkTest {
  @TempDir Path folder;

  @Test
  void a_class_of_a_spark_session_compiles_with_spark_alone() throws Exception {
    TestResult saved = null;
    try (TestSession session = session()) {
      for (String cell :
          List.of(
              "int threshold = 90;",
              "var big = spark.range(100).filter((FilterFunction<Long>) x -> x > threshold);",
              "big.count()",
              "big.select(col(\"id\"))",
              "class Person { public int age = 1; }",
              "int least = 1;\nboolean isOld(int age) { return age > least; }",
              "var sum = sc.parallelize(List.of(1, 2)).filter(n -> isOld(n)).count();",
              "sql(\"SELECT 1 AS one\").show();",
              "%save Job.java")) {
        saved = session.run(cell).ok();
      }
    }
    assertThat(saved.stdout()).contains("no value: least\n");
    Path file = folder.resolve("Job.java");
    assertThat(Files.readString(file))
        .contains(
            // A lambda carries it to executors; a static field would have no value there.
            "    int threshold = 90;",
            "spark = SparkSession.builder().getOrCreate();",
            "JavaSparkContext sc = JavaSparkContext.fromSparkContext(spark.sparkContext());",
            "System.out.println(big.count());",
            "big.select(col(\"id\")).show();",
            "public static class Person")
        .doesNotContain("firesteel.");
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-proc:none", "-cp", sparkJars(), file.toString());
    assertThat(status).isZero();
  }

  private TestSession session() {
    return TestSession.builder()
        .workingDirectory(folder)
        .extension(
            new SparkExtension(
                new SparkOptions(
                    Map.of("spark.master", "local[2]"),
                    Optional.empty(),
                    Optional.of(folder.resolve("conf")),
                    folder.resolve("logs"),
                    folder.resolve("tmp"),
                    false)))
        .build();
  }

  private static String sparkJars() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> entry.endsWith(".jar") && !entry.contains("firesteel"))
        .collect(Collectors.joining(File.pathSeparator));
  }
}
