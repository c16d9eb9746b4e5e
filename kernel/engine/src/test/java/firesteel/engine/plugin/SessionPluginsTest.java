package firesteel.engine.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import firesteel.api.completion.Completion;
import firesteel.api.display.MimeBundle;
import firesteel.api.session.Cell;
import firesteel.api.session.CellResult;
import firesteel.api.session.RecordingOutputs;
import firesteel.api.session.Session;
import firesteel.api.session.SessionSettings;
import firesteel.engine.JavaSession;
import firesteel.engine.TestClassPath;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What plug-ins bring is usable in cells, whichever way they come. */
class SessionPluginsTest {
  /** How a plug-in comes. */
  enum Way {
    CLASS_PATH,
    ADDED_JAR,
    FOLDER
  }

  private static final PluginJar JAR =
      PluginJar.ofMagic("Hello", "hello", "Hello!")
          .service(
              "CellMagic",
              "Shout",
              """
              @Command(name = "shout", description = "Shouts.")
              public final class Shout implements CellMagic {
                public Object runCell(MagicContext context, String body) throws Exception {
                  return context.cell().evaluate("\\"" + body.strip() + "\\".toUpperCase()",
                      context.origin());
                }
              }
              """)
          .service(
              "RendererProvider",
              "Moons",
              """
              public final class Moons implements RendererProvider {
                public String typeName() { return "java.time.Year"; }
                public Renderer<?> renderer() {
                  return (Renderer<java.time.Year>) year -> MimeBundle.text("the year " + year);
                }
              }
              """)
          .service(
              "TableReader",
              "Bits",
              """
              public final class Bits implements TableReader {
                public boolean reads(Object value) { return value instanceof BitSet; }
                public Table read(Object value, TableRequest request) {
                  List<List<Object>> rows = new ArrayList<>();
                  ((BitSet) value).stream().forEach(bit -> rows.add(List.of(bit)));
                  return Table.of(List.of("bit"), rows);
                }
              }
              """)
          .service(
              "ExtensionProvider",
              "Counter",
              """
              public final class Counter implements ExtensionProvider {
                public String name() { return "counter"; }
                public SessionExtension create(SessionSettings settings) {
                  return new SessionExtension() {
                    public void attach(Session session) {
                      session.magics().registerLine("counted", "Counts.", (cell, words, body) -> cells);
                    }
                    private int cells;
                    public void start() { cells = 100; }
                    public void cellStarted(RunningCell cell) { cells++; }
                    public List<String> imports() { return List.of("java.util.regex.Pattern"); }
                  };
                }
              }
              """);

  @TempDir Path folder;

  private Session session;

  private void open(Way way) throws MalformedURLException {
    Path jar = JAR.writeTo(folder.resolve("plugins/sample/sample-1.0.jar"));
    ClassLoader kernel = getClass().getClassLoader();
    if (way == Way.CLASS_PATH) {
      kernel = new URLClassLoader(new URL[] {jar.toUri().toURL()}, kernel);
    }
    List<Path> folders = way == Way.FOLDER ? List.of(folder.resolve("plugins")) : List.of();
    LoadedPlugins plugins =
        new LoadedPlugins(kernel, folders, new SessionSettings(Map.of(), Optional.empty()));
    var builder = JavaSession.builder().classPath(TestClassPath.entries()).plugins(plugins);
    plugins.extensions(Set.of()).forEach(builder::extension);
    session = builder.build();
    session.start();
    if (way == Way.ADDED_JAR) {
      value("1");
      session.addToClassPath(List.of(jar));
    }
  }

  @AfterEach
  void close() {
    session.close();
  }

  private String value(String code) {
    CellResult result = session.execute(Cell.of(code), new RecordingOutputs());
    assertThat(result.error()).isEmpty();
    return result.value().map(MimeBundle::text).orElse(null);
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void magics_run_are_completed_and_listed(Way way) throws Exception {
    open(way);

    assertThat(value("%hello")).isEqualTo("Hello!");
    assertThat(value("%%shout\nloud")).isEqualTo("LOUD");
    assertThat(session.magics().lineNames()).contains("hello");
    assertThat(session.magics().summary("hello")).hasValue("Says Hello!.");
    assertThat(session.complete("%hel", 4).matches())
        .extracting(Completion.Match::text)
        .contains("%hello");
    assertThat(session.plugins().problems()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void renderers_show_values(Way way) throws Exception {
    open(way);

    assertThat(value("java.time.Year.of(1969)")).isEqualTo("the year 1969");
  }

  @ParameterizedTest
  @EnumSource(
      value = Way.class,
      names = {"ADDED_JAR", "FOLDER"}) // The cells' class path is this test's own.
  void table_readers_read_values(Way way) throws Exception {
    open(way);

    assertThat(
            value(
                "firesteel.api.table.Tables.read(java.util.BitSet.valueOf(new long[] {5}),"
                    + " new firesteel.api.table.TableRequest(9, List.of())).get().rows()"))
        .contains("0", "2");
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void extensions_are_attached_and_started_and_their_imports_hold(Way way) throws Exception {
    open(way);

    assertThat(Integer.parseInt(value("%counted"))).isGreaterThanOrEqualTo(100);
    assertThat(value("Pattern.matches(\"a\", \"a\")")).isEqualTo("true");
  }

  @Test
  void a_jar_that_is_added_twice_is_no_duplicate() throws Exception {
    open(Way.ADDED_JAR);
    session.addToClassPath(List.of(folder.resolve("plugins/sample/sample-1.0.jar")));

    assertThat(value("%hello")).isEqualTo("Hello!");
    assertThat(session.plugins().problems()).isEmpty();
  }

  @Test
  void problems_are_told_once_by_the_cell_that_met_them() throws Exception {
    PluginJar.ofMagic("Other", "hello", "Other").writeTo(folder.resolve("plugins/zzz/other.jar"));
    open(Way.FOLDER);
    RecordingOutputs first = new RecordingOutputs();
    RecordingOutputs second = new RecordingOutputs();
    session.execute(Cell.of("%hello"), first);
    session.execute(Cell.of("%hello"), second);

    assertThat(first.err())
        .isEqualTo(
            "Note: %hello of the plug-in zzz is left out: the plug-in sample has one of that name,"
                + " which stays.\n");
    assertThat(second.err()).isEmpty();
  }

  @Test
  void an_unknown_magic_of_a_known_plugin_names_the_command_that_adds_it() throws Exception {
    open(Way.FOLDER);
    CellResult result = session.execute(Cell.of("%athena"), new RecordingOutputs());

    assertThat(String.join("\n", result.error().orElseThrow().traceback()))
        .contains("there is no line magic %athena.", "firesteel plugin add aws");
  }
}
