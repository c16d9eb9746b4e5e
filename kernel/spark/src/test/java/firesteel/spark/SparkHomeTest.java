package firesteel.spark;

import static org.assertj.core.api.Assertions.assertThat;

import firesteel.spark.settings.SparkHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SparkHomeTest {
  @TempDir Path home;

  private void distribution(String scala, String... versions) throws IOException {
    Path jars = Files.createDirectories(home.resolve("jars"));
    for (String version : versions) {
      for (String module : new String[] {"core", "sql", "catalyst"}) {
        Files.createFile(jars.resolve("spark-" + module + "_" + scala + "-" + version + ".jar"));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "4.0.1, 17, true",
    "4.0.1, 21, true",
    "4.1.0, 17, true",
    "4.2.0, 17, true",
    "4.2.0, 25, true",
    "4.0.1, 25, false",
    "4.1.3, 25, false",
    "4.2.0, 11, false"
  })
  void tells_which_java_runs_which_spark(String version, int java, boolean usable)
      throws IOException {
    distribution("2.13", version);
    SparkHome.Result result = SparkHome.check(home, java);
    assertThat(result.usable()).isEqualTo(usable);
    assertThat(result.version()).isEqualTo(version);
  }

  @Test
  void names_the_java_that_an_older_spark_needs() throws IOException {
    distribution("2.13", "4.1.0");
    assertThat(SparkHome.check(home, 25).message())
        .contains("Spark 4.1.0", "doesn't run on Java 25", "Java 17 or 21", "JAVA_HOME");
  }

  @Test
  void refuses_spark_3_by_name() throws IOException {
    distribution("2.12", "3.5.6");
    SparkHome.Result result = SparkHome.check(home, 17);
    assertThat(result.usable()).isFalse();
    assertThat(result.message()).contains("Spark 3.5.6", "Scala 2.12", "4.0 to 4.3");
  }

  @Test
  void refuses_mixed_jars() throws IOException {
    distribution("2.13", "4.1.0", "4.2.0");
    assertThat(SparkHome.check(home, 17).message()).contains("mixes", "4.1.0, 4.2.0");
  }

  @Test
  void refuses_folders_that_are_no_spark() throws IOException {
    assertThat(SparkHome.check(home.resolve("nowhere"), 17).message()).contains("is not a folder");
    assertThat(SparkHome.check(home, 17).message()).contains("has no folder \"jars\"");
    Files.createDirectories(home.resolve("jars"));
    assertThat(SparkHome.check(home, 17).message()).contains("lacks the spark-core");
  }
}
