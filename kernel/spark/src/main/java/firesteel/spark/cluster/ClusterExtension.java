package firesteel.spark.cluster;

import firesteel.api.session.SessionExtension;
import java.util.Objects;

/** The clusters that a session can start: those it did not keep end with it. */
public final class ClusterExtension implements SessionExtension {
  private final Clusters clusters;

  /** Cheap: starts nothing. */
  public ClusterExtension(Clusters clusters) {
    this.clusters = Objects.requireNonNull(clusters, "clusters");
  }

  /** The user's clusters. */
  public Clusters clusters() {
    return clusters;
  }

  @Override
  public void close() {
    clusters.close();
  }
}
