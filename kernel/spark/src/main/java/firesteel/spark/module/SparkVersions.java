package firesteel.spark.module;

import java.io.File;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The versions that packages have to fit.
 *
 * @param spark such as {@code 4.2.0}
 * @param scala the binary version, such as {@code 2.13}
 * @param hadoop such as {@code 3.5.0}
 */
public record SparkVersions(String spark, String scala, String hadoop) {
  private static final Pattern CORE = Pattern.compile("spark-core_(2\\.\\d+)-(.+)\\.jar");
  private static final Pattern HADOOP = Pattern.compile("hadoop-client-api-(.+)\\.jar");

  /**
   * Returns the versions of the jars that this Java was started with; empty without Spark. Loads
   * none of them.
   */
  public static Optional<SparkVersions> ofProcess() {
    String[] jars =
        Arrays.stream(System.getProperty("java.class.path", "").split(File.pathSeparator))
            .map(entry -> new File(entry).getName())
            .toArray(String[]::new);
    Optional<Matcher> core = first(CORE, jars);
    Optional<Matcher> hadoop = first(HADOOP, jars);
    return core.map(
        found ->
            new SparkVersions(
                found.group(2), found.group(1), hadoop.map(m -> m.group(1)).orElse("3.4.2")));
  }

  private static Optional<Matcher> first(Pattern pattern, String[] names) {
    return Arrays.stream(names).map(pattern::matcher).filter(Matcher::matches).findFirst();
  }

  /** Returns the same versions with a server's Spark. */
  SparkVersions withSpark(String other) {
    return new SparkVersions(other, scala, hadoop);
  }

  /** Returns {@code 4.2} of {@code 4.2.0}. */
  String minor() {
    return spark.replaceFirst("^(\\d+\\.\\d+).*", "$1");
  }
}
