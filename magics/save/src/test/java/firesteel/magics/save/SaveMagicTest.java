package firesteel.magics.save;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import firesteel.api.session.CellError;
import firesteel.api.session.Variable;
import firesteel.testkit.TestSession;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class SaveMagicTest {
  private static final List<String> CELLS =
      List.of(
          "import java.util.concurrent.atomic.AtomicInteger;\n// a counter\nvar counter = new AtomicInteger(3)",
          "int base = 20; // the base\nint[] numbers = {1, 2}, more[] = {{3}, {4}};",
          "record Point(int x, int y) {}\nint twice(int n) { return 3 * n; }",
          "int twice(int n) {\n  return 2 * n;\n}",
          "%env SAVED=C:\\users\nvar point = new Point(twice(base), counter.incrementAndGet())",
          "String text = \"\"\"\n    one\n      \"two\" \\\n    three\n    \"\"\";\ntext.length()",
          "int base = base + 1;",
          "%%time\ncounter.addAndGet(5);",
          "for (int i = 0; i < 3; i++) {\n  base += i;\n}\nbase -1",
          "numbers");

  @TempDir Path folder;

  private interface Work {
    void in(TestSession session) throws Exception;
  }

  private void inSession(Work work) throws Exception {
    try (TestSession session = TestSession.builder().workingDirectory(folder).build()) {
      work.in(session);
    }
  }

  private static String printed(TestSession session, String cell) {
    return session.run(cell).ok().stdout();
  }

  private static String refusal(TestSession session, String cell) {
    CellError error = session.run(cell).error();
    assertThat(error.name()).isEqualTo("MagicError");
    return error.message();
  }

  private static void runAll(TestSession session, List<String> cells) {
    cells.forEach(cell -> printed(session, cell));
  }

  private static Map<String, String> values(TestSession session) {
    Map<String, String> values = new TreeMap<>();
    for (Variable variable : session.session().variables()) {
      values.put(
          variable.name(),
          variable.value() instanceof int[] array
              ? List.of(array.length, array[0]).toString()
              : variable.value() instanceof int[][] nested
                  ? String.valueOf(nested[1][0])
                  : String.valueOf(variable.value()));
    }
    return values;
  }

  private String run(String className, String source) throws Exception {
    Path file = folder.resolve(className + ".java");
    assertThat(Files.readString(file)).isEqualTo(source);
    compile(file);
    Process java =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                folder.toString(),
                className)
            .redirectErrorStream(true)
            .start();
    String output = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(java.waitFor()).as(output).isZero();
    return output;
  }

  private static void compile(Path file) {
    List<String> arguments =
        new ArrayList<>(List.of("-proc:none", "--release", "17", file.toString()));
    assertThat(
            ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, arguments.toArray(String[]::new)))
        .isZero();
  }

  @Test
  void a_saved_notebook_and_a_saved_script_give_the_same_values() throws Exception {
    inSession(
        session -> {
          runAll(session, CELLS);
          Map<String, String> values = values(session);
          assertThat(values).containsEntry("base", "4").containsEntry("more", "4");
          assertThat(printed(session, "%save all.ipynb"))
              .isEqualTo(
                  "Wrote 10 cells to %1$s/all.ipynb\nTo run it: firesteel run %1$s/all.ipynb\n"
                      .formatted(folder));
          assertThat(printed(session, "%save all.jsh"))
              .isEqualTo("Wrote 10 cells to " + folder + "/all.jsh\n");
          for (String file : List.of("all.ipynb", "all.jsh")) {
            inSession(
                fresh -> {
                  printed(fresh, "%run " + file);
                  assertThat(values(fresh)).as(file).isEqualTo(values);
                });
          }
        });
  }

  @Test
  void a_notebook_has_the_kernels_metadata_and_ids() throws Exception {
    inSession(
        session -> {
          runAll(session, List.of("int a = 1;", "a + 1"));
          printed(session, "%save n.ipynb");
        });
    JsonNode notebook = new ObjectMapper().readTree(folder.resolve("n.ipynb").toFile());
    assertThat(notebook.at("/nbformat").asInt()).isEqualTo(4);
    assertThat(notebook.at("/nbformat_minor").asInt()).isEqualTo(5);
    assertThat(notebook.at("/metadata/kernelspec/name").asText()).isEqualTo("firesteel");
    assertThat(notebook.at("/metadata/language_info/name").asText()).isEqualTo("java");
    assertThat(notebook.at("/cells/1/source/0").asText()).isEqualTo("a + 1");
    assertThat(notebook.at("/cells/0/id").asText())
        .matches("[a-zA-Z0-9-_]+")
        .isNotEqualTo(notebook.at("/cells/1/id").asText());
  }

  @Test
  void a_saved_class_does_what_the_session_did() throws Exception {
    inSession(
        session -> {
          runAll(session, CELLS.stream().filter(cell -> !cell.startsWith("%%time")).toList());
          printed(session, "System.out.println(base + \" \" + point + \" \" + counter + text);");
          assertThat(printed(session, "%save Report.java"))
              .contains("Wrote 10 cells", "1 magic or shell line", "last version", "twice(int)");
        });
    String source = Files.readString(folder.resolve("Report.java"));
    assertThat(source)
        .contains(
            "import java.util.concurrent.atomic.AtomicInteger;",
            "    // a counter\n    var counter = new AtomicInteger(3);",
            "int base = 20; // the base",
            "    base = 0;\n    base = base + 1;",
            "    // %env SAVED=C:\\ users")
        .doesNotContain("3 * n", "firesteel.");
    assertThat(run("Report", source))
        .isEqualTo("18\n3\n[1, 2]\n4 Point[x=40, y=4] 4one\n  \"two\" three\n\n");
  }

  @Test
  void variables_of_methods_become_fields() throws Exception {
    inSession(
        session -> {
          runAll(
              session,
              List.of(
                  "int limit = 3;",
                  "int x = 5, sum;",
                  "boolean small(int n) { return n < limit; }",
                  "IntStream.range(0, 9).filter(n -> small(n)).forEach(x -> System.out.println(x));",
                  "display(x)",
                  "html(\"<b>\")",
                  "Runnable add = () -> sum += limit;\nadd.run();",
                  "sum"));
          printed(session, "%save Fields.java");
        });
    String source = Files.readString(folder.resolve("Fields.java"));
    assertThat(source)
        .contains("static int limit;", "static int x;", "static int sum;", "Runnable add = ")
        .contains("// html() is a function of notebooks:\n    // html(\"<b>\")");
    assertThat(run("Fields", source)).isEqualTo("0\n1\n2\n5\n3\n");
  }

  @Test
  void what_no_class_can_hold_is_refused_with_its_line() throws Exception {
    inSession(
        session -> {
          printed(session, "var v = 1;");
          printed(session, "int other = 2;\n\nString v = \"s\";");
          assertThat(refusal(session, "%save A.java"))
              .contains("v is int at Cell [1], line 1", "String at Cell [2], line 3");
          printed(session, "int n = 1;\nObject shown = html(\"<b>\");");
          assertThat(refusal(session, "%save A.java 4"))
              .contains("Cell [4], line 2: html() is a function of notebooks");
          assertThat(refusal(session, "%save my-report.java")).contains("no Java identifier");
          assertThat(refusal(session, "%save class.java")).contains("no Java identifier");
          assertThat(folder).isEmptyDirectory();
          printed(session, "%time int timed = 4;");
          printed(session, "timed + 1");
          assertThat(refusal(session, "%save A.java 8-9"))
              .contains("Cell [9], line 1: timed is declared by a magic");
        });
  }

  @Test
  void failed_cells_and_look_ups_stay_behind() throws Exception {
    inSession(
        session -> {
          printed(session, "int a = 1;");
          session.run("a / 0");
          runAll(session, List.of("%history", "%time --help", "a?", "%save first.jsh"));
          printed(session, "%lsmagic\nint b = 2;\n%save second.jsh\nint c = 3;\nc?");
          assertThat(Files.readString(folder.resolve("second.jsh")))
              .isEqualTo("int a = 1;\n\nint b = 2;\n");
          assertThat(printed(session, "%save third.jsh"))
              .contains("Wrote 2 cells", "1 failed cell");
          assertThat(Files.readString(folder.resolve("third.jsh")))
              .isEqualTo("int a = 1;\n\nint b = 2;\nint c = 3;\n");
          assertThat(printed(session, "%save --all fourth.jsh 1-2")).contains("Wrote 2 cells");
          assertThat(Files.readString(folder.resolve("fourth.jsh")))
              .isEqualTo("int a = 1;\n\na / 0;\n");
          assertThat(refusal(session, "%save fifth.jsh 3-4")).contains("no such cells");
        });
  }

  @Test
  void nothing_is_lost_and_nothing_overwritten_by_accident() throws Exception {
    inSession(
        session -> {
          printed(session, "int a = 1;");
          Files.writeString(folder.resolve("mine.jsh"), "mine");
          assertThat(refusal(session, "%save mine.jsh")).contains("there already", "%save -f");
          assertThat(folder.resolve("mine.jsh")).hasContent("mine");
          printed(session, "%save mine.jsh -f 1");
          assertThat(folder.resolve("mine.jsh")).hasContent("int a = 1;\n");
          assertThat(refusal(session, "%save none/a.jsh")).contains("no folder", "mkdir -p");
          assertThat(refusal(session, "%save .")).contains("ending");
          assertThat(refusal(session, "%save a.py")).contains("a.py", ".ipynb", ".jsh", ".java");
          assertThat(refusal(session, "%save a.jsh 1-x")).contains("no range of cells");
        });
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void a_folder_without_permission_is_named() throws Exception {
    Path closed = Files.createDirectory(folder.resolve("closed"));
    Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("r-xr-xr-x"));
    Assumptions.assumeFalse(Files.isWritable(closed), "root writes everywhere");
    inSession(
        session -> {
          printed(session, "int a = 1;");
          assertThat(refusal(session, "%save closed/a.jsh")).contains("no permission", "closed");
        });
  }
}
