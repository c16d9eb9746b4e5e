package firesteel.app;

import static org.assertj.core.api.Assertions.assertThat;

import firesteel.api.session.SessionSettings;
import firesteel.engine.plugin.LoadedPlugins;
import firesteel.engine.plugin.PluginJar;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class PluginSubcommandsTest {
  private static final String GREET =
      """
      @Command(name = "greet", description = "Greets somebody.")
      public final class Greet implements Subcommand {
        @Parameters(paramLabel = "NAME") private String name;
        @Spec private Model.CommandSpec spec;
        public Integer call() {
          if (name.equals("nobody")) { throw new IllegalArgumentException("nobody is there"); }
          spec.commandLine().getOut().println("Hello, " + name + ".");
          spec.commandLine().getOut().flush();
          return 4;
        }
      }
      """;

  @TempDir Path folder;

  private final ClassLoader contextBefore = Thread.currentThread().getContextClassLoader();
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private ClassLoader kernel = getClass().getClassLoader();

  @AfterEach
  void restoreContext() {
    Thread.currentThread().setContextClassLoader(contextBefore);
  }

  private int run(String... args) {
    CommandLine commands = Main.commandLine();
    commands.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    try (LoadedPlugins plugins =
        new LoadedPlugins(
            kernel, List.of(folder), new SessionSettings(Map.of(), Optional.empty()))) {
      PluginSubcommands.addTo(commands, args, plugins);
      return commands.execute(args);
    }
  }

  private Path write(String plugin, PluginJar jar) {
    return jar.writeTo(folder.resolve(plugin).resolve(plugin + ".jar"));
  }

  @Test
  void a_command_of_a_folder_runs_with_its_status_and_has_help() {
    write("greeter", new PluginJar().service("Subcommand", "Greet", GREET));

    assertThat(run("greet", "Ada")).isEqualTo(4);
    assertThat(out).hasToString("Hello, Ada.\n");
    assertThat(run("greet", "--help")).isZero();
    assertThat(out.toString()).contains("Usage: firesteel greet");
    assertThat(run("greet")).isEqualTo(2);
    assertThat(err.toString()).contains("Missing required parameter: 'NAME'");
  }

  @Test
  void a_command_of_the_class_path_runs_too() throws Exception {
    Path jar =
        new PluginJar()
            .service("Subcommand", "Greet", GREET)
            .writeTo(folder.resolveSibling("class-path").resolve("greeter.jar"));
    kernel = new URLClassLoader(new URL[] {jar.toUri().toURL()}, kernel);

    assertThat(run("greet", "Ada")).isEqualTo(4);
  }

  @Test
  void its_failure_is_one_line_and_status_1() {
    write("greeter", new PluginJar().service("Subcommand", "Greet", GREET));

    assertThat(run("greet", "nobody")).isEqualTo(1);
    assertThat(err).hasToString("firesteel: nobody is there\n");
  }

  @Test
  void the_help_lists_it() {
    write("greeter", new PluginJar().service("Subcommand", "Greet", GREET));

    run("--help");
    assertThat(out.toString()).contains("greet", "Greets somebody.", "doctor");
  }

  @Test
  void one_of_firesteels_own_names_is_left_out_and_it_is_said() {
    write(
        "thief",
        new PluginJar().service("Subcommand", "Greet", GREET.replace("\"greet\"", "\"version\"")));

    assertThat(run("--help")).isZero();
    assertThat(err.toString())
        .contains("plug-in thief", "firesteel version is a command of Firesteel's own");
    assertThat(run("version")).isZero();
  }

  @Test
  void one_that_is_broken_is_named_and_the_others_run() {
    write("greeter", new PluginJar().service("Subcommand", "Greet", GREET));
    write(
        "broken",
        new PluginJar()
            .service(
                "Subcommand",
                "Broken",
                """
                @Command(name = "broken")
                public final class Broken implements Subcommand {
                  public Broken() { throw new IllegalStateException("no licence"); }
                  public Integer call() { return 0; }
                }
                """));

    assertThat(run("greet", "Ada")).isEqualTo(4);
    assertThat(err.toString()).contains("acme.Broken can't be used: IllegalStateException: no l");
  }

  @Test
  void an_unknown_command_of_a_known_plugin_names_the_command_that_adds_it() {
    assertThat(run("emr", "create", "x")).isEqualTo(2);
    assertThat(err.toString())
        .contains("there is no command emr.", "firesteel plugin add aws")
        .doesNotContain("Usage");
  }

  @Test
  void an_unknown_command_of_nobody_is_told_as_before() {
    assertThat(run("shel")).isEqualTo(2);
    assertThat(err.toString()).contains("shel").doesNotContain("plugin add");
  }

  @Test
  void firesteels_own_commands_load_no_plugin() {
    write("broken", new PluginJar().listed("Subcommand", "Missing"));

    assertThat(run("version")).isZero();
    assertThat(err.toString()).isEmpty();
  }
}
