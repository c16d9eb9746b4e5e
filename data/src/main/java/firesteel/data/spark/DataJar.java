package firesteel.data.spark;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.SparkSession;

/** The jar of this module, without which tasks can't make rows. */
final class DataJar {
  private DataJar() {}

  /**
   * Brings the jar to the executors of a session, unless they share this process's class path.
   *
   * @throws GenerateException when there is no jar
   */
  static void bring(SparkSession spark) throws GenerateException {
    if (!(spark instanceof org.apache.spark.sql.classic.SparkSession)) {
      spark.addArtifact(jar().toUri());
      return;
    }
    SparkContext context = spark.sparkContext();
    if (!context.isLocal()) {
      context.addJar(jar().toString());
    }
  }

  private static Path jar() throws GenerateException {
    Path code;
    try {
      code = Path.of(DataJar.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
    if (Files.isDirectory(code)) {
      throw new GenerateException(
          "Executors need firesteel-data.jar, and this process runs the classes in " + code + ".");
    }
    return code;
  }
}
