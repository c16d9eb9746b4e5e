package firesteel.spark.cluster;

import java.time.Duration;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The options of a new cluster.
 *
 * @param workers how many worker processes, at least one
 * @param cores the cores that each worker offers, at least one
 * @param memory the memory that each worker offers, as Spark writes it: {@code 1g}, {@code 512m}
 * @param host the address of this machine that all processes listen on
 * @param port the master's port; 0 for a free one
 * @param uiPort the port of the master's web UI; 0 for a free one
 * @param timeout how long to wait until all workers have registered
 */
public record ClusterOptions(
    int workers, int cores, String memory, String host, int port, int uiPort, Duration timeout) {
  /** The loopback address: no other machine can reach the cluster. */
  public static final String LOOPBACK = "127.0.0.1";

  private static final Pattern MEMORY = Pattern.compile("[1-9]\\d{0,8}[kmgtKMGT][bB]?");

  /** Spark accepts no smaller port. */
  private static final int MIN_PORT = 1024;

  private static final int MAX_PORT = 65_535;

  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException naming the option that is wrong
   */
  public ClusterOptions {
    require(workers >= 1, "--workers needs a number of at least 1, not " + workers);
    require(cores >= 1, "--cores needs a number of at least 1, not " + cores);
    require(
        MEMORY.matcher(Objects.requireNonNull(memory, "memory")).matches(),
        "--memory needs an amount such as 1g or 512m, not \"" + memory + "\"");
    require(!Objects.requireNonNull(host, "host").isBlank(), "--host needs an address");
    requirePort("--port", port);
    requirePort("--ui-port", uiPort);
    require(!timeout.isNegative() && !timeout.isZero(), "--timeout needs at least 1 second");
  }

  private static void requirePort(String option, int port) {
    require(
        port == 0 || port >= MIN_PORT && port <= MAX_PORT,
        option + " needs a port from 1024 to 65535, or 0 for a free one, not " + port);
  }

  private static void require(boolean condition, String message) {
    if (!condition) {
      throw new IllegalArgumentException(message);
    }
  }
}
