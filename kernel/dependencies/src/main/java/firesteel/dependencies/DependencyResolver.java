package firesteel.dependencies;

import java.util.List;

/**
 * Resolves artifacts. A plug-in point, found by {@link java.util.ServiceLoader}, that keeps Maven's
 * libraries, of which users have other versions too, off the class path of cells. Thread-safe.
 */
public interface DependencyResolver {
  /**
   * Finds the jars for a request, and downloads those that this machine lacks.
   *
   * @param transfers listens to downloads, and may cancel them
   */
  Resolution resolve(ResolutionRequest request, Transfers transfers) throws ResolutionException;

  /**
   * Downloads the sources of jars into their folders; leaves out those that aren't available.
   *
   * @param repositories repositories besides those of the user's settings
   */
  void fetchSources(List<ResolvedJar> jars, List<Repository> repositories);
}
