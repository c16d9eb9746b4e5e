package firesteel.spark;

import firesteel.api.session.ExtensionProvider;
import firesteel.api.session.SessionExtension;
import firesteel.api.session.SessionSettings;
import firesteel.spark.settings.SparkOptions;

/** Adds Spark to sessions; closed first, while the clusters of the session still run. */
public final class SparkProvider implements ExtensionProvider {
  /** Called by {@link java.util.ServiceLoader}. */
  public SparkProvider() {}

  @Override
  public String name() {
    return "spark";
  }

  @Override
  public int order() {
    return 10;
  }

  @Override
  public SessionExtension create(SessionSettings settings) {
    return new SparkExtension(SparkOptions.fromEnvironment(settings.environment()));
  }
}
