package firesteel.spark.cluster;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Finds the master of a cluster by the name that users give. */
public final class ClusterUrl {
  /** The word for the cluster that was started here, whatever its name. */
  public static final String HERE = "cluster";

  private ClusterUrl() {}

  /**
   * Returns the master's URL.
   *
   * @param name {@value #HERE} for this process's own cluster, or else the default one; or a name
   * @return empty when there is no cluster of that name
   * @throws IllegalArgumentException when there is one that doesn't run; the message says what to
   *     do
   */
  public static Optional<String> of(String name, Clusters clusters) {
    List<ClusterState> all;
    try {
      all = clusters.all();
    } catch (IOException e) {
      throw new IllegalArgumentException("The list of clusters can't be read: " + e, e);
    }
    List<String> wanted =
        name.equals(HERE)
            ? List.of(HERE, Clusters.ownName(), Clusters.DEFAULT_NAME)
            : List.of(name);
    Optional<ClusterState> found =
        wanted.stream()
            .flatMap(one -> all.stream().filter(state -> state.name().equals(one)))
            .findFirst();
    if (found.isPresent() && found.get().isAlive()) {
      return Optional.of(found.get().url());
    }
    if (found.isPresent()) {
      throw new IllegalArgumentException(
          "The cluster %s has ended; %%cluster start starts one, and %%spark connect cluster then connects with it."
              .formatted(found.get().name()));
    }
    if (name.equals(HERE)) {
      String others = String.join(", ", all.stream().map(ClusterState::name).toList());
      throw new IllegalArgumentException(
          "No cluster was started here; %cluster start starts one."
              + (others.isEmpty() ? "" : " By name there is: " + others + "."));
    }
    return Optional.empty();
  }
}
