package firesteel.dependencies;

import java.util.List;

/**
 * The result of a request.
 *
 * @param jars in the order of a class path
 * @param wanted the artifacts that were requested by name, also in a POM, with the chosen versions
 * @param repositories the repositories that a POM named
 */
public record Resolution(
    List<ResolvedJar> jars, List<Coordinates> wanted, List<Repository> repositories) {
  public Resolution {
    jars = List.copyOf(jars);
    wanted = List.copyOf(wanted);
    repositories = List.copyOf(repositories);
  }
}
