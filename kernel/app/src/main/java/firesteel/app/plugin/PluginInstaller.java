package firesteel.app.plugin;

import firesteel.dependencies.Coordinates;
import firesteel.dependencies.DependencyResolver;
import firesteel.dependencies.Resolution;
import firesteel.dependencies.ResolutionException;
import firesteel.dependencies.ResolutionRequest;
import firesteel.dependencies.ResolvedJar;
import firesteel.dependencies.Transfers;
import firesteel.engine.plugin.KnownPlugins;
import firesteel.engine.plugin.PluginFolder;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.apache.commons.io.FileUtils;

/** Adds plug-ins to the user's folder and removes them, each whole or not at all. */
public final class PluginInstaller {
  /** Where the resolver of Maven coordinates comes from: made when it is needed. */
  @FunctionalInterface
  public interface Resolver {
    /**
     * The resolver.
     *
     * @throws ResolutionException when this installation has none
     */
    DependencyResolver get() throws ResolutionException;
  }

  /** What every plug-in gets from the kernel. */
  private static final List<String> PROVIDED =
      List.of(
          "firesteel:firesteel-api",
          "firesteel:firesteel-source",
          "info.picocli:picocli",
          "org.slf4j:slf4j-api");

  private static final String NAME = "[A-Za-z0-9][\\w.-]*";

  private final PluginPlaces places;
  private final String version;
  private final Resolver resolver;

  /**
   * Makes an installer.
   *
   * @param version Firesteel's, which is that of known plug-ins too
   */
  public PluginInstaller(PluginPlaces places, String version, Resolver resolver) {
    this.places = places;
    this.version = version;
    this.resolver = resolver;
  }

  /**
   * Adds a plug-in.
   *
   * @param what the name of a known one, {@code group:artifact:version}, or empty when a file is
   *     named
   * @param file a jar, a folder or a zip file, when it exists
   * @param name what it is to be called; empty for what its file suggests
   * @return where it is now
   * @throws IOException when it can't be added; the message says why, and nothing has changed
   */
  public PluginFolder add(String what, Path file, Optional<String> name) throws IOException {
    if (Files.exists(file)) {
      PluginFiles files = new PluginFiles(file);
      return install(name.orElseGet(files::name), file.toString(), files.version(), files::copyTo);
    }
    Optional<KnownPlugins.Known> known = KnownPlugins.named(what);
    if (known.isPresent()) {
      Coordinates wanted = Coordinates.parse(known.get().coordinates()).withVersion(version);
      return install(
          name.orElse(what),
          wanted.toString(),
          version,
          folder -> copyResolved(wanted, folder, known));
    }
    if (what.contains(":") && !what.matches("[A-Za-z]:\\\\.*")) {
      Coordinates wanted = coordinates(what);
      return install(
          name.orElseGet(wanted::artifact),
          wanted.toString(),
          wanted.version().orElse(""),
          folder -> copyResolved(wanted, folder, Optional.empty()));
    }
    throw new PluginException(
        "there is no file "
            + file
            + " and no known plug-in \""
            + what
            + "\"; known are "
            + String.join(", ", KnownPlugins.all().stream().map(KnownPlugins.Known::name).toList())
            + "; all others are named by a file or by group:artifact:version");
  }

  private static Coordinates coordinates(String text) throws PluginException {
    try {
      Coordinates wanted = Coordinates.parse(text);
      if (wanted.version().isEmpty()) {
        throw new PluginException(
            text + " needs a version: " + text + ":VERSION, such as " + text + ":1.0");
      }
      return wanted;
    } catch (IllegalArgumentException e) {
      throw new PluginException(e.getMessage(), e);
    }
  }

  private interface Content {
    Properties copyTo(Path folder) throws IOException;
  }

  private PluginFolder install(String name, String origin, String itsVersion, Content content)
      throws IOException {
    if (!name.matches(NAME)) {
      throw new PluginException(
          "\"" + name + "\" is no name for a plug-in; give it one with --name");
    }
    Path target = places.user().resolve(name);
    if (Files.exists(target)) {
      throw new PluginException(
          "the plug-in "
              + name
              + " is there already, in "
              + target
              + "; remove it first:  firesteel plugin remove "
              + name);
    }
    Files.createDirectories(places.user());
    Path unfinished = Files.createTempDirectory(places.user(), PluginFolder.HIDDEN + "adding-");
    try {
      Path staged = Files.createDirectory(unfinished.resolve(name));
      Properties said = content.copyTo(staged);
      said.putIfAbsent(PluginFolder.VERSION, itsVersion);
      said.setProperty(PluginFolder.ORIGIN, origin);
      try (OutputStream out = Files.newOutputStream(staged.resolve(PluginFolder.PROPERTIES))) {
        said.store(out, null);
      }
      requireContent(new PluginFolder(staged));
      Files.move(staged, target, StandardCopyOption.ATOMIC_MOVE);
      return new PluginFolder(target);
    } finally {
      FileUtils.deleteQuietly(unfinished.toFile());
    }
  }

  private static void requireContent(PluginFolder staged) throws PluginException {
    PluginListing listing = PluginListing.of(List.of(staged.folder().getParent()));
    boolean empty = listing.entries().stream().allMatch(entry -> entry.brings().isEmpty());
    if (empty) {
      throw new PluginException(
          listing.problems().isEmpty()
              ? "it brings nothing: no jar of it has a list of services of Firesteel's, such as"
                  + " META-INF/services/firesteel.api.magic.LineMagic"
              : "nothing of it can be used:\n  " + String.join("\n  ", listing.problems()));
    }
  }

  private Properties copyResolved(
      Coordinates wanted, Path folder, Optional<KnownPlugins.Known> known) throws IOException {
    Resolution resolution;
    try {
      resolution =
          resolver
              .get()
              .resolve(
                  new ResolutionRequest(
                      List.of(wanted),
                      List.of(),
                      PROVIDED,
                      Optional.empty(),
                      Set.of("compile", "runtime"),
                      List.of(),
                      false,
                      false),
                  Transfers.IGNORED);
    } catch (ResolutionException e) {
      if (known.isPresent() && !known.get().published()) {
        throw new PluginException(
            "the plug-in "
                + known.get().name()
                + " has not been published yet: no repository has "
                + wanted
                + ". Whoever has its jar adds that:  firesteel plugin add FILE --name "
                + known.get().name(),
            e);
      }
      throw new PluginException(e.getMessage(), e);
    }
    Properties said = new Properties();
    for (ResolvedJar jar : resolution.jars()) {
      Path copy = folder.resolve(jar.file().getFileName().toString());
      if (Files.exists(copy)) { // Of two groups.
        copy = folder.resolve(jar.coordinates().group() + "-" + copy.getFileName());
      }
      Files.copy(jar.file(), copy);
      if (jar.isWanted()) {
        PluginFolder.inJar(jar.file()).ifPresent(said::putAll);
      }
    }
    return said;
  }

  /**
   * Removes a plug-in of the user's.
   *
   * @return where it was
   * @throws IOException when there is none, or it can't be removed; it is whole then
   */
  public Path remove(String name) throws IOException {
    Path folder = places.user().resolve(name);
    if (!name.matches(NAME) || !Files.isDirectory(folder)) {
      throw new PluginException(
          places
              .installation()
              .map(plugins -> plugins.resolve(name))
              .filter(path -> name.matches(NAME) && Files.isDirectory(path))
              .map(path -> "the plug-in " + name + " came with Firesteel, in " + path)
              .orElseGet(
                  () ->
                      "there is no plug-in \""
                          + name
                          + "\" in "
                          + places.user()
                          + "; firesteel plugin list names those that are there"));
    }
    if (Files.isSymbolicLink(folder)) {
      Files.delete(folder); // What it leads to is not ours.
      return folder;
    }
    Path removed = Files.createTempDirectory(places.user(), PluginFolder.HIDDEN + "removed-");
    try {
      Files.move(folder, removed.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      Files.delete(removed);
      throw e;
    }
    if (!FileUtils.deleteQuietly(removed.toFile())) {
      throw new PluginException(
          "the plug-in is gone, but some of its files are left in " + removed);
    }
    return folder;
  }
}
