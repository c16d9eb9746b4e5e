package firesteel.spark.master;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;

/**
 * Reads the configuration files of a Hadoop cluster as Spark settings. Spark's own scripts put
 * their folder on Java's class path, which a running kernel can't.
 */
public final class HadoopConf {
  private static final String[] FILES = {
    "core-site.xml", "hdfs-site.xml", "mapred-site.xml", "yarn-site.xml"
  };

  private HadoopConf() {}

  /** Whether a folder has any of the files. */
  public static boolean isIn(Path folder) {
    return Arrays.stream(FILES).map(folder::resolve).anyMatch(Files::isRegularFile);
  }

  /**
   * Returns the files' properties as settings ({@code spark.hadoop.*}).
   *
   * @param folder a folder as {@code HADOOP_CONF_DIR} names it
   * @throws IllegalArgumentException when the folder has none of the files
   */
  public static Map<String, String> settings(Path folder) {
    Configuration configuration = new Configuration(false);
    for (String name : FILES) {
      Path file = folder.resolve(name);
      if (Files.isRegularFile(file)) {
        configuration.addResource(new org.apache.hadoop.fs.Path(file.toAbsolutePath().toUri()));
      }
    }
    if (!isIn(folder)) {
      throw new IllegalArgumentException(
          folder + " has no Hadoop configuration (" + String.join(", ", FILES) + ").");
    }
    Map<String, String> settings = new LinkedHashMap<>();
    configuration.forEach(
        entry -> settings.put("spark.hadoop." + entry.getKey(), entry.getValue()));
    return settings;
  }
}
