package firesteel.spark.master;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A named target with its settings.
 *
 * @param settings Spark settings; may hold secrets
 * @param hadoopConf a folder of Hadoop's configuration files
 */
public record Profile(
    String master,
    Map<String, String> settings,
    List<String> jars,
    List<String> packages,
    Optional<String> hadoopConf) {
  /** Leaves out the values, which may be secret. */
  @Override
  public String toString() {
    return "Profile[settings " + settings.keySet() + "]";
  }
}
