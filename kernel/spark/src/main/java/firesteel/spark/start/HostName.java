package firesteel.spark.start;

import org.apache.spark.util.Utils;

/**
 * The name that Spark gives this machine, which is one for the whole process: the master and the
 * workers of a local-cluster listen at it, whatever the settings say.
 */
final class HostName {
  private String usual;

  /** Makes it the loopback address. */
  synchronized void loopback() {
    if (usual == null) {
      usual = Utils.localCanonicalHostName();
    }
    Utils.setCustomHostname(LoopbackConf.ADDRESS);
  }

  /** Makes it what it was, so that a cluster elsewhere can find the driver. */
  synchronized void usual() {
    if (usual != null) {
      Utils.setCustomHostname(usual);
    }
  }
}
