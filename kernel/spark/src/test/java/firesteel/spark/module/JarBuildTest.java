package firesteel.spark.module;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JarBuildTest {
  private static final SparkVersions HERE = new SparkVersions("4.2.0", "2.13", "3.5.0");

  @TempDir Path folder;

  private Path jar(String name, String entry, String text) throws IOException {
    Path jar = folder.resolve(name);
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      out.putNextEntry(new JarEntry(entry));
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return jar;
  }

  @ParameterizedTest
  @CsvSource({
    "iceberg-spark-runtime-4.1_2.13-1.12.0.jar, 4.1, 2.13",
    "iceberg-spark-runtime-3.5_2.12-1.7.1.jar, 3.5, 2.12",
    "delta-spark_4.1_2.13-4.1.0.jar, 4.1, 2.13",
    "hudi-spark4.0-bundle_2.13-1.1.0.jar, 4.0, 2.13",
    "spark-xml_2.12-0.18.0.jar, , 2.12",
    "mongo-spark-connector_2.13-10.5.0.jar, , 2.13",
    "postgresql-42.7.8.jar, ,",
  })
  void a_name_tells(String name, String spark, String scala) {
    assertThat(JarBuild.ofName(name))
        .isEqualTo(new JarBuild(Optional.ofNullable(spark), Optional.ofNullable(scala)));
  }

  @Test
  void sparks_own_jars_and_poms_tell() throws Exception {
    Path own =
        jar(
            "spark-avro_2.13-4.0.1.jar",
            "META-INF/maven/org.apache.spark/spark-avro_2.13/pom.xml",
            "");
    assertThat(JarBuild.of(own).mismatch(HERE))
        .contains("was built for Spark 4.0.1, and this is 4.2.0");
    Path other =
        jar(
            "reader-1.0.jar",
            "META-INF/maven/g/reader/pom.xml",
            "<dependency><groupId>org.apache.spark</groupId><artifactId>spark-sql_2.13</artifactId>"
                + "\n  <version>3.5.1</version></dependency>");
    assertThat(JarBuild.of(other).spark()).contains("3.5.1");
    assertThat(JarBuild.of(jar("plain-1.0.jar", "x", "")).mismatch(HERE)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "org.apache.spark, spark-avro_2.12, 4.2.0, Scala 2.12",
    "org.apache.spark, spark-avro_2.12, 4.2.0, spark-avro_2.13",
    "com.databricks, spark-xml_2.12, 0.18.0, ends in _2.13",
    "org.apache.iceberg, iceberg-spark-runtime-3.5_2.13, 1.7, Spark 3.5",
    // It reads and writes on 4.2, but CREATE TABLE and DeltaTable fail with a NoSuchMethodError.
    "io.delta, delta-spark_4.1_2.13, 4.1.0, Spark 4.1",
  })
  void artifacts_are_warned_of(String group, String artifact, String version, String part) {
    assertThat(PackageCheck.warning(group, artifact, version))
        .hasValueSatisfying(w -> assertThat(w).contains(part));
  }

  @ParameterizedTest
  @CsvSource({
    "io.delta, delta-spark_4.2_2.13, 4.4.0",
    "org.postgresql, postgresql, 42.7.8",
    "com.typesafe, config_2.13, 1.4",
  })
  void what_fits_is_not(String group, String artifact, String version) {
    assertThat(PackageCheck.warning(group, artifact, version)).isEmpty();
  }
}
