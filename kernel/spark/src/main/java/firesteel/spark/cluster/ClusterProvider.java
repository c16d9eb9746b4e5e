package firesteel.spark.cluster;

import firesteel.api.session.ExtensionProvider;
import firesteel.api.session.SessionExtension;
import firesteel.api.session.SessionSettings;

/** Adds the clusters that cells start to sessions. */
public final class ClusterProvider implements ExtensionProvider {
  /** Called by {@link java.util.ServiceLoader}. */
  public ClusterProvider() {}

  @Override
  public String name() {
    return "clusters";
  }

  @Override
  public int order() {
    return 20;
  }

  @Override
  public SessionExtension create(SessionSettings settings) {
    return new ClusterExtension(Clusters.fromEnvironment(settings.environment()));
  }
}
