package firesteel.magics.dependencies;

import firesteel.api.error.MagicException;
import firesteel.api.magic.CellMagic;
import firesteel.api.magic.LineMagic;
import firesteel.api.magic.MagicContext;
import firesteel.dependencies.DependenciesExtension;
import firesteel.dependencies.Pom;
import firesteel.dependencies.ResolutionRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * Implements {@code %loadFromPOM} and {@code %%loadFromPOM}, which add the dependencies of a POM.
 */
@Command(
    name = "loadFromPOM",
    aliases = "pom",
    description = {
      "Adds the dependencies of a POM, or of fragments of one.",
      "",
      "As a cell magic, the lines below are the POM: whole, or fragments as documentation has them;"
          + " loose <dependency> and <repository> elements are collected. Repositories, properties"
          + " and managed versions hold for later fragments too."
    })
public final class LoadFromPomMagic implements LineMagic, CellMagic {
  @Parameters(
      arity = "0..*",
      paramLabel = "[FILE] SCOPE",
      description =
          "The POM's file (as a line magic), and the scopes of its dependencies to add; by default compile, runtime, system.")
  private List<String> words = new ArrayList<>();

  @Override
  public Object runLine(MagicContext context) throws Exception {
    if (words.isEmpty()) {
      throw new MagicException("%loadFromPOM needs a file: %loadFromPOM pom.xml");
    }
    Path file = context.resolve(Path.of(words.get(0)));
    if (Files.isDirectory(file)) {
      file = file.resolve("pom.xml");
    }
    if (!Files.isRegularFile(file)) {
      throw new MagicException("there is no file " + file);
    }
    try {
      add(new Pom(Files.readString(file), Optional.of(file), List.of()), 1, context);
    } catch (IOException e) {
      throw new MagicException(file + " can't be read: " + e.getMessage(), e);
    }
    return null;
  }

  @Override
  public Object runCell(MagicContext context, String body) throws Exception {
    context.refuseCellMagicIn(body);
    DependenciesExtension dependencies = Dependencies.of(context);
    add(new Pom(body, Optional.empty(), dependencies.fragments()), 0, context);
    return null;
  }

  private void add(Pom pom, int firstScope, MagicContext context)
      throws MagicException, InterruptedException {
    List<String> scopes = words.subList(firstScope, words.size());
    Dependencies.add(
        new ResolutionRequest(
            List.of(),
            List.of(),
            List.of(),
            Optional.of(pom),
            scopes.isEmpty() ? ResolutionRequest.USUAL_SCOPES : Set.copyOf(scopes),
            List.of(),
            false,
            false),
        context);
  }
}
