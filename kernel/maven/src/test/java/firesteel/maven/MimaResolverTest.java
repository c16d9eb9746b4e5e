package firesteel.maven;

import static firesteel.maven.TestRepository.dependency;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import firesteel.dependencies.Coordinates;
import firesteel.dependencies.Pom;
import firesteel.dependencies.Repository;
import firesteel.dependencies.Resolution;
import firesteel.dependencies.ResolutionException;
import firesteel.dependencies.ResolutionRequest;
import firesteel.dependencies.ResolvedJar;
import firesteel.dependencies.Transfers;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Uses a server on this machine that mirrors every repository, like a company's. */
class MimaResolverTest {
  @TempDir Path home;

  private TestRepository server;
  private MimaResolver resolver;

  @BeforeEach
  void mirrorAllRepositories() throws IOException {
    server = new TestRepository();
    settings(server.url(), "");
    resolver = new MimaResolver(Optional.of(home));
  }

  @AfterEach
  void stopServer() {
    server.close();
  }

  private void settings(String mirror, String servers) throws IOException {
    Files.writeString(
        home.resolve("settings.xml"),
        ("<settings><mirrors><mirror><id>company</id><mirrorOf>*</mirrorOf><url>%s</url></mirror>"
                + "</mirrors><servers>%s</servers></settings>")
            .formatted(mirror, servers));
  }

  /** A request that the tests change where needed. */
  private static final class Ask {
    private List<String> boms = List.of();
    private List<String> exclusions = List.of();
    private Optional<Pom> pom = Optional.empty();
    private Set<String> scopes = ResolutionRequest.USUAL_SCOPES;
    private List<Repository> repositories = List.of();
    private boolean offline;
    private boolean update;

    ResolutionRequest of(String... coordinates) {
      return new ResolutionRequest(
          List.of(coordinates).stream().map(Coordinates::parse).toList(),
          boms.stream().map(Coordinates::parse).toList(),
          exclusions,
          pom,
          scopes,
          repositories,
          offline,
          update);
    }
  }

  private Resolution resolve(ResolutionRequest request) throws ResolutionException {
    return resolver.resolve(request, Transfers.IGNORED);
  }

  private List<String> jars(ResolutionRequest request) throws ResolutionException {
    return resolve(request).jars().stream().map(j -> j.coordinates().toString()).toList();
  }

  private String failure(ResolutionRequest request) {
    try {
      throw new AssertionError("resolved: " + resolve(request));
    } catch (ResolutionException e) {
      return e.getMessage();
    }
  }

  private static Pom pom(String text, String... earlier) {
    return new Pom(text, Optional.empty(), List.of(earlier));
  }

  @Test
  void brings_an_artifact_and_what_it_needs_to_run() throws Exception {
    server.publish("com.example:deep:3.0");
    server.publish("com.example:tests:1.0");
    server.publish("com.example:maybe:1.0");
    server.publish(
        "com.example:lib:1.0",
        dependency("com.example:deep:3.0", "<scope>runtime</scope>"),
        dependency("com.example:tests:1.0", "<scope>test</scope>"),
        dependency("com.example:maybe:1.0", "<optional>true</optional>"));
    Resolution resolution = resolve(new Ask().of("com.example:lib:1.0"));
    assertThat(resolution.jars())
        .extracting(j -> j.coordinates() + " for " + j.neededBy().artifact())
        .containsExactly("com.example:lib:1.0 for lib", "com.example:deep:3.0 for lib");
    assertThat(resolution.wanted())
        .extracting(Coordinates::version)
        .containsOnly(Optional.of("1.0"));
    assertThat(resolution.jars())
        .allSatisfy(j -> assertThat(j.file()).exists().startsWith(home.resolve("repository")));
  }

  @Test
  void tells_of_downloads_but_not_of_what_is_there() throws Exception {
    server.publish("com.example:lib:1.0");
    List<String> events = Collections.synchronizedList(new ArrayList<>());
    Transfers recorder =
        new Transfers() {
          @Override
          public void started(String file) {
            events.add("started " + file);
          }

          @Override
          public void received(String file, long bytes) {
            assertThat(bytes).isPositive();
          }

          @Override
          public void ended(String file, boolean complete) {
            events.add("ended " + file + " " + complete);
          }

          @Override
          public boolean isCancelled() {
            return false;
          }
        };
    resolver.resolve(new Ask().of("com.example:lib:1.0"), recorder);
    assertThat(events)
        .containsExactly(
            "started lib-1.0.pom",
            "ended lib-1.0.pom true",
            "started lib-1.0.jar",
            "ended lib-1.0.jar true");
    events.clear();
    resolver.resolve(new Ask().of("com.example:lib:1.0"), recorder);
    assertThat(events).isEmpty();
  }

  @Test
  void logs_in_with_the_credentials_of_the_settings() throws Exception {
    server.publish("com.example:lib:1.0");
    server.protect("ada", "s3cret");
    String refused = failure(new Ask().of("com.example:lib:1.0"));
    assertThat(refused)
        .contains("company")
        .contains("refuses access (HTTP 401)")
        .contains("<id>company</id>");
    settings(
        server.url(),
        "<server><id>company</id><username>ada</username><password>s3cret</password></server>");
    Ask again = new Ask();
    again.update = true;
    assertThat(jars(again.of("com.example:lib:1.0"))).containsExactly("com.example:lib:1.0");
    assertThat(failure(again.of("com.example:missing:1.0"))).doesNotContain("s3cret");
  }

  @Test
  void errors_name_no_password_of_an_address() throws Exception {
    settings(server.url().replace("http://", "http://ada:s3cret@") + "?token=hidden", "");
    assertThat(failure(new Ask().of("com.example:missing:1.0")))
        .contains("company (http://localhost:")
        .doesNotContain("s3cret")
        .doesNotContain("hidden");
  }

  @Test
  void looks_snapshots_up_again_when_it_is_told() throws Exception {
    server.publishSnapshot("com.example:snap:1.0-SNAPSHOT", 1);
    Ask ask = new Ask();
    ask.repositories = List.of(new Repository("extra", "https://repo.invalid/maven"));
    assertThat(note(ask.of("com.example:snap:1.0-SNAPSHOT"))).isEqualTo("build 1");
    server.publishSnapshot("com.example:snap:1.0-SNAPSHOT", 2);
    assertThat(note(ask.of("com.example:snap:1.0-SNAPSHOT"))).isEqualTo("build 1");
    ask.update = true;
    assertThat(note(ask.of("com.example:snap:1.0-SNAPSHOT"))).isEqualTo("build 2");
  }

  private String note(ResolutionRequest request) throws Exception {
    try (ZipFile jar = new ZipFile(resolve(request).jars().get(0).file().toFile())) {
      return new String(jar.getInputStream(jar.getEntry("note.txt")).readAllBytes());
    }
  }

  @Test
  void a_bom_gives_versions_also_of_what_is_needed() throws Exception {
    server.publish("com.example:deep:1.0");
    server.publish("com.example:deep:2.0");
    server.publish("com.example:lib:1.5", dependency("com.example:deep:1.0"));
    server.publishPom(
        "com.example:bom:7",
        "<dependencyManagement><dependencies>"
            + dependency("com.example:lib:1.5")
            + dependency("com.example:deep:2.0")
            + "</dependencies></dependencyManagement>");
    Ask ask = new Ask();
    ask.boms = List.of("com.example:bom:7");
    assertThat(jars(ask.of("com.example:lib")))
        .containsExactly("com.example:lib:1.5", "com.example:deep:2.0");
  }

  @Test
  void without_version_it_names_the_newest() throws Exception {
    server.publish("com.example:lib:1.0");
    server.publish("com.example:lib:1.2");
    server.publish("com.example:lib:2.0-SNAPSHOT");
    assertThat(failure(new Ask().of("com.example:lib")))
        .contains("com.example:lib needs a version")
        .contains("The newest is com.example:lib:1.2.");
  }

  @Test
  void leaves_out_what_is_excluded() throws Exception {
    server.publish("com.example:deep:1.0");
    server.publish("org.other:log:1.0");
    server.publish(
        "com.example:lib:1.0", dependency("com.example:deep:1.0"), dependency("org.other:log:1.0"));
    Ask ask = new Ask();
    ask.exclusions = List.of("org.other:*");
    assertThat(jars(ask.of("com.example:lib:1.0")))
        .containsExactly("com.example:lib:1.0", "com.example:deep:1.0");
  }

  @Test
  void the_compile_scope_leaves_out_what_only_runs_need() throws Exception {
    server.publish("com.example:api:1.0");
    server.publish("com.example:driver:1.0");
    server.publish(
        "com.example:lib:1.0",
        dependency("com.example:api:1.0"),
        dependency("com.example:driver:1.0", "<scope>runtime</scope>"));
    Ask ask = new Ask();
    ask.scopes = Set.of("compile");
    assertThat(jars(ask.of("com.example:lib:1.0")))
        .containsExactly("com.example:lib:1.0", "com.example:api:1.0");
  }

  @Test
  void offline_it_takes_what_this_machine_has() throws Exception {
    server.publish("com.example:lib:1.0");
    server.publish("com.example:late:1.0");
    jars(new Ask().of("com.example:lib:1.0"));
    int sent = server.sent().size();
    Ask offline = new Ask();
    offline.offline = true;
    assertThat(jars(offline.of("com.example:lib:1.0"))).containsExactly("com.example:lib:1.0");
    assertThat(failure(offline.of("com.example:late:1.0")))
        .contains("com.example:late:1.0")
        .contains("Offline, only what this machine has can be taken.");
    assertThat(server.sent()).hasSize(sent);
  }

  @Test
  void an_unknown_version_is_answered_with_those_next_to_it() throws Exception {
    server.publish("com.example:lib:1.0");
    server.publish("com.example:lib:1.2");
    server.publish("com.example:lib:3.0");
    assertThat(failure(new Ask().of("com.example:lib:1.1")))
        .contains("these could not be had: com.example:lib:1.1")
        .contains("company (" + server.url() + "): doesn't have it")
        .contains("There is com.example:lib in version 1.0, 1.2, 3.0.");
    assertThat(failure(new Ask().of("com.example:lbi:1.0")))
        .contains("No version of com.example:lbi is known there");
  }

  @Test
  void a_server_that_is_not_there_is_named_with_a_way_out() throws Exception {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    settings("http://localhost:" + port + "/repo", "");
    assertThat(failure(new Ask().of("com.example:lib:1.0")))
        .contains("company (http://localhost:" + port + "/repo): can't be reached")
        .contains("%maven --offline");
  }

  @Test
  void a_repository_of_the_notebook_is_asked_through_the_mirror() throws Exception {
    server.publish("com.example:lib:1.0");
    Ask ask = new Ask();
    ask.repositories = List.of(new Repository("extra", "https://repo.invalid/maven"));
    assertThat(jars(ask.of("com.example:lib:1.0"))).containsExactly("com.example:lib:1.0");
  }

  @Test
  void collects_the_fragments_of_a_pom() throws Exception {
    server.publish("com.example:one:1.0");
    server.publish("com.example:two:2.0");
    server.publish("com.example:tested:1.0");
    Ask ask = new Ask();
    ask.pom =
        Optional.of(
            pom(
                "<repository><id>extra</id><url>https://repo.invalid/maven</url></repository>\n"
                    + dependency("com.example:one:${one.version}")
                    + "<dependencies>"
                    + dependency("com.example:two")
                    + dependency("com.example:tested:1.0", "<scope>test</scope>")
                    + "</dependencies>",
                "<properties><one.version>1.0</one.version></properties>",
                "<dependencyManagement><dependencies>"
                    + dependency("com.example:two:2.0")
                    + "</dependencies></dependencyManagement>"));
    Resolution resolution = resolve(ask.of());
    assertThat(resolution.jars())
        .extracting(j -> j.coordinates().toString())
        .containsExactly("com.example:one:1.0", "com.example:two:2.0");
    assertThat(resolution.repositories())
        .containsExactly(new Repository("extra", "https://repo.invalid/maven"));
    ask.scopes = Set.of("test");
    assertThat(jars(ask.of())).containsExactly("com.example:tested:1.0");
  }

  @Test
  void reads_a_pom_file_with_the_parent_beside_it_and_boms_of_repositories() throws Exception {
    server.publish("com.example:lib:4.0");
    server.publishPom(
        "com.example:bom:1",
        "<dependencyManagement><dependencies>"
            + dependency("com.example:lib:4.0")
            + "</dependencies></dependencyManagement>");
    Path project = Files.createDirectories(home.resolve("project/module"));
    Files.writeString(
        project.resolve("../pom.xml"),
        "<project><modelVersion>4.0.0</modelVersion><groupId>own</groupId><artifactId>parent</artifactId>"
            + "<version>1</version><packaging>pom</packaging><dependencyManagement><dependencies>"
            + dependency("com.example:bom:1", "<type>pom</type><scope>import</scope>")
            + "</dependencies></dependencyManagement></project>");
    Path file = project.resolve("pom.xml");
    Files.writeString(
        file,
        "<?xml version=\"1.0\"?>\n<project><modelVersion>4.0.0</modelVersion><parent><groupId>own</groupId>"
            + "<artifactId>parent</artifactId><version>1</version></parent><artifactId>module</artifactId>"
            + "<dependencies>"
            + dependency("com.example:lib")
            + "</dependencies></project>");
    Ask ask = new Ask();
    ask.pom = Optional.of(new Pom(Files.readString(file), Optional.of(file), List.of()));
    assertThat(jars(ask.of())).containsExactly("com.example:lib:4.0");
  }

  @Test
  void a_pom_that_is_no_xml_fails_with_its_line() {
    Ask ask = new Ask();
    ask.pom = Optional.of(pom("<dependency>\n  <groupId>a</groupId\n</dependency>"));
    assertThatThrownBy(() -> resolve(ask.of()))
        .isInstanceOfSatisfying(ResolutionException.class, e -> assertThat(e.line()).hasValue(3))
        .hasMessageContaining("the POM is no XML");
  }

  @Test
  void a_pom_reads_no_other_files() {
    Ask ask = new Ask();
    ask.pom =
        Optional.of(
            pom(
                "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY f SYSTEM \"file:///etc/hosts\">]><project>&f;</project>"));
    assertThatThrownBy(() -> resolve(ask.of())).hasMessageContaining("DOCTYPE");
  }

  @Test
  void brings_sources_beside_their_jars() throws Exception {
    server.publish("com.example:lib:1.0");
    server.publish("com.example:closed:1.0");
    server.publishSources("com.example:lib:1.0");
    List<ResolvedJar> jars =
        resolve(new Ask().of("com.example:closed:1.0", "com.example:lib:1.0")).jars();
    resolver.fetchSources(jars, List.of());
    assertThat(jars.get(1).file().resolveSibling("lib-1.0-sources.jar")).exists();
    assertThat(jars.get(0).file().resolveSibling("closed-1.0-sources.jar")).doesNotExist();
  }
}
