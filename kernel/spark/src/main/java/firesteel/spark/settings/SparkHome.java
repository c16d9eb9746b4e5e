package firesteel.spark.settings;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Checks a Spark distribution before any of its classes is loaded: its version, and whether
 * Firesteel and this Java can run it.
 */
public final class SparkHome {
  /**
   * The first Java whose {@code Subject.getSubject} throws: Hadoop before 3.5 can't log in on it.
   */
  private static final int FIRST_JAVA_WITHOUT_GET_SUBJECT = 23;

  private static final int OLDEST_JAVA = 17;

  /** The newest 4.x with which the scenarios and the soak tests pass. */
  private static final int NEWEST_TRIED = 3;

  private static final Pattern SPARK_JAR =
      Pattern.compile(
          "spark-(core|sql|catalyst|sql-api)_(\\d+\\.\\d+)-(\\d+)\\.(\\d+)(\\S*)\\.jar");

  private SparkHome() {}

  /**
   * The result of a check.
   *
   * @param usable whether Spark can start from it
   * @param version its version, such as {@code 4.1.0}; empty when unknown
   * @param message one or two lines: what is wrong and what to do next, or what was found
   */
  public record Result(boolean usable, String version, String message) {}

  /**
   * Checks a distribution.
   *
   * @param home the folder that {@code SPARK_HOME} names
   * @param javaVersion the feature version of the Java that will run it, such as 17
   */
  public static Result check(Path home, int javaVersion) {
    Path jars = home.resolve("jars");
    if (!Files.isDirectory(home)) {
      return broken("SPARK_HOME=" + home + " is not a folder.");
    }
    if (!Files.isDirectory(jars)) {
      return broken("SPARK_HOME=" + home + " has no folder \"jars\", so it isn't a Spark.");
    }
    Map<String, Set<String>> versions = new TreeMap<>();
    Set<String> all = new TreeSet<>();
    Set<String> scala = new TreeSet<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(jars, "spark-*.jar")) {
      for (Path file : files) {
        Matcher name = SPARK_JAR.matcher(file.getFileName().toString());
        if (name.matches()) {
          String version = name.group(3) + "." + name.group(4) + name.group(5);
          versions.computeIfAbsent(name.group(1), key -> new TreeSet<>()).add(version);
          all.add(version);
          scala.add(name.group(2));
        }
      }
    } catch (IOException e) {
      return broken("SPARK_HOME=" + home + " can't be read: " + e.getMessage() + ".");
    }
    if (!versions.containsKey("core") || !versions.containsKey("sql")) {
      return broken(
          "SPARK_HOME="
              + home
              + " lacks the spark-core and spark-sql jars in its folder \"jars\".");
    }
    if (all.size() > 1 || scala.size() > 1) {
      return broken(
          "SPARK_HOME="
              + home
              + " mixes several versions of Spark in its folder \"jars\" ("
              + String.join(", ", all)
              + (scala.size() > 1 ? "; Scala " + String.join(", ", scala) : "")
              + ").");
    }
    return judge(home, all.iterator().next(), scala.iterator().next(), javaVersion);
  }

  private static Result judge(Path home, String version, String scala, int javaVersion) {
    String[] parts = version.split("[.-]", 3);
    int major = Integer.parseInt(parts[0]);
    int minor = Integer.parseInt(parts[1]);
    String what = "SPARK_HOME=" + home + " is Spark " + version;
    if (major != 4 || !scala.equals("2.13")) {
      return new Result(
          false,
          version,
          what
              + (scala.equals("2.13") ? "" : " for Scala " + scala)
              + "; Firesteel runs Spark 4.0 to 4.3.\n"
              + "Point SPARK_HOME at one of these, or unset it to use the bundled Spark.");
    }
    if (javaVersion < OLDEST_JAVA) {
      return new Result(
          false,
          version,
          what + ", which needs Java 17 or later; this is Java " + javaVersion + ".");
    }
    if (minor < 2 && javaVersion >= FIRST_JAVA_WITHOUT_GET_SUBJECT) {
      return new Result(
          false,
          version,
          what
              + ", which doesn't run on Java "
              + javaVersion
              + ": use Java 17 or 21 (set JAVA_HOME to it),\n"
              + "or a Spark 4.2 or 4.3, or unset SPARK_HOME to use the bundled Spark.");
    }
    if (minor > NEWEST_TRIED) {
      return new Result(true, version, what + ", newer than those Firesteel was tried with.");
    }
    return new Result(true, version, what + ".");
  }

  private static Result broken(String message) {
    return new Result(
        false,
        "",
        message
            + "\nPoint SPARK_HOME at a Spark 4.0 to 4.3, or unset it to use the bundled Spark.");
  }
}
