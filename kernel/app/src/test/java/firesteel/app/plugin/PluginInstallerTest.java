package firesteel.app.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import firesteel.api.settings.UserFolders;
import firesteel.dependencies.Coordinates;
import firesteel.dependencies.DependencyResolver;
import firesteel.dependencies.Repository;
import firesteel.dependencies.Resolution;
import firesteel.dependencies.ResolutionException;
import firesteel.dependencies.ResolutionRequest;
import firesteel.dependencies.ResolvedJar;
import firesteel.dependencies.Transfers;
import firesteel.engine.plugin.PluginFolder;
import firesteel.engine.plugin.PluginJar;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginInstallerTest {
  /** Has what a test gives it. */
  private static final class FakeResolver implements DependencyResolver {
    private final List<ResolvedJar> jars = new ArrayList<>();
    private final List<ResolutionRequest> requests = new ArrayList<>();

    @Override
    public Resolution resolve(ResolutionRequest request, Transfers transfers)
        throws ResolutionException {
      requests.add(request);
      if (jars.isEmpty()) {
        throw new ResolutionException("no repository has " + request.wanted().get(0), null);
      }
      return new Resolution(jars, request.wanted(), List.of());
    }

    @Override
    public void fetchSources(List<ResolvedJar> jars, List<Repository> repositories) {}
  }

  @TempDir Path folder;

  private final FakeResolver resolver = new FakeResolver();
  private PluginPlaces places;
  private PluginInstaller installer;

  @BeforeEach
  void makeInstaller() {
    places =
        new PluginPlaces(folder.resolve("user/plugins"), Optional.of(folder.resolve("installed")));
    installer = new PluginInstaller(places, "0.1.0", () -> resolver);
  }

  private PluginFolder add(Path file) throws IOException {
    return installer.add(file.toString(), file, Optional.empty());
  }

  private Path jar(String name) {
    return PluginJar.ofMagic("Hello", "hello", "Hello").writeTo(folder.resolve(name));
  }

  private List<String> left() throws IOException {
    if (!Files.exists(places.user())) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(places.user())) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private PluginListing.Entry listed(String name) {
    return PluginListing.of(places.all()).entries().stream()
        .filter(entry -> entry.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void a_jar_gets_a_folder_of_its_name_and_is_listed() throws Exception {
    Path jar = jar("acme-hello-1.2.jar");
    PluginFolder added = add(jar);

    assertThat(added.folder()).isEqualTo(places.user().resolve("acme-hello"));
    assertThat(listed("acme-hello"))
        .isEqualTo(new PluginListing.Entry("acme-hello", "1.2", jar.toString(), List.of("%hello")));
    assertThat(left()).containsExactly("acme-hello");
  }

  @Test
  void what_a_jar_says_of_itself_is_kept() throws Exception {
    Path jar =
        PluginJar.ofMagic("Hello", "hello", "Hello")
            .file(PluginFolder.IN_JAR, "version=7\nneeds=spark\n")
            .writeTo(folder.resolve("said.jar"));
    Properties said = add(jar).properties();

    assertThat(said).containsEntry("version", "7").containsEntry("needs", "spark");
  }

  @Test
  void a_folder_and_a_zip_file_bring_all_their_jars() throws Exception {
    Path jar = jar("bundle/lib/hello.jar");
    PluginJar.ofMagic("Other", "other", "Other").writeTo(folder.resolve("bundle/other.jar"));
    Path zip = folder.resolve("zipped-2.0.zip");
    try (OutputStream out = Files.newOutputStream(zip);
        ZipOutputStream entries = new ZipOutputStream(out)) {
      entries.putNextEntry(new ZipEntry("zipped-2.0/lib/hello.jar"));
      entries.write(Files.readAllBytes(jar));
    }

    assertThat(add(folder.resolve("bundle")).jars())
        .extracting(path -> path.getFileName().toString())
        .containsExactly("hello.jar", "other.jar");
    installer.remove("bundle");
    add(zip);
    assertThat(listed("zipped").version()).isEqualTo("2.0");
    assertThat(listed("zipped").brings()).containsExactly("%hello");
  }

  @Test
  void coordinates_bring_their_dependencies_without_the_api() throws Exception {
    Coordinates wanted = Coordinates.parse("org.acme:hello:1.0");
    resolver.jars.add(new ResolvedJar(wanted, jar("m2/hello-1.0.jar"), wanted));
    Path library = new PluginJar().file("x.txt", "x").writeTo(folder.resolve("m2/library-3.jar"));
    resolver.jars.add(new ResolvedJar(Coordinates.parse("org.acme:library:3"), library, wanted));

    PluginFolder added =
        installer.add("org.acme:hello:1.0", folder.resolve("no"), Optional.of("greeter"));

    assertThat(added.name()).isEqualTo("greeter");
    assertThat(added.jars()).hasSize(2);
    assertThat(listed("greeter").origin()).isEqualTo("org.acme:hello:1.0");
    assertThat(resolver.requests.get(0).exclusions()).contains("firesteel:firesteel-api");
  }

  @Test
  void a_known_plugin_that_is_not_published_is_said_to_be_so() throws Exception {
    assertThatThrownBy(() -> installer.add("aws", folder.resolve("aws"), Optional.empty()))
        .isInstanceOf(PluginException.class)
        .hasMessageContaining("aws has not been published yet")
        .hasMessageContaining("firesteel:firesteel-magics-aws:0.1.0");
    assertThat(left()).isEmpty();
  }

  @Test
  void what_cannot_be_added_says_why_and_leaves_nothing() throws Exception {
    Path text = Files.writeString(folder.resolve("text.jar"), "no jar");
    Path empty = new PluginJar().file("x.txt", "x").writeTo(folder.resolve("empty.jar"));
    Path broken =
        PluginJar.ofMagic("Lost", "lost", "x").without("Lost").writeTo(folder.resolve("lost.jar"));

    assertThatThrownBy(() -> add(text)).hasMessageContaining("text.jar can't be read");
    assertThatThrownBy(() -> add(empty)).hasMessageContaining("it brings nothing");
    assertThatThrownBy(() -> add(broken))
        .hasMessageContaining("nothing of it can be used")
        .hasMessageContaining("acme.Lost");
    assertThatThrownBy(() -> add(folder.resolve("nowhere.jar")))
        .hasMessageContaining("there is no file")
        .hasMessageContaining("known are aws");
    assertThatThrownBy(() -> installer.add("a:b", folder.resolve("no"), Optional.empty()))
        .hasMessageContaining("needs a version");
    assertThatThrownBy(() -> installer.add("x", jar("good.jar"), Optional.of("../evil")))
        .hasMessageContaining("is no name for a plug-in");
    assertThat(left()).isEmpty();
  }

  @Test
  void one_that_is_there_already_stays() throws Exception {
    add(jar("hello-1.jar"));
    assertThatThrownBy(() -> add(jar("hello-2.jar")))
        .hasMessageContaining("is there already")
        .hasMessageContaining("firesteel plugin remove hello");
    assertThat(listed("hello").version()).isEqualTo("1");
  }

  @Test
  void a_removed_plugin_is_gone_with_all_its_files() throws Exception {
    add(jar("hello-1.jar"));
    assertThat(installer.remove("hello")).isEqualTo(places.user().resolve("hello"));
    assertThat(left()).isEmpty();
    assertThatThrownBy(() -> installer.remove("hello"))
        .hasMessageContaining("there is no plug-in \"hello\"");
    assertThatThrownBy(() -> installer.remove("..")).hasMessageContaining("there is no plug-in");
  }

  @Test
  void one_that_came_with_the_installation_is_not_the_users_to_remove() {
    jar("installed/given/given.jar");
    assertThatThrownBy(() -> installer.remove("given"))
        .hasMessageContaining("came with Firesteel, in");
    assertThat(listed("given").brings()).containsExactly("%hello");
  }

  @Test
  void a_link_to_a_folder_is_removed_and_the_folder_stays() throws Exception {
    Path jar = jar("elsewhere/hello.jar");
    Files.createDirectories(places.user());
    Files.createSymbolicLink(places.user().resolve("linked"), jar.getParent());

    installer.remove("linked");

    assertThat(left()).isEmpty();
    assertThat(jar).exists();
  }

  @Test
  void the_users_plugins_are_among_the_users_data() {
    assertThat(PluginPlaces.of(folders(Map.of()), Optional.of(Path.of("/opt/f"))).all())
        .containsExactly(
            Path.of("/home/me/.local/share/firesteel/plugins"), Path.of("/opt/f/plugins"));
    assertThat(PluginPlaces.of(folders(Map.of("XDG_DATA_HOME", "/data")), Optional.empty()).all())
        .containsExactly(Path.of("/data/firesteel/plugins"));
  }

  private static UserFolders folders(Map<String, String> environment) {
    return UserFolders.of(environment, Path.of("/home/me"));
  }
}
