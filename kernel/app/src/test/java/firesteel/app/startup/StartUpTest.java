package firesteel.app.startup;

import static org.assertj.core.api.Assertions.assertThat;

import firesteel.api.display.MimeBundle;
import firesteel.api.session.Cell;
import firesteel.api.session.CellResult;
import firesteel.api.session.DroppedOutputs;
import firesteel.api.session.Session;
import firesteel.api.settings.UserFolders;
import firesteel.engine.JavaSession;
import firesteel.engine.SessionBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StartUpTest {
  @TempDir Path home;

  private StartUp read(Map<String, String> environment) {
    return StartUp.fromEnvironment(environment, UserFolders.of(environment, home), home);
  }

  @ParameterizedTest
  @ValueSource(strings = {"IJAVA_", "JJAVA_"})
  void the_variables_of_ijava_and_jjava_are_read(String prefix) throws Exception {
    Files.createDirectories(home.resolve("scripts"));
    Files.writeString(home.resolve("scripts/b.jsh"), "int b;");
    Files.writeString(home.resolve("scripts/a.jsh"), "int a;");
    Files.writeString(home.resolve("one.jar"), "");
    Map<String, String> environment = new HashMap<>();
    environment.put(prefix + "CLASSPATH", "*.jar:scripts:missing/*.jar");
    environment.put(prefix + "COMPILER_OPTS", "-parameters  -Xlint:none");
    environment.put(prefix + "TIMEOUT", "1500");
    environment.put(prefix + "STARTUP_SCRIPTS_PATH", home + "/scripts/*.jsh");
    environment.put(prefix + "STARTUP_SCRIPT", "int c;");
    StartUp startUp = read(environment);
    assertThat(startUp.classPath())
        .containsExactly(home.resolve("one.jar"), home.resolve("scripts"));
    assertThat(startUp.compilerOptions()).containsExactly("-parameters", "-Xlint:none");
    assertThat(startUp.statementLimit()).contains(Duration.ofMillis(1500));
    assertThat(startUp.scripts())
        .extracting(StartUp.Script::text)
        .containsExactly("int a;", "int b;", "int c;");
    assertThat(startUp.notes())
        .containsExactly(prefix + "CLASSPATH: nothing matches missing/*.jar.");
  }

  @Test
  void what_makes_no_sense_is_told_and_left_out() {
    StartUp startUp = read(Map.of("IJAVA_TIMEOUT", "soon", "IJAVA_COMPILER_OPTS", "-wrong"));
    assertThat(startUp.statementLimit()).isEmpty();
    assertThat(startUp.compilerOptions()).isEmpty();
    assertThat(startUp.notes()).hasSize(2).anyMatch(note -> note.contains("-wrong"));
    assertThat(read(Map.of("IJAVA_TIMEOUT", "-1")).isEmpty()).isTrue();
    assertThat(read(Map.of()).isEmpty()).isTrue();
  }

  @Test
  void the_users_own_script_runs_first() throws Exception {
    Path own = home.resolve("config/firesteel/startup.jsh");
    Files.createDirectories(own.getParent());
    Files.writeString(own, "int own = 1;");
    StartUp startUp =
        read(
            Map.of(
                "XDG_CONFIG_HOME", home.resolve("config").toString(), "IJAVA_STARTUP_SCRIPT", "x"));
    assertThat(startUp.scripts())
        .extracting(StartUp.Script::name)
        .containsExactly("startup.jsh", "IJAVA_STARTUP_SCRIPT");
  }

  private static final class Printed extends DroppedOutputs {
    private final StringBuffer out = new StringBuffer();
    private final StringBuffer err = new StringBuffer();

    @Override
    public void stdout(String text) {
      out.append(text);
    }

    @Override
    public void stderr(String text) {
      err.append(text);
    }
  }

  @Test
  void scripts_run_before_the_first_cell_and_their_errors_stop_nothing() {
    StartUp startUp =
        read(
            Map.of(
                "IJAVA_STARTUP_SCRIPT",
                "String greeting = \"hello\";\nSystem.out.println(\"started\");\nint wrong = \"x\";\nint never;"));
    SessionBuilder builder = JavaSession.builder().extension(new StartUpExtension(startUp));
    try (Session session = builder.build()) {
      Printed first = new Printed();
      CellResult result = session.execute(Cell.of("greeting"), first);
      assertThat(result.value().map(MimeBundle::text)).contains("hello");
      assertThat(result.executionCount()).isEqualTo(1);
      assertThat(first.out).hasToString("started\n");
      assertThat(first.err.toString())
          .contains("The start-up script IJAVA_STARTUP_SCRIPT failed")
          .contains("IJAVA_STARTUP_SCRIPT, line 3: incompatible types");
      Printed second = new Printed();
      session.execute(Cell.of("greeting"), second);
      assertThat(second.out.toString() + second.err).isEmpty();
    }
  }

  @Test
  void options_of_javac_and_a_limit_hold_for_cells() {
    SessionBuilder builder =
        JavaSession.builder()
            .compilerOptions(List.of("-Xlint:none", "-source", "9"))
            .statementLimit(Duration.ofMillis(1500));
    try (Session session = builder.build()) {
      CellResult refused = session.execute(Cell.of("var x = 1;"), new Printed());
      assertThat(refused.error()).isPresent();
      Printed printed = new Printed();
      CellResult stopped = session.execute(Cell.of("int i = 0; while (true) { i++; }"), printed);
      assertThat(stopped.error().orElseThrow().name()).isEqualTo("Interrupted");
      assertThat(printed.err.toString()).contains("ran longer than 1500 ms");
      assertThat(session.execute(Cell.of("i > 0"), new Printed()).value()).isPresent();
    }
  }
}
