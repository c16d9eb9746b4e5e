package firesteel.spark.start;

import org.apache.spark.util.Utils;

/**
 * Sets the name that Spark gives this machine. There is one for the whole process: the master and
 * the workers of a local-cluster listen at it, whatever the settings say.
 */
final class HostName {
  private String usual;

  /** Sets it to the loopback address. */
  synchronized void loopback() {
    if (usual == null) {
      usual = Utils.localCanonicalHostName();
    }
    Utils.setCustomHostname(LoopbackConf.ADDRESS);
  }

  /** Restores it, so that a cluster elsewhere can reach the driver. */
  synchronized void usual() {
    if (usual != null) {
      Utils.setCustomHostname(usual);
    }
  }
}
