package firesteel.magics.dependencies;

import firesteel.api.error.MagicException;
import firesteel.api.magic.LineMagic;
import firesteel.api.magic.MagicContext;
import firesteel.dependencies.DependenciesExtension;
import firesteel.dependencies.Repository;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Implements {@code %mavenRepo}, which adds a Maven repository. */
@Command(
    name = "mavenRepo",
    aliases = "addMavenRepo",
    description = {
      "Adds a Maven repository for %%maven and %%loadFromPOM.",
      "",
      "Credentials belong into ~/.m2/settings.xml, under a server of the same id. Without"
          + " arguments: lists the repositories that were added."
    })
public final class MavenRepoMagic implements LineMagic {
  @Parameters(
      arity = "0..2",
      paramLabel = "[ID] URL",
      description = "The id and the address of the repository.")
  private List<String> idAndUrl = new ArrayList<>();

  @Override
  public Object runLine(MagicContext context) throws Exception {
    DependenciesExtension dependencies = Dependencies.of(context);
    if (idAndUrl.isEmpty()) {
      List<Repository> added = dependencies.repositories();
      added.forEach(repository -> context.println(repository.toString()));
      if (added.isEmpty()) {
        context.println("No repository was added; those of the Maven settings are asked.");
      }
      return null;
    }
    try {
      dependencies.addRepository(
          idAndUrl.size() == 1
              ? Repository.of(idAndUrl.get(0))
              : new Repository(idAndUrl.get(0), idAndUrl.get(1)));
    } catch (IllegalArgumentException e) {
      throw new MagicException(e.getMessage(), e);
    }
    return null;
  }
}
