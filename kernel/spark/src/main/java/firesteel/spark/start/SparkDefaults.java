package firesteel.spark.start;

import firesteel.spark.settings.SparkStartException;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/** Reads {@code spark-defaults.conf} as {@code spark-submit} does. */
final class SparkDefaults {
  private SparkDefaults() {}

  /**
   * Returns the settings of a folder's {@code spark-defaults.conf}; none when there is no such
   * file. Names that don't start with {@code spark.} are left out and values are trimmed, as in
   * {@code org.apache.spark.util.Utils#getPropertiesFromFile}.
   *
   * @throws SparkStartException when the file can't be read
   */
  static Map<String, String> load(Optional<Path> folder) {
    Map<String, String> settings = new TreeMap<>();
    Path file = folder.map(path -> path.resolve("spark-defaults.conf")).orElse(null);
    if (file == null || !Files.isRegularFile(file)) {
      return settings;
    }
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      throw new SparkStartException(
          "Spark did not start: " + file + " can't be read: " + e.getMessage(), e);
    }
    for (String name : properties.stringPropertyNames()) {
      if (name.startsWith("spark.")) {
        settings.put(name, properties.getProperty(name).trim());
      }
    }
    return settings;
  }
}
