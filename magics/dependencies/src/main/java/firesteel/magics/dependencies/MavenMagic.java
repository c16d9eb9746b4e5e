package firesteel.magics.dependencies;

import firesteel.api.magic.LineMagic;
import firesteel.api.magic.MagicContext;
import firesteel.api.table.Table;
import firesteel.dependencies.DependenciesExtension;
import firesteel.dependencies.ResolutionRequest;
import firesteel.dependencies.ResolvedJar;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Implements {@code %maven}, which adds artifacts of Maven repositories. */
@Command(
    name = "maven",
    aliases = {"addMavenDependency", "addMavenDependencies"},
    description = {
      "Adds artifacts of Maven repositories to the class path.",
      "",
      "What they need comes with them, and reaches the executors too."
          + " The settings in ~/.m2/settings.xml hold: mirrors, proxies, credentials, local repository."
          + " Without arguments: lists what was added."
    })
public final class MavenMagic implements LineMagic {
  @Parameters(
      arity = "0..*",
      paramLabel = "ARTIFACT",
      description = "An artifact as group:artifact:[packaging:[classifier:]]version.")
  private List<String> artifacts = new ArrayList<>();

  @Option(
      names = "--bom",
      paramLabel = "ARTIFACT",
      description = "A bill of materials: gives versions, also of what is needed.")
  private List<String> boms = new ArrayList<>();

  @Option(
      names = {"-x", "--exclude"},
      paramLabel = "GROUP:ARTIFACT",
      description =
          "An artifact to leave out wherever another one needs it; * stands for any name.")
  private List<String> exclusions = new ArrayList<>();

  @Option(
      names = "--scope",
      paramLabel = "SCOPE",
      description =
          "compile leaves out what is needed at run time only; provided says that the cluster has it,"
              + " for an exported job. Else: runtime.")
  private Scope scope = Scope.RUNTIME;

  @Option(
      names = {"-o", "--offline"},
      description = "Takes only what this machine has.")
  private boolean offline;

  @Option(
      names = {"-U", "--update"},
      description = "Checks for newer snapshots, and retries failed downloads.")
  private boolean update;

  /** The values of {@code --scope}. */
  enum Scope {
    COMPILE(Set.of("compile")),
    RUNTIME(Set.of("compile", "runtime")),
    PROVIDED(Set.of("provided", "runtime"));

    private final Set<String> scopes;

    Scope(Set<String> scopes) {
      this.scopes = scopes;
    }
  }

  @Override
  public Object runLine(MagicContext context) throws Exception {
    if (artifacts.isEmpty()) {
      list(context);
      return null;
    }
    Dependencies.add(
        new ResolutionRequest(
            Dependencies.coordinates(artifacts),
            Dependencies.coordinates(boms),
            exclusions,
            Optional.empty(),
            scope.scopes,
            List.of(),
            offline,
            update),
        context);
    return null;
  }

  private static void list(MagicContext context) throws Exception {
    DependenciesExtension dependencies = Dependencies.of(context);
    List<List<Object>> rows = new ArrayList<>();
    for (ResolvedJar jar : dependencies.resolved()) {
      String why = jar.isWanted() ? "" : jar.neededBy().toString();
      rows.add(List.of(jar.coordinates().toString(), why, jar.file().toString()));
    }
    for (Path file : dependencies.files()) {
      rows.add(List.of(file.getFileName().toString(), "", file.toString()));
    }
    if (rows.isEmpty()) {
      context.println("Nothing was added yet; %maven group:artifact:version adds an artifact.");
      return;
    }
    context
        .outputs()
        .display(
            Table.of(List.of("artifact", "needed by", "file"), rows).toWholeBundle(),
            Optional.empty());
  }
}
