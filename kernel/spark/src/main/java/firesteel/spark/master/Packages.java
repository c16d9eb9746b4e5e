package firesteel.spark.master;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.ivy.core.settings.IvySettings;
import org.apache.spark.util.MavenUtils;
import org.slf4j.LoggerFactory;
import scala.jdk.javaapi.CollectionConverters;
import scala.jdk.javaapi.OptionConverters;

/** Resolves Maven packages as {@code spark-submit --packages} does, with Spark's Ivy. */
final class Packages {
  private Packages() {}

  /**
   * Returns the jars of packages and of their dependencies; downloads missing ones.
   *
   * @param packages {@code group:artifact:version}
   * @param repositories more repositories, separated by commas
   * @throws IllegalArgumentException when a package can't be resolved; the message says which
   */
  static List<String> resolve(List<String> packages, Optional<String> repositories) {
    for (String name : packages) {
      if (!name.matches("[^:\\s]+:[^:\\s]+:[^:\\s]+")) {
        throw new IllegalArgumentException(
            "\"" + name + "\" is not a package; write group:artifact:version.");
      }
    }
    ByteArrayOutputStream report = new ByteArrayOutputStream();
    try (PrintStream out = new PrintStream(report, true, StandardCharsets.UTF_8)) {
      IvySettings settings =
          MavenUtils.buildIvySettings(
              OptionConverters.toScala(repositories), scala.Option.empty(), false, out);
      return CollectionConverters.asJava(
          MavenUtils.resolveMavenCoordinates(
              String.join(",", packages),
              settings,
              scala.Option.empty(),
              true,
              CollectionConverters.asScala(List.<String>of()).toSeq(),
              false,
              out));
    } catch (RuntimeException e) {
      String text = report.toString(StandardCharsets.UTF_8);
      LoggerFactory.getLogger(Packages.class).warn("packages {} failed: {}", packages, text);
      throw new IllegalArgumentException(
          "The packages "
              + String.join(", ", packages)
              + " can't be resolved: "
              + String.valueOf(e.getMessage()).lines().findFirst().orElse("")
              + "\nCheck the names and the network; `%log` shows what was tried. Other repositories:"
              + " --conf spark.jars.repositories=URL.",
          e);
    }
  }
}
