package firesteel.magics.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import firesteel.api.session.CellResult;
import firesteel.testkit.MagicCase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FileMagicsTest extends MagicCase {
  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private static String notebook(String... sources) {
    StringBuilder cells = new StringBuilder();
    for (String source : sources) {
      cells.append(cells.isEmpty() ? "" : ",");
      cells.append("{\"cell_type\":\"code\",\"metadata\":{},\"outputs\":[],");
      cells.append("\"execution_count\":null,\"source\":\"").append(source).append("\"}");
    }
    return "{\"nbformat\":4,\"nbformat_minor\":4,\"metadata\":{},\"cells\":["
        + "{\"cell_type\":\"markdown\",\"metadata\":{},\"source\":\"# Title\"},"
        + cells
        + "]}";
  }

  @Test
  void writefile_writes_overwrites_and_appends() throws IOException {
    Path file = folder.resolve("my file.txt");
    assertThat(printed("%%writefile 'my file.txt'\nline 1 %time\n  <b>é 🔥"))
        .isEqualTo("Wrote " + file + "\n");
    assertThat(file).hasContent("line 1 %time\n  <b>é 🔥\n");
    assertThat(printed("%%writefile -a \"my file.txt\"\nmore\n")).startsWith("Appended to ");
    assertThat(Files.readString(file)).isEqualTo("line 1 %time\n  <b>é 🔥\nmore\n");
    assertThat(printed("%%writefile my\\ file.txt\nnew")).startsWith("Overwrote ");
    assertThat(Files.readString(file)).isEqualTo("new\n");
  }

  @Test
  void writefile_makes_folders_only_when_asked() {
    assertThat(refusal("%%writefile a/b/c.txt\nx")).contains("no folder", "-p");
    printed("%%writefile -p a/b/c.txt\nx");
    assertThat(folder.resolve("a/b/c.txt")).hasContent("x");
    assertThat(refusal("%%writefile a/b\nx")).contains("is a folder");
    assertThat(refusal("%%writefile\nx")).contains("Usage: %%writefile");
  }

  @Test
  void load_puts_a_file_into_the_cell() throws IOException {
    write("Clean.java", "\uFEFFint x = 5;\n");
    CellResult result = run("%load Clean.java");
    assertThat(result.nextInput()).hasValue(new CellResult.NextInput("int x = 5;\n", true));
    write("n.ipynb", notebook("int a = 1;", "a + 1"));
    assertThat(run("%load n.ipynb").nextInput())
        .hasValue(new CellResult.NextInput("int a = 1;\n\na + 1", true));
  }

  @Test
  void load_runs_scripts_and_what_stands_among_other_code() throws IOException {
    Files.writeString(folder.resolve("setup.jshell"), "int fromScript = 5;");
    assertThat(run("%load setup").nextInput()).isEmpty();
    assertThat(value("fromScript")).isEqualTo("5");
    Files.writeString(folder.resolve("More.java"), "int fromMore = 6;");
    assertThat(value("%load More.java\nfromMore + 1")).isEqualTo("7");
  }

  @Test
  void load_refuses_what_is_no_file_with_code() throws IOException {
    assertThat(refusal("%load nowhere.java")).contains("no file", "nowhere.java");
    assertThat(refusal("%load .")).contains("is a folder");
    assertThat(refusal("%load https://example.org/x.java")).contains("URL", "!curl");
    Files.write(folder.resolve("bytes"), new byte[] {(byte) 0xFF, (byte) 0xFE, 0});
    assertThat(refusal("%load bytes")).contains("no text in UTF-8");
    write("bad.ipynb", "{");
    assertThat(refusal("%load bad.ipynb")).contains("bad.ipynb");
  }

  @Test
  void run_leaves_what_a_file_declares() throws IOException {
    write("defs.jsh", "int twice(int x) { return 2 * x; }\nint fromFile = twice(21);\n");
    run("%run defs.jsh");
    assertThat(value("fromFile")).isEqualTo("42");
    write("value.jsh", "fromFile + 1");
    assertThat(value("%run value.jsh")).isEqualTo("43");
  }

  @Test
  void run_calls_main_with_the_arguments() throws IOException {
    write(
        "Job.java",
        """
        package com.example.jobs;

        import java.util.List;

        public final class Job {
          public static void main(String[] args) {
            System.out.println(List.of(args));
          }
        }
        """);
    assertThat(printed("%run Job.java --in 'a \"b\" \\c' é🔥"))
        .isEqualTo("[--in, a \"b\" \\c, é🔥]\n");
  }

  @Test
  void run_of_a_notebook_runs_its_code_cells() throws IOException {
    write("n.ipynb", notebook("int nb = 20;", "%time nb + 1", "nb * 2"));
    assertThat(value("%run n.ipynb")).isEqualTo("40");
    assertThat(outputs.out()).contains("Wall time");
  }

  @Test
  void run_of_a_notebook_gives_its_parameters_values() throws IOException {
    String cells =
        notebook("int count = 1; List<String> names;", "names + \\\"\\\" + count + args.length");
    write(
        "p.ipynb", cells.replaceFirst("\\{\\},\"outputs", "{\"tags\":[\"parameters\"]},\"outputs"));
    write("p.yaml", "count: 3\nnames: [a, b]\n");
    assertThat(value("%run p.ipynb -p count=2 --params p.yaml --other -p")).isEqualTo("[a, b]22");
    assertThat(value("%run p.ipynb --params p.yaml x")).isEqualTo("[a, b]31");
    assertThat(refusal("%run p.ipynb -p conut=2"))
        .contains("no parameter \"conut\"; did you mean count?", "List<String> names");
    assertThat(refusal("%run p.ipynb -p count=x")).contains("whole number");
    assertThat(refusal("%run p.ipynb -p")).contains("%run: Missing required");
  }

  @Test
  void errors_in_a_file_name_the_file_and_the_line() throws IOException {
    write("Broken.java", "package a.b;\nint ok = 1;\nint bad = \"s\";\n");
    assertThat(failure("%run Broken.java")).contains("Broken.java", "line 3");
    write("throws.jsh", "int t0 = 1;\n\nInteger.parseInt(\"x\");\n");
    assertThat(failure("%run throws.jsh"))
        .contains("NumberFormatException", "throws.jsh", "line 3")
        .doesNotContain("RunMagic");
    write("n.ipynb", notebook("int fine = 1;", "int a1 = 1;\\nint a2 = \\\"s\\\";"));
    assertThat(failure("%run n.ipynb")).contains("n.ipynb, code cell 2", "line 2");
    assertThat(refusal("%run nowhere.jsh")).contains("no file");
  }

  @Test
  void a_package_declaration_is_blanked_out_and_nothing_else() {
    assertThat(RunMagic.withoutPackage("// c\npackage a.b;\nclass A {}"))
        .isEqualTo("// c\n            \nclass A {}");
    String text = "class A { String s = \"\"\"\n  package x;\n\"\"\"; }";
    assertThat(RunMagic.withoutPackage(text)).isEqualTo(text);
    assertThat(RunMagic.mainClass("record R() { public static void main(final String... a) {} }"))
        .hasValue("R");
    assertThat(
            RunMagic.mainClass(
                "interface Greeter {} public class Two { public static void main(String... a) {} }"))
        .hasValue("Two");
    assertThat(RunMagic.mainClass("class A { void main() {} }")).isEmpty();
  }
}
