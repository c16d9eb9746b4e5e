package firesteel.dependencies;

import java.util.List;

/**
 * What a request came to.
 *
 * @param jars in the order of a class path
 * @param wanted what was asked for by name, in a POM too, with the versions that were chosen
 * @param repositories those that a POM named
 */
public record Resolution(
    List<ResolvedJar> jars, List<Coordinates> wanted, List<Repository> repositories) {
  public Resolution {
    jars = List.copyOf(jars);
    wanted = List.copyOf(wanted);
    repositories = List.copyOf(repositories);
  }
}
