package firesteel.magics.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import firesteel.api.display.MimeBundle;
import firesteel.api.session.RecordingOutputs;
import firesteel.testkit.MagicCase;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Command;

class SessionMagicsTest extends MagicCase {
  @Test
  void every_magic_of_this_module_is_registered() throws Exception {
    Path classes =
        Path.of(LsMagic.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    var names = new TreeSet<String>();
    try (Stream<Path> files = Files.walk(classes.resolve("firesteel/magics"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
        String path = classes.relativize(file).toString();
        String name = path.replace(".class", "").replace(File.separatorChar, '.');
        Command command = Class.forName(name).getAnnotation(Command.class);
        if (command != null && name.endsWith("Magic")) { // Others are subcommands of magics.
          names.add(command.name());
          assertThat(command.description()).isNotEmpty();
        }
      }
    }
    var registered = new TreeSet<>(session().magics().lineNames());
    registered.addAll(session().magics().cellNames());
    assertThat(registered).containsAll(names).hasSizeGreaterThan(20);
  }

  @Test
  void every_magic_explains_itself_without_running() {
    for (String name : session().magics().lineNames()) {
      assertThat(shown("%" + name + " --help")).startsWith("Usage: %" + name).contains("--help");
    }
    for (String name : session().magics().cellNames()) {
      assertThat(shown("%%" + name + " --help\nbody")).startsWith("Usage: %%" + name);
    }
  }

  @Test
  void lsmagic_lists_all_with_their_descriptions() {
    assertThat(shown("%lsmagic")).doesNotContain("…");
    assertThat(outputs.shown().get(0).text())
        .contains("|%time", "|%%time", "|%%bash", "Runs the cell as a shell script.");
    assertThat(outputs.shown().get(0).data()).containsKey(MimeBundle.HTML);
  }

  @Test
  void help_is_a_guide_or_explains_one_magic() {
    assertThat(shown("%help")).contains("spark", "%lsmagic", "display(");
    assertThat(outputs.shown().get(0).data()).containsKey(MimeBundle.MARKDOWN);
    assertThat(shown("%help timeit")).contains("Usage: %timeit", "Usage: %%timeit", "-n");
    assertThat(refusal("%help nothing")).contains("no magic nothing");
  }

  @Test
  void who_lists_variables_by_type_whatever_their_to_string_does() {
    run("var words = java.util.List.of(\"a\", \"b\");\nString hello = \"x\".repeat(1000);");
    run("class Rude { public String toString() { throw new IllegalStateException(); } }");
    run("var rude = new Rude();");
    assertThat(shown("%who"))
        .contains("|words", "List<String>", "[a, b]", "|hello", "xx…", "IllegalStateException");
    assertThat(shown("%who list")).contains("words").doesNotContain("hello");
    assertThat(printed("%who Nothing")).isEqualTo("No variables of a type Nothing.\n");
  }

  @Test
  void reset_forgets_when_the_user_is_sure() {
    run("int forgotten = 5;");
    assertThat(refusal("%reset")).contains("%reset -f");
    RecordingOutputs no = new RecordingOutputs(Optional.of("n"));
    run("%reset", no);
    assertThat(no.out()).isEqualTo("Nothing was forgotten.\n");
    assertThat(value("forgotten")).isEqualTo("5");
    run("%reset", new RecordingOutputs(Optional.of("Yes")));
    assertThat(failure("forgotten")).contains("forgotten");
    run("int forgotten = 6;");
    printed("%reset -f");
    assertThat(failure("forgotten")).contains("forgotten");
    assertThat(value("1 + 1")).isEqualTo("2");
  }

  @Test
  void history_prints_cells_by_number_range_and_pattern() {
    int first = session().executionCount() + 1;
    run("int hist1 = 41;");
    run("hist1 + 1");
    assertThat(printed("%history " + first)).isEqualTo("int hist1 = 41;\n");
    assertThat(printed("%history -n -o " + first + "-" + (first + 1)))
        .isEqualTo(first + ": int hist1 = 41;\n" + (first + 1) + ": hist1 + 1\n --> 42\n");
    assertThat(printed("%history -g hist1?*41")).isEqualTo("int hist1 = 41;\n");
    assertThat(printed("%history -l 1")).startsWith("%history -g");
    assertThat(printed("%hist -l 1")).isEqualTo("%history -l 1\n");
    assertThat(printed("%history 99999")).isEqualTo("No such cells in the history.\n");
    assertThat(refusal("%history 5-x")).contains("no range of cells");
    assertThat(printed("%history")).contains("int hist1 = 41;\nhist1 + 1\n");
  }

  @Test
  void traceback_shows_the_last_error_whole() {
    run("throw new IllegalStateException(\"deep\");");
    assertThat(printed("%traceback"))
        .contains("java.lang.IllegalStateException: deep", "\tat ", "firesteel.engine.");
  }

  @Test
  void memory_is_told_in_one_line() {
    assertThat(printed("%memory")).matches("heap: [\\d,]+ MiB used of at most .*\n");
  }

  @Test
  void unknown_magics_name_the_nearest() {
    assertThat(refusal("%tiem 1")).contains("%time");
    assertThat(refusal("%writefile x")).contains("cell magic %%writefile");
  }
}
