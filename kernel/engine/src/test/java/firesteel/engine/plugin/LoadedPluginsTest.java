package firesteel.engine.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import firesteel.api.magic.CellMagic;
import firesteel.api.magic.LineMagic;
import firesteel.api.plugin.Plugins;
import firesteel.api.plugin.Subcommand;
import firesteel.api.session.SessionSettings;
import firesteel.api.spark.ConnectTarget;
import firesteel.api.table.TableReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadedPluginsTest {
  @TempDir Path folder;

  private LoadedPlugins plugins;

  private LoadedPlugins load(Path... folders) {
    plugins =
        new LoadedPlugins(
            getClass().getClassLoader(),
            folders.length == 0 ? List.of(folder) : List.of(folders),
            new SessionSettings(Map.of("WHERE", "here"), Optional.empty()));
    return plugins;
  }

  @AfterEach
  void close() {
    plugins.close();
  }

  private void write(String plugin, PluginJar jar) {
    jar.writeTo(folder.resolve(plugin).resolve(plugin + ".jar"));
  }

  private List<String> names(Class<?> type) {
    return plugins.found(type).stream().flatMap(service -> service.names().stream()).toList();
  }

  @Test
  void a_missing_folder_has_no_plugins_and_no_problems() {
    load(folder.resolve("missing"));

    assertThat(names(LineMagic.class)).isEmpty();
    assertThat(plugins.services(ConnectTarget.class)).isEmpty();
    assertThat(plugins.problems()).isEmpty();
  }

  @Test
  void a_folder_brings_what_its_lists_of_services_name() throws Exception {
    write(
        "all",
        PluginJar.ofMagic("Hello", "hello", "Hello")
            .service(
                "CellMagic",
                "Shout",
                """
                @Command(name = "shout", aliases = "cry", description = "Shouts.")
                public final class Shout implements CellMagic {
                  public Object runCell(MagicContext context, String body) { return body; }
                }
                """)
            .service(
                "ConnectTarget",
                "Lab",
                """
                public final class Lab implements ConnectTarget {
                  public String name() { return "lab"; }
                  public String summary() { return "The laboratory."; }
                  public ConnectAddress connect(ConnectRequest request) {
                    return ConnectAddress.of("spark://" + request.place() + ":7077");
                  }
                }
                """)
            .service(
                "Subcommand",
                "Greet",
                """
                @Command(name = "greet")
                public final class Greet implements Subcommand {
                  public Integer call() { return 7; }
                }
                """));
    load();

    assertThat(names(LineMagic.class)).containsExactly("hello");
    assertThat(names(CellMagic.class)).containsExactly("shout", "cry");
    assertThat(plugins.services(Subcommand.class).get(0).call()).isEqualTo(7);
    assertThat(plugins.services(ConnectTarget.class).get(0).name()).isEqualTo("lab");
    assertThat(plugins.problems()).isEmpty();
  }

  @Test
  void two_plugins_see_their_own_version_of_a_class() {
    for (String version : List.of("one", "two")) {
      write(
          version,
          new PluginJar()
              .type(
                  "Library",
                  "public final class Library { public static String V = \"" + version + "\"; }")
              .service(
                  "Subcommand",
                  "Tell",
                  """
                  @Command(name = "tell-%s")
                  public final class Tell implements Subcommand {
                    public Integer call() { return Library.V.equals("%s") ? 0 : 1; }
                  }
                  """
                      .formatted(version, version)));
    }
    load();

    assertThat(plugins.services(Subcommand.class))
        .hasSize(2)
        .allSatisfy(subcommand -> assertThat(subcommand.call()).isZero());
  }

  @Test
  void a_plugin_sees_the_api_and_nothing_else_of_the_kernel() throws Exception {
    write("small", PluginJar.ofMagic("Hello", "hello", "Hello"));
    load();
    ClassLoader own = plugins.found(LineMagic.class).get(0).type().getClassLoader();

    assertThat(own.loadClass("firesteel.api.magic.LineMagic")).isSameAs(LineMagic.class);
    assertThat(own.loadClass("java.sql.Driver")).isSameAs(java.sql.Driver.class);
    for (String hidden :
        List.of(
            "firesteel.engine.JavaSession",
            "com.fasterxml.jackson.databind.ObjectMapper",
            "org.objectweb.asm.ClassReader")) {
      assertThatThrownBy(() -> own.loadClass(hidden)).isInstanceOf(ClassNotFoundException.class);
    }
    assertThat(own.getResource("com/fasterxml/jackson/databind/ObjectMapper.class")).isNull();
    assertThat(own.getResource("firesteel/api/magic/LineMagic.class")).isNotNull();
  }

  @Test
  void a_plugin_that_needs_spark_sees_it() throws Exception {
    ClassLoader withSpark =
        new ClassLoader(getClass().getClassLoader()) {
          @Override
          public Class<?> loadClass(String name) throws ClassNotFoundException {
            return super.loadClass(
                name.equals("org.apache.spark.SparkContext") ? "java.lang.String" : name);
          }
        };
    assertThat(new ApiClassLoader(withSpark, true).loadClass("org.apache.spark.SparkContext"))
        .isNotNull();
    assertThatThrownBy(
            () -> new ApiClassLoader(withSpark, false).loadClass("org.apache.spark.SparkContext"))
        .isInstanceOf(ClassNotFoundException.class);
    load();
  }

  @Test
  void an_unknown_need_is_refused_with_its_name() {
    write(
        "odd",
        PluginJar.ofMagic("Hello", "hello", "Hello")
            .file(PluginFolder.IN_JAR, "needs=everything\n"));
    load();

    assertThat(names(LineMagic.class)).isEmpty();
    assertThat(plugins.problems())
        .containsExactly(
            "The plug-in odd can't be loaded: needs=everything is not known to this version; it"
                + " can be spark.");
  }

  @Test
  void what_is_broken_is_named_with_its_reason_and_the_rest_works() throws IOException {
    write("a-missing", PluginJar.ofMagic("Lost", "lost", "x").without("Lost"));
    write(
        "b-library",
        new PluginJar()
            .type("Sdk", "public class Sdk {}")
            .service(
                "ConnectTarget",
                "Far",
                """
                public final class Far implements ConnectTarget {
                  private final Sdk sdk = new Sdk();
                  public String name() { return "far"; }
                  public String summary() { return ""; }
                  public ConnectAddress connect(ConnectRequest request) { return null; }
                }
                """)
            .without("Sdk"));
    write(
        "c-unnamed",
        new PluginJar()
            .service(
                "LineMagic",
                "Unnamed",
                """
                public final class Unnamed implements LineMagic {
                  public Object runLine(MagicContext context) { return null; }
                }
                """));
    write(
        "d-throws",
        new PluginJar()
            .service(
                "ConnectTarget",
                "Throws",
                """
                public final class Throws implements ConnectTarget {
                  public Throws() { throw new IllegalStateException("no licence"); }
                  public String name() { return "throws"; }
                  public String summary() { return ""; }
                  public ConnectAddress connect(ConnectRequest request) { return null; }
                }
                """));
    Files.createDirectories(folder.resolve("e-empty"));
    Files.createDirectories(folder.resolve("f-text"));
    Files.writeString(folder.resolve("f-text").resolve("text.jar"), "no jar");
    write("g-good", PluginJar.ofMagic("Hello", "hello", "Hello"));
    load();

    assertThat(names(LineMagic.class)).containsExactly("hello");
    assertThat(plugins.services(ConnectTarget.class)).isEmpty();
    List<String> problems = plugins.problems();
    assertThat(problems)
        .anyMatch(p -> p.contains("a-missing") && p.contains("acme.Lost can't be used: not found"))
        .anyMatch(
            p ->
                p.contains("b-library")
                    && p.contains("acme.Far can't be used: it needs the class acme.Sdk"))
        .anyMatch(
            p -> p.contains("c-unnamed") && p.contains("acme.Unnamed can't be used: it has no @C"))
        .anyMatch(p -> p.contains("d-throws") && p.contains("no licence"))
        .anyMatch(p -> p.contains("e-empty") && p.contains("there is no jar in"))
        .anyMatch(p -> p.contains("f-text") && p.contains("text.jar can't be read"))
        .hasSize(6);
    assertThat(plugins.untoldProblems()).isEmpty();
  }

  @Test
  void of_two_with_one_name_the_first_stays_and_it_is_said() {
    write("first", PluginJar.ofMagic("Hello", "hello", "from first"));
    write("second", PluginJar.ofMagic("Other", "hello", "from second"));
    load();

    assertThat(plugins.found(LineMagic.class))
        .extracting(PluginService::place)
        .containsExactly("the plug-in first");
    assertThat(plugins.problems())
        .containsExactly(
            "%hello of the plug-in second is left out: the plug-in first has one of that name,"
                + " which stays.");
  }

  @Test
  void of_two_folders_with_one_name_the_users_stays_and_it_is_said() {
    Path installed = folder.resolve("installed");
    Path user = folder.resolve("user");
    PluginJar.ofMagic("Hello", "old", "old").writeTo(installed.resolve("aws/a.jar"));
    PluginJar.ofMagic("Hello", "new", "new").writeTo(user.resolve("aws/a.jar"));
    load(user, installed);

    assertThat(names(LineMagic.class)).containsExactly("new");
    assertThat(plugins.problems())
        .containsExactly(
            "The plug-in "
                + installed.resolve("aws")
                + " is left out: "
                + user.resolve("aws")
                + " stays.");
  }

  @Test
  void table_readers_and_targets_are_called_with_their_own_context_class_loader() throws Exception {
    write(
        "context",
        new PluginJar()
            .service(
                "TableReader",
                "Any",
                """
                public final class Any implements TableReader {
                  public boolean reads(Object value) {
                    return Thread.currentThread().getContextClassLoader()
                        == getClass().getClassLoader();
                  }
                  public Table read(Object value, TableRequest request) { throw new IllegalStateException("as it is"); }
                }
                """));
    load();
    TableReader reader = plugins.isolatedTableReaders().get(0);

    assertThat(reader.reads("")).isTrue();
    assertThatThrownBy(() -> reader.read("", null))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("as it is");
  }

  @Test
  void an_extension_that_cannot_be_made_leaves_the_others() {
    write(
        "extensions",
        new PluginJar()
            .service(
                "ExtensionProvider",
                "Bad",
                """
                public final class Bad implements ExtensionProvider {
                  public String name() { return "bad"; }
                  public SessionExtension create(SessionSettings settings) { throw new IllegalStateException("bad day"); }
                }
                """)
            .service(
                "ExtensionProvider",
                "Good",
                """
                public final class Good implements ExtensionProvider {
                  public String name() { return "good-" ; }
                  public SessionExtension create(SessionSettings settings) {
                    return new SessionExtension() {
                      @Override public String toString() { return settings.environment().get("WHERE"); }
                    };
                  }
                }
                """));
    load();

    assertThat(plugins.extensions(Set.of())).extracting(Object::toString).containsExactly("here");
    assertThat(plugins.problems()).singleElement().asString().contains("acme.Bad", "bad day");
    assertThat(plugins.extensions(Set.of("good-", "bad"))).isEmpty();
  }

  @Test
  void closed_plugins_have_their_jars_closed() throws Exception {
    write(
        "late", PluginJar.ofMagic("Hello", "hello", "Hello").type("Late", "public class Late {}"));
    load();
    ClassLoader own = plugins.found(LineMagic.class).get(0).type().getClassLoader();
    plugins.close();

    assertThatThrownBy(() -> own.loadClass("acme.Late")).isInstanceOf(ClassNotFoundException.class);
  }

  @Test
  void what_a_known_plugin_has_is_named_with_the_command_that_adds_it_unless_it_is_there() {
    load();
    assertThat(plugins.howToAdd(Plugins.Kind.TARGET, "emr-serverless"))
        .hasValueSatisfying(text -> assertThat(text).endsWith("firesteel plugin add aws"));
    assertThat(plugins.howToAdd(Plugins.Kind.COMMAND, "hello")).isEmpty();
    plugins.close();

    write("aws", PluginJar.ofMagic("Hello", "hello", "Hello"));
    assertThat(load().howToAdd(Plugins.Kind.MAGIC, "athena")).isEmpty();
  }
}
