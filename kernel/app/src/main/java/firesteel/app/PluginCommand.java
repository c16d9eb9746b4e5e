package firesteel.app;

import firesteel.app.plugin.PluginInstaller;
import firesteel.app.plugin.PluginListing;
import firesteel.app.plugin.PluginPlaces;
import firesteel.dependencies.ResolverLoader;
import firesteel.engine.plugin.KnownPlugins;
import firesteel.engine.plugin.PluginFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The plug-ins of the user. */
@Command(
    name = "plugin",
    description = {
      "Lists, adds and removes plug-ins.",
      "A plug-in brings magics, renderers, targets of %%spark connect, commands and more. Kernels that"
          + " start from now on have it."
    },
    mixinStandardHelpOptions = true)
final class PluginCommand implements Callable<Integer> {
  private final PluginPlaces places = SessionFactory.pluginPlaces(System.getenv());

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    throw new ParameterException(spec.commandLine(), "Name a command: list, add or remove.");
  }

  @Command(
      name = "list",
      description = {
        "Lists the plug-ins: name, version, where each comes from and what it brings.",
        "What can't be loaded is named with the reason."
      },
      mixinStandardHelpOptions = true)
  int list() {
    PrintWriter out = spec.commandLine().getOut();
    PluginListing listing = PluginListing.of(places.all());
    for (PluginListing.Entry entry : listing.entries()) {
      out.println(
          (entry.name() + " " + entry.version()).strip() + "  (from " + entry.origin() + ")");
      out.println(
          "  "
              + (entry.brings().isEmpty()
                  ? "brings nothing that can be used"
                  : "brings " + String.join(", ", entry.brings())));
    }
    if (listing.entries().isEmpty()) {
      out.println("There are no plug-ins in " + places.user() + ".");
    }
    listing.problems().forEach(problem -> out.println("Note: " + problem));
    List<KnownPlugins.Known> missing =
        KnownPlugins.all().stream()
            .filter(
                known -> listing.entries().stream().noneMatch(e -> e.name().equals(known.name())))
            .toList();
    if (!missing.isEmpty()) {
      out.println("Known, and not added:");
      for (KnownPlugins.Known known : missing) {
        out.println(
            "  %-8s %s%s"
                .formatted(
                    known.name(), known.summary(), known.published() ? "" : " Not published yet."));
      }
    }
    out.flush();
    return 0;
  }

  @Command(
      name = "add",
      description = {
        "Adds a plug-in.",
        "It is a jar, a folder of jars, a zip file of one, Maven coordinates (which bring their"
            + " dependencies), or the name of a known plug-in that 'list' names."
      },
      mixinStandardHelpOptions = true)
  int add(
      @Parameters(paramLabel = "NAME|FILE|GROUP:ARTIFACT:VERSION", description = "What to add.")
          String what,
      @Option(
              names = "--name",
              paramLabel = "NAME",
              description = "What to call it; by default as its file or artifact is called.")
          String name)
      throws IOException {
    PluginFolder added =
        installer()
            .add(
                what,
                CommandFolder.ofThisProcess().resolve(Path.of(what)),
                Optional.ofNullable(name));
    PrintWriter out = spec.commandLine().getOut();
    out.println("Added the plug-in " + added.name() + " in " + added.folder() + ".");
    PluginListing listing = PluginListing.of(places.all());
    listing.entries().stream()
        .filter(entry -> entry.name().equals(added.name()))
        .forEach(entry -> out.println("It brings " + String.join(", ", entry.brings()) + "."));
    listing.problems().forEach(problem -> out.println("Note: " + problem));
    out.println("Kernels and shells that start from now on have it.");
    out.flush();
    return 0;
  }

  @Command(
      name = "remove",
      description = "Removes a plug-in with all its files.",
      mixinStandardHelpOptions = true)
  int remove(@Parameters(paramLabel = "NAME", description = "As 'list' names it.") String name)
      throws IOException {
    Path folder = installer().remove(name);
    PrintWriter out = spec.commandLine().getOut();
    out.println("Removed the plug-in " + name + " from " + folder + ".");
    out.flush();
    return 0;
  }

  private PluginInstaller installer() {
    return new PluginInstaller(
        places,
        new Version().firesteel(),
        new ResolverLoader(Distribution.running().map(Distribution::resolver))::resolver);
  }
}
