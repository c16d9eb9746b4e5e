package firesteel.dependencies;

import firesteel.api.session.ExtensionProvider;
import firesteel.api.session.SessionExtension;
import firesteel.api.session.SessionSettings;

/** Adds the dependencies of cells to sessions. */
public final class DependenciesProvider implements ExtensionProvider {
  /** The folder of the resolver's jars in an installation; cells don't see these jars. */
  private static final String RESOLVER = "maven";

  /** Called by {@link java.util.ServiceLoader}. */
  public DependenciesProvider() {}

  @Override
  public String name() {
    return "dependencies";
  }

  @Override
  public int order() {
    return 60;
  }

  @Override
  public SessionExtension create(SessionSettings settings) {
    return new DependenciesExtension(
        settings.installation().map(folder -> folder.resolve(RESOLVER)));
  }
}
