package firesteel.dependencies;

import java.util.List;

/**
 * Resolves artifacts. The plug-in point that keeps Maven's libraries, and their versions of what
 * users have too, away from the class path of cells; found by {@link java.util.ServiceLoader}.
 * Thread-safe.
 */
public interface DependencyResolver {
  /**
   * Finds the jars for a request, and downloads what this machine lacks.
   *
   * @param transfers is told of downloads, and may cancel them
   */
  Resolution resolve(ResolutionRequest request, Transfers transfers) throws ResolutionException;

  /**
   * Downloads the sources of jars to where their jars are; those that can't be had are left out.
   *
   * @param repositories where to look besides those of the user's settings
   */
  void fetchSources(List<ResolvedJar> jars, List<Repository> repositories);
}
