package firesteel.spark.start;

import java.util.Map;
import org.apache.spark.SparkConf;

/**
 * Keeps all of Spark's sockets on the loopback address. The web UI takes its address only from the
 * environment variable {@code SPARK_LOCAL_IP} ({@code org.apache.spark.ui.WebUI#bind}), which it
 * reads through its configuration; otherwise it would listen on all addresses.
 */
final class LoopbackConf extends SparkConf {
  /** The loopback address. */
  static final String ADDRESS = "127.0.0.1";

  private static final long serialVersionUID = 1L;

  LoopbackConf(Map<String, String> settings) {
    super(false);
    settings.forEach(this::set);
  }

  @Override
  public String getenv(String name) {
    return name.equals("SPARK_LOCAL_IP") ? ADDRESS : System.getenv(name);
  }

  /** A context clones its configuration; the clone has to answer alike. */
  @Override
  public SparkConf clone() {
    LoopbackConf copy = new LoopbackConf(Map.of());
    copy.setAll(scala.Predef.wrapRefArray(getAll()));
    return copy;
  }
}
