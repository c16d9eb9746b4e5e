package firesteel.magics.dependencies;

import static org.assertj.core.api.Assertions.assertThat;

import firesteel.api.error.ErrorSummary;
import firesteel.api.session.CellResult;
import firesteel.api.session.RecordingOutputs;
import firesteel.api.session.SessionExtension;
import firesteel.api.spark.SessionSpark;
import firesteel.dependencies.DependenciesExtension;
import firesteel.dependencies.ResolvedJar;
import firesteel.testkit.MagicCase;
import firesteel.testkit.TestSessionBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Uses a repository in a folder, which the user's settings name as the mirror of all others. */
class DependencyMagicsTest extends MagicCase {
  @TempDir static Path home;

  private static String userHome;

  @BeforeAll
  static void useHome() throws IOException {
    userHome = System.setProperty("user.home", home.toString());
    Files.createDirectories(home.resolve(".m2"));
    Files.writeString(
        home.resolve(".m2/settings.xml"),
        "<settings><mirrors><mirror><id>files</id><mirrorOf>*</mirrorOf><url>"
            + home.resolve("remote").toUri()
            + "</url></mirror></mirrors></settings>");
  }

  @AfterAll
  static void leaveHome() {
    System.setProperty("user.home", userHome);
  }

  @Override
  protected TestSessionBuilder configure(TestSessionBuilder builder) {
    return builder
        .extension(new DependenciesExtension(Optional.empty()))
        .extension(new PickySpark());
  }

  /** Stands in for Spark, which says what was built for another Scala. */
  private static final class PickySpark implements SessionExtension, SessionSpark {
    @Override
    public Object session() {
      throw new IllegalStateException("there is no Spark");
    }

    @Override
    public Optional<Object> runningSession() {
      return Optional.empty();
    }

    @Override
    public String state() {
      return "not started";
    }

    @Override
    public List<String> work() {
      return List.of();
    }

    @Override
    public Optional<ErrorSummary> summarize(Throwable thrown) {
      return Optional.empty();
    }

    @Override
    public Optional<String> mismatch(String group, String artifact, String version) {
      return artifact.endsWith("_2.12") ? Optional.of("was built for another") : Optional.empty();
    }
  }

  private DependenciesExtension dependencies() {
    return session().extension(DependenciesExtension.class).orElseThrow();
  }

  /** Creates a jar with one class, whose method returns a text. */
  private static Path jar(Path file, String className, String text) throws IOException {
    Path sources = Files.createTempDirectory(home, "sources");
    Path source = sources.resolve(className + ".java");
    Files.writeString(
        source,
        "package lib; public class "
            + className
            + " { public static String text() { return \""
            + text
            + "\"; } }");
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-d", sources.toString(), source.toString());
    assertThat(status).isZero();
    Files.createDirectories(file.getParent());
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(file))) {
      out.putNextEntry(new JarEntry("lib/" + className + ".class"));
      out.write(Files.readAllBytes(sources.resolve("lib/" + className + ".class")));
    }
    return file;
  }

  private static void publish(String artifact, String version, String className, String... needs)
      throws IOException {
    Path folder = home.resolve("remote/com/example/" + artifact + "/" + version);
    jar(folder.resolve(artifact + "-" + version + ".jar"), className, artifact + " " + version);
    StringBuilder dependencies = new StringBuilder();
    for (String need : needs) {
      String[] parts = need.split(":");
      dependencies.append(
          "<dependency><groupId>com.example</groupId><artifactId>%s</artifactId><version>%s</version></dependency>"
              .formatted(parts[0], parts[1]));
    }
    Files.writeString(
        folder.resolve(artifact + "-" + version + ".pom"),
        ("<project><modelVersion>4.0.0</modelVersion><groupId>com.example</groupId><artifactId>%s</artifactId>"
                + "<version>%s</version><dependencies>%s</dependencies></project>")
            .formatted(artifact, version, dependencies),
        StandardCharsets.UTF_8);
  }

  @Test
  void an_artifact_and_what_it_needs_can_be_used_by_the_next_line() throws Exception {
    publish("deep", "1.0", "Deep");
    publish("one", "1.0", "One", "deep:1.0");
    CellResult result = run("%maven com.example:one:1.0\nlib.One.text() + lib.Deep.text()");
    assertThat(result.error()).isEmpty();
    assertThat(result.value().orElseThrow().text()).isEqualTo("one 1.0deep 1.0");
    assertThat(outputs.out()).isEqualTo("Added com.example:one:1.0, and 1 jar that is needed.\n");
    assertThat(dependencies().resolved())
        .filteredOn(ResolvedJar::isWanted)
        .extracting(jar -> jar.coordinates().toString())
        .contains("com.example:one:1.0");
    assertThat(printed("%addMavenDependencies com.example:one:1.0"))
        .isEqualTo("Nothing to add: com.example:one:1.0 is there already.\n");
    assertThat(shown("%maven")).contains("com.example:one:1.0").contains("com.example:deep:1.0");
  }

  @Test
  void another_version_of_what_is_loaded_is_left_out_with_a_warning() throws Exception {
    publish("twice", "1.0", "Twice");
    publish("twice", "2.0", "Twice");
    publish("user", "1.0", "User", "twice:2.0");
    run("%maven com.example:twice:1.0");
    run("%maven com.example:twice:2.0");
    assertThat(outputs.err())
        .contains("com.example:twice:2.0 was not added: version 1.0 of it is loaded, and stays.")
        .contains("restart the kernel");
    assertThat(value("lib.Twice.text()")).isEqualTo("twice 1.0");
    outputs = new RecordingOutputs(Optional.empty());
    run("%maven com.example:user:1.0");
    assertThat(outputs.err()).contains("twice 1.0 (not 2.0)");
    assertThat(outputs.out()).isEqualTo("Added com.example:user:1.0.\n");
  }

  @Test
  void what_the_kernel_has_itself_stays_too() throws Exception {
    run("%maven info.picocli:picocli:4.0.0 --offline");
    String all = failure("%maven info.picocli:picocli:4.0.0 --offline");
    assertThat(all).contains("info.picocli:picocli:4.0.0", "Offline");
  }

  @Test
  void fragments_of_poms_are_collected_over_cells() throws Exception {
    publish("managed", "3.0", "Managed");
    String managed =
        "<dependencyManagement><dependencies><dependency><groupId>com.example</groupId>"
            + "<artifactId>managed</artifactId><version>3.0</version></dependency></dependencies></dependencyManagement>";
    assertThat(printed("%%loadFromPOM\n" + managed)).isEqualTo("Nothing was added.\n");
    assertThat(
            printed(
                "%%pom\n<dependency>\n<groupId>com.example</groupId>\n<artifactId>managed</artifactId>\n</dependency>"))
        .isEqualTo("Added com.example:managed:3.0.\n");
  }

  @Test
  void a_pom_file_is_loaded_with_the_scopes_that_are_wanted() throws Exception {
    publish("tested", "1.0", "Tested");
    Files.writeString(
        folder.resolve("pom.xml"),
        "<project><modelVersion>4.0.0</modelVersion><groupId>g</groupId><artifactId>a</artifactId><version>1</version>"
            + "<dependencies><dependency><groupId>com.example</groupId><artifactId>tested</artifactId>"
            + "<version>1.0</version><scope>test</scope></dependency></dependencies></project>");
    assertThat(printed("%loadFromPOM pom.xml")).isEqualTo("Nothing was added.\n");
    assertThat(printed("%loadFromPOM pom.xml test")).isEqualTo("Added com.example:tested:1.0.\n");
    assertThat(refusal("%loadFromPOM nowhere.xml")).contains("there is no file");
  }

  @Test
  void errors_of_a_pom_name_the_cells_line() {
    assertThat(refusal("%%loadFromPOM\n<dependency>\n  <groupId>a</group>\n</dependency>"))
        .contains("line 3")
        .contains("no XML");
  }

  @Test
  void jars_are_added_by_globs_and_are_the_value() throws Exception {
    jar(folder.resolve("libs/a.jar"), "FileA", "a");
    jar(folder.resolve("libs/b.jar"), "FileB", "b");
    Files.writeString(folder.resolve("libs/readme.txt"), "");
    assertThat(
            value(
                "List<String> added = %jars libs/*.jar\nadded.size() + lib.FileA.text() + lib.FileB.text()"))
        .isEqualTo("2ab");
    assertThat(value("%jars libs/")).contains("a.jar").doesNotContain("readme");
    assertThat(refusal("%jars other/*.jar")).contains("nothing matches other/*.jar");
    assertThat(refusal("%jars libs/*.txt")).contains("no jar is among");
  }

  @Test
  void folders_of_classes_are_added() throws Exception {
    Path jar = jar(folder.resolve("x.jar"), "InFolder", "folder");
    Files.createDirectories(folder.resolve("classes/lib"));
    try (var zip = new java.util.zip.ZipFile(jar.toFile())) {
      Files.copy(
          zip.getInputStream(zip.getEntry("lib/InFolder.class")),
          folder.resolve("classes/lib/InFolder.class"));
    }
    assertThat(value("%classpath cla*\nlib.InFolder.text()")).isEqualTo("folder");
  }

  @Test
  void repositories_are_listed_without_credentials() {
    run("%addMavenRepo inner https://ada:s3cret@repo.example.org/maven");
    assertThat(printed("%mavenRepo"))
        .contains("inner (https://repo.example.org/maven)")
        .doesNotContain("s3cret");
    assertThat(refusal("%mavenRepo x ftp://host/")).contains("it starts with https:");
    assertThat(refusal("%maven lib")).contains("write group:artifact:version");
  }

  @Test
  void an_artifact_with_a_classifier_and_the_one_without_are_two() throws Exception {
    publish("native", "3.3.6", "Plain");
    Path remote = home.resolve("remote/com/example/native/3.3.6");
    jar(remote.resolve("native-3.3.6-natives-linux.jar"), "Linux", "linux");
    jar(remote.resolve("native-3.3.6-natives-windows.jar"), "Windows", "windows");
    assertThat(printed("%maven com.example:native:jar:natives-linux:3.3.6"))
        .isEqualTo("Added com.example:native:jar:natives-linux:3.3.6.\n");
    assertThat(printed("%maven com.example:native:3.3.6"))
        .isEqualTo("Added com.example:native:3.3.6.\n");
    assertThat(outputs.err()).isEmpty();
    assertThat(printed("%maven com.example:native:3.3.6:natives-windows"))
        .isEqualTo("Added com.example:native:jar:natives-windows:3.3.6.\n");
    assertThat(value("lib.Plain.text() + lib.Linux.text() + lib.Windows.text()"))
        .isEqualTo("native 3.3.6linuxwindows");
    assertThat(printed("%maven com.example:native:jar:natives-linux:3.3.6"))
        .contains("is there already");
  }

  @Test
  void jbangs_lines_at_the_top_of_a_cell_bring_what_it_needs() throws Exception {
    publish("first", "1.0", "First");
    publish("second", "1.0", "Second");
    assertThat(
            value(
                "// what it needs\n//DEPS com.example:first:1.0\n//DEPS com.example:second:1.0\n"
                    + "lib.First.text() + lib.Second.text()"))
        .isEqualTo("first 1.0second 1.0");
    assertThat(outputs.out()).isEqualTo("Added com.example:first:1.0, com.example:second:1.0.\n");
    assertThat(refusal("//DEPS com.example:nowhere:1.0")).contains("could not be had");
  }

  @Test
  void a_package_that_does_not_fit_this_spark_is_told() throws Exception {
    publish("tool_2.12", "1.0", "Tool");
    publish("tool_2.13", "1.0", "FittingTool");
    run("%maven com.example:tool_2.12:1.0");
    assertThat(outputs.err())
        .isEqualTo("Warning: com.example:tool_2.12:1.0 was built for another\n");
    outputs = new RecordingOutputs(Optional.empty());
    run("%maven com.example:tool_2.13:1.0");
    assertThat(outputs.err()).isEmpty();
  }
}
