package firesteel.spark.distribution;

import firesteel.api.settings.UserFolders;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.apache.commons.io.FileUtils;

/**
 * The Spark distributions that were fetched for this user: one folder a version, which appears
 * complete or not at all.
 *
 * @param folder created when the first one is fetched
 */
public record SparkCache(Path folder) {
  private static final Pattern VERSION = Pattern.compile("\\d+\\.\\d+\\.\\d+([.-]?[A-Za-z0-9]+)*");

  /** The prefix of folders whose fetch is running or was cut off; the process's id follows. */
  private static final String UNFINISHED = ".get-";

  /** Checks the folder. */
  public SparkCache {
    Objects.requireNonNull(folder, "folder");
  }

  /** Returns the cache below {@code XDG_CACHE_HOME}, by default {@code ~/.cache}. */
  public static SparkCache fromEnvironment(Map<String, String> environment) {
    return new SparkCache(UserFolders.of(environment).cache().resolve("spark"));
  }

  /** Whether a text has the form of a version, such as {@code 4.2.0}. */
  public static boolean isVersion(String text) {
    return VERSION.matcher(text).matches();
  }

  /** Returns the {@code SPARK_HOME} of a version, whether it exists or not. */
  public Path home(String version) {
    if (!isVersion(version)) {
      throw new IllegalArgumentException("\"" + version + "\" is no version such as 4.2.0");
    }
    return folder.resolve(version);
  }

  /** Whether a version has been fetched. */
  public boolean has(String version) {
    return Files.isDirectory(home(version));
  }

  /** Returns the fetched versions, sorted as text. */
  public List<String> versions() throws IOException {
    List<String> versions = new ArrayList<>();
    try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, Files::isDirectory)) {
      for (Path home : found) {
        String name = home.getFileName().toString();
        if (isVersion(name)) {
          versions.add(name);
        }
      }
    } catch (NoSuchFileException e) {
      return versions; // Nothing was ever fetched.
    }
    Collections.sort(versions);
    return versions;
  }

  /** Creates a folder for this process to fetch into, on the file system of the cache. */
  Path unfinished() throws IOException {
    Files.createDirectories(folder);
    return Files.createTempDirectory(folder, UNFINISHED + ProcessHandle.current().pid() + "-");
  }

  /** Removes what fetches of killed processes left behind. */
  void sweep() throws IOException {
    Files.createDirectories(folder);
    try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, UNFINISHED + "*-*")) {
      for (Path unfinished : found) {
        String pid = unfinished.getFileName().toString().split("-")[1];
        if (pid.matches("\\d{1,18}") && ProcessHandle.of(Long.parseLong(pid)).isEmpty()) {
          FileUtils.deleteQuietly(unfinished.toFile());
        }
      }
    }
  }
}
