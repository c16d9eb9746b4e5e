package firesteel.dependencies;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A request for artifacts on the class path.
 *
 * @param wanted the artifacts; their dependencies are included
 * @param boms BOMs whose managed versions apply to the whole request
 * @param exclusions {@code group:artifact}, each part may be {@code *}: left out wherever needed
 * @param pom a POM with more of all this
 * @param scopes the wanted scopes of the POM's own dependencies; without a POM, {@code runtime}
 *     includes the dependencies needed at run time, and {@code provided} says that a cluster has
 *     everything
 * @param repositories repositories besides those of the user's settings
 * @param offline whether only artifacts on this machine are used
 * @param update whether snapshots and earlier failures are looked up again
 */
public record ResolutionRequest(
    List<Coordinates> wanted,
    List<Coordinates> boms,
    List<String> exclusions,
    Optional<Pom> pom,
    Set<String> scopes,
    List<Repository> repositories,
    boolean offline,
    boolean update) {
  /** The scopes of a project's own class path at run time. */
  public static final Set<String> USUAL_SCOPES = Set.of("compile", "runtime", "system", "import");

  public ResolutionRequest {
    wanted = List.copyOf(wanted);
    boms = List.copyOf(boms);
    exclusions = List.copyOf(exclusions);
    Objects.requireNonNull(pom, "pom");
    scopes = Set.copyOf(scopes);
    repositories = List.copyOf(repositories);
  }

  /** Returns the same request with more repositories. */
  public ResolutionRequest withRepositories(List<Repository> more) {
    return new ResolutionRequest(wanted, boms, exclusions, pom, scopes, more, offline, update);
  }
}
