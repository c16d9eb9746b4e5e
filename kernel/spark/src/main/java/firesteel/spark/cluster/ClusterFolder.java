package firesteel.spark.cluster;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import firesteel.api.file.AtomicFileWriter;
import firesteel.api.file.OwnerOnly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.commons.io.FileUtils;

/**
 * The files of one cluster: its state, its logs and its processes' working folders. Only the user
 * can read them.
 *
 * @param path the folder, named as the cluster
 */
record ClusterFolder(Path path) {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  /** Creates the folder. */
  ClusterFolder make() throws IOException {
    Files.createDirectories(path.getParent());
    OwnerOnly.createFolder(path);
    Files.createDirectory(path.resolve("logs"));
    return this;
  }

  /** Returns the cluster's state; empty when the folder holds none that can be read. */
  Optional<ClusterState> state() {
    try {
      return Optional.of(JSON.readValue(stateFile().toFile(), ClusterState.class));
    } catch (IOException e) {
      return Optional.empty(); // It is just being created or removed, or is of another version.
    }
  }

  void write(ClusterState state) throws IOException {
    AtomicFileWriter.write(
        stateFile(), JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(state));
  }

  private Path stateFile() {
    return path.resolve("cluster.json");
  }

  /** Returns the log of a process. */
  Path log(String member) {
    return path.resolve("logs").resolve(member + ".log");
  }

  /** Returns where a worker keeps its executors' files and logs. */
  Path work(String worker) {
    return path.resolve("work").resolve(worker);
  }

  /** Returns a place for a {@code SPARK_HOME} made of links. */
  Path home() {
    return path.resolve("spark");
  }

  /** Removes the folder; files that can't be removed stay. */
  void delete() {
    FileUtils.deleteQuietly(path.toFile());
  }
}
