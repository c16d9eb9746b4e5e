package firesteel.spark.module;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The versions that a jar was built for, from its name and the POM in it.
 *
 * @param spark such as {@code 4.1}, or longer; empty when unknown
 * @param scala such as {@code 2.12}; empty when unknown
 */
record JarBuild(Optional<String> spark, Optional<String> scala) {
  private static final Pattern SCALA = Pattern.compile("_(2\\.1\\d|3)(?=[-_.])");

  /**
   * Matches {@code iceberg-spark-runtime-4.1_2.13}, {@code delta-spark_4.1_2.13}, {@code
   * hudi-spark4.0-}.
   */
  private static final Pattern SPARK_IN_NAME =
      Pattern.compile("spark(?:-[a-z]+)*[-_]?([3-9]\\.\\d)(?:\\.\\d+)?[-_]");

  /** Matches Spark's own jars, such as {@code spark-avro_2.13-4.0.1.jar}. */
  private static final Pattern OF_SPARK =
      Pattern.compile("spark-[a-z0-9-]+_2\\.1\\d-(\\d.*)\\.jar");

  private static final Pattern SPARK_IN_POM =
      Pattern.compile(
          "<artifactId>spark-(?:core|sql|sql-api|catalyst)_[^<]*</artifactId>\\s*"
              + "<version>(\\d[^<]*)</version>");
  private static final int MAX_POM_BYTES = 1 << 20;

  /** Reads the versions from the name of a jar's file. */
  static JarBuild ofName(String name) {
    return new JarBuild(find(SPARK_IN_NAME, name), find(SCALA, name));
  }

  /** Reads the versions from a jar. */
  static JarBuild of(Path jar) {
    String name = jar.getFileName().toString();
    JarBuild named = ofName(name);
    Optional<String> spark = named.spark();
    if (spark.isEmpty() && OF_SPARK.matcher(name).matches()) {
      spark = pom(jar, "META-INF/maven/org.apache.spark/").flatMap(any -> find(OF_SPARK, name));
    }
    if (spark.isEmpty()) {
      spark = pom(jar, "META-INF/maven/").flatMap(text -> find(SPARK_IN_POM, text));
    }
    return new JarBuild(spark, named.scala());
  }

  private static Optional<String> find(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  private static Optional<String> pom(Path jar, String below) {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      Optional<? extends ZipEntry> pom =
          zip.stream()
              .filter(e -> e.getName().startsWith(below) && e.getName().endsWith("/pom.xml"))
              .filter(e -> e.getSize() < MAX_POM_BYTES)
              .findFirst();
      return pom.isPresent()
          ? Optional.of(
              new String(zip.getInputStream(pom.get()).readAllBytes(), StandardCharsets.UTF_8))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty(); // The name has to suffice.
    }
  }

  /** Returns why the jar doesn't fit; empty when nothing shows that it doesn't. */
  Optional<String> mismatch(SparkVersions versions) {
    if (scala.isPresent() && !scala.get().equals(versions.scala())) {
      return Optional.of(
          "was built for Scala " + scala.get() + ", and this Spark for " + versions.scala());
    }
    if (spark.isPresent() && !isMinor(spark.get(), versions)) {
      return Optional.of(
          "was built for Spark " + spark.get() + ", and this is " + versions.spark());
    }
    return Optional.empty();
  }

  private static boolean isMinor(String built, SparkVersions versions) {
    return built.equals(versions.minor()) || built.startsWith(versions.minor() + ".");
  }
}
