package firesteel.spark.cluster;

import firesteel.api.session.SessionExtension;
import java.util.Objects;

/** Gives a session its clusters: those that it did not keep end with it. */
public final class ClusterExtension implements SessionExtension {
  private final Clusters clusters;

  /** Creates the extension without starting anything. */
  public ClusterExtension(Clusters clusters) {
    this.clusters = Objects.requireNonNull(clusters, "clusters");
  }

  /** Returns the user's clusters. */
  public Clusters clusters() {
    return clusters;
  }

  @Override
  public void close() {
    clusters.close();
  }
}
