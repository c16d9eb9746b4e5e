package firesteel.api.spark;

import java.util.List;

/**
 * A place where Spark runs that {@code %spark connect} learns from a plug-in: {@code %spark connect
 * NAME} or {@code %spark connect NAME://PLACE}, with {@code --option KEY=VALUE} for each of its
 * {@link #options}. Found by {@link java.util.ServiceLoader} under this interface:
 *
 * <pre>{@code
 * public final class LabTarget implements ConnectTarget {
 *   public String name() {
 *     return "lab";
 *   }
 *
 *   public String summary() {
 *     return "The cluster of the laboratory: lab://TEAM.";
 *   }
 *
 *   public List<Option> options() {
 *     return List.of(new Option("queue", "NAME", "Whose executors to use."));
 *   }
 *
 *   public ConnectAddress connect(ConnectRequest request) {
 *     Tunnel tunnel = Tunnel.open(request.place());
 *     return ConnectAddress.of("sc://127.0.0.1:" + tunnel.port())
 *         .withSetting("spark.app.queue", request.options().getOrDefault("queue", "default"))
 *         .whenStopped(tunnel);
 *   }
 * }
 * }</pre>
 */
public interface ConnectTarget {
  /**
   * The name in front of {@code ://}: lower-case letters, digits and dashes, such as {@code
   * emr-serverless}. The names of Spark's own masters are taken: local, spark, yarn, k8s and sc.
   */
  String name();

  /** Returns what it is and what PLACE stands for, in one line. */
  String summary();

  /**
   * Returns what {@code --option} takes; an option that isn't among them is refused before
   * connecting.
   */
  default List<Option> options() {
    return List.of();
  }

  /**
   * Makes the place ready and says how Spark is reached there. May take long; an interrupt of the
   * cell interrupts the thread. Called again when Spark was stopped and starts anew.
   *
   * @throws IllegalArgumentException when what the user typed doesn't fit; the message says what
   *     does
   * @throws Exception whatever else goes wrong; the user sees its message. What was opened so far
   *     is closed by the target itself
   */
  ConnectAddress connect(ConnectRequest request) throws Exception;

  /**
   * What a user may add to a target.
   *
   * @param name before the equals sign, such as {@code region}
   * @param label what stands for the value in the help, such as {@code NAME}
   * @param description what it does, in one line
   */
  record Option(String name, String label, String description) {}
}
