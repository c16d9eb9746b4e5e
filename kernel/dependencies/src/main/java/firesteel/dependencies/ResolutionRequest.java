package firesteel.dependencies;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What somebody wants on the class path.
 *
 * @param wanted the artifacts; what they need comes with them
 * @param boms whose managed versions hold for all of it
 * @param exclusions {@code group:artifact}, each part may be {@code *}: left out wherever needed
 * @param pom more of all this
 * @param scopes which of the POM's own dependencies are wanted; without a POM, {@code runtime}
 *     among them says that what is needed to run comes too, and {@code provided} that a cluster has
 *     it all
 * @param repositories where to look besides those of the user's settings
 * @param offline whether only what this machine has is taken
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
  /** What a project's own class path has when it runs. */
  public static final Set<String> USUAL_SCOPES = Set.of("compile", "runtime", "system", "import");

  public ResolutionRequest {
    wanted = List.copyOf(wanted);
    boms = List.copyOf(boms);
    exclusions = List.copyOf(exclusions);
    Objects.requireNonNull(pom, "pom");
    scopes = Set.copyOf(scopes);
    repositories = List.copyOf(repositories);
  }

  /** The same with more repositories. */
  public ResolutionRequest withRepositories(List<Repository> more) {
    return new ResolutionRequest(wanted, boms, exclusions, pom, scopes, more, offline, update);
  }
}
