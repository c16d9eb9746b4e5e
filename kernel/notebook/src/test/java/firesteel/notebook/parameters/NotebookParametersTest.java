package firesteel.notebook.parameters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import firesteel.notebook.Notebook;
import firesteel.notebook.NotebookCell;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class NotebookParametersTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "int x = 1;|5|x = 5;",
        "int x;|-2147483648|x = -2147483648;",
        "Integer x = null;|7|x = 7;",
        "long x = 1;|9000000000|x = 9000000000L;",
        "short x = 1;|5|x = (short) 5;",
        "byte x = 1;|-5|x = (byte) -5;",
        "double x = 1;|6|x = 6.0;",
        "double x = 1;|1e3|x = 1000.0;",
        "double x = 1;|NaN|x = Double.NaN;",
        "double x = 1;|-Infinity|x = Double.NEGATIVE_INFINITY;",
        "float x = 1;|-0.5|x = -0.5f;",
        "boolean x = true;|False|x = false;",
        "char x = 'a';|'|x = '\\'';",
        "String x = \"\";|a b|x = \"a b\";",
        "String x;|007|x = \"007\";",
        "String x;|[1, 2]|x = \"[1, 2]\";",
        "java.lang.String x;|a|x = \"a\";",
        "BigDecimal x = BigDecimal.ZERO;|1.10|x = new BigDecimal(\"1.10\");",
        "java.math.BigInteger x;|12|x = new java.math.BigInteger(\"12\");",
        "LocalDate x;|2024-02-29|x = LocalDate.parse(\"2024-02-29\");",
        "LocalDateTime x;|2024-02-29T18:30|x = LocalDateTime.parse(\"2024-02-29T18:30\");",
        "Instant x;|2024-02-29T18:30:00Z|x = Instant.parse(\"2024-02-29T18:30:00Z\");",
        "YearMonth x;|2024-02|x = YearMonth.parse(\"2024-02\");",
        "Duration x = Duration.ofSeconds(1);|PT5M|x = Duration.parse(\"PT5M\");",
        "Path x = Path.of(\"a\");|b/c|x = Path.of(\"b/c\");",
        "DayOfWeek x;|MONDAY|x = DayOfWeek.MONDAY;",
        "List<String> x;|a, b|x = List.of(\"a\", \"b\");",
        "List<Integer> x;|[1, 2]|x = List.of(1, 2);",
        "List<Long> x;|3|x = List.of(3L);",
        "List<List<Integer>> x;|[[1], [2, 3]]|x = List.of(List.of(1), List.of(2, 3));",
        "java.util.List<String> x;|[\"a,b\"]|x = java.util.List.of(\"a,b\");",
        "Set<Integer> x;|1,01,2|x = Set.of(1, 2);",
        "int[] x;|1,2|x = new int[] {1, 2};",
        "int x[] = {};|[1]|x = new int[] {1};",
        "String[] x = {};|[a, null]|x = new String[] {\"a\", null};",
        "double[][] x;|[[1], []]|x = new double[][] {new double[] {1.0}, new double[] {}};",
        "Map<String, Integer> x;|{a: 1, b: 2}|x = Map.of(\"a\", 1, \"b\", 2);",
        "Map<Integer, List<String>> x;|{1: [a]}|x = Map.of(1, List.of(\"a\"));",
        "final int x = 1;|5|final int x = 5;",
        "static int x = 1;|5|x = 5;",
        "var x = 1;|5|x = 5;",
        "var x = -1L;|5|x = 5L;",
        "var x = .5;|2|x = 2.0;",
        "var x = \"a\" + 1;|2|x = \"2\";",
        "var x = List.of(1);|2,3|x = List.of(2, 3);",
        "var x = LocalDate.of(2024, 1, 1);|2024-02-29|x = LocalDate.parse(\"2024-02-29\");",
        "var x = DayOfWeek.MONDAY;|FRIDAY|x = DayOfWeek.FRIDAY;",
        "var x = new String[] {\"a\"};|b|x = new String[] {\"b\"};",
        "final var x = 'a';|b|final char x = 'b';",
        "int a = 1, x = 2;|5|x = 5;",
        "import java.time.temporal.*; ChronoUnit x;|DAYS|x = ChronoUnit.DAYS;",
        "import java.util.concurrent.TimeUnit; TimeUnit x;|DAYS|x = TimeUnit.DAYS;",
        "enum Mode { FAST, SLOW { }; int f; } Mode x = Mode.FAST;|SLOW|x = Mode.SLOW;",
      })
  void a_value_is_read_by_the_type_of_its_declaration(String cell, String value, String line)
      throws Exception {
    assertThat(injected(cell, "-p", "x=" + value)).isEqualTo("// Parameters\n" + line);
  }

  @Test
  void an_empty_value_is_an_empty_text_or_list() throws Exception {
    assertThat(injected("String x; List<String> y;", "-p", "x=", "-p", "y="))
        .isEqualTo("// Parameters\nx = \"\";\ny = List.of();");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "int x;|many|parameter x (int): \"many\" doesn't fit; give a whole number from -2147483648",
        "int x;|2147483648|a whole number",
        "int x;|1.0|a whole number",
        "int x;||a whole number",
        "double x;|1e999|a number",
        "double x;|1d|a number",
        "boolean x;|yes|true or false",
        "char x;|ab|one character",
        "LocalDate x;|2024-02-30|a date such as",
        "DayOfWeek x;|MONDY|FRIDAY, SATURDAY, SUNDAY; did you mean MONDAY?",
        "List<Integer> x;|1,a|a list such as [1, 2] or 1,2, each item a whole number",
        "List<Integer> x;|[1, null]|a list such as",
        "List<String> x;|[1|a list such as",
        "Map<String, Integer> x;|a=1|a map such as {a: 1, b: 2}",
        "Dataset<Row> x = null;|a|parameter x (Dataset<Row>): a value of this type can't be given",
        "List<String>[] x = null;|a|can't be given",
        "var x = spark.range(1);|a|parameter x (var): a value of this type can't be given",
      })
  void a_value_that_does_not_fit_is_refused_with_what_does(
      String cell, String value, String message) {
    assertThatThrownBy(() -> injected(cell, "-p", "x=" + (value == null ? "" : value)))
        .isInstanceOf(ParametersRefusedException.class)
        .hasMessageContaining(message)
        .hasMessageContaining("the parameters of book.ipynb:\n  ");
  }

  @Test
  void unknown_names_are_refused_with_those_that_there_are() {
    assertThatThrownBy(
            () -> injected("int rows = 1;\nList<String> names;", "-p", "rwos=1", "-p", "z=1"))
        .hasMessage(
            """
            there is no parameter "rwos"; did you mean rows?
            there is no parameter "z"
            the parameters of book.ipynb:
              int rows
              List<String> names""");
    assertThatThrownBy(() -> injected("// nothing", "-p", "a=1"))
        .hasMessageContaining("declares no variables");
    assertThatThrownBy(() -> injected("int a;", "-p", "=1")).hasMessageContaining("NAME=VALUE");
    assertThatThrownBy(() -> injected("int a;", "-p", "a")).hasMessageContaining("NAME=VALUE");
  }

  @Test
  void a_notebook_without_parameters_tells_how_to_tag_a_cell() {
    assertThatThrownBy(() -> in(notebook(code("int a;")), "-p", "a=1").notebook())
        .hasMessageContaining("no code cell is tagged \"parameters\"")
        .hasMessageContaining("{\"tags\": [\"parameters\"]}");
  }

  @Test
  void a_refused_secret_is_not_told() {
    assertThatThrownBy(() -> injected("int password;", "-p", "password=s3cret"))
        .hasMessageContaining("********")
        .hasMessageNotContaining("s3cret");
  }

  @Test
  void texts_are_escaped() throws Exception {
    String text = "a\"b\\c\\u0041\n\t\r\u0000\u200b é\ud83d\udd25";
    assertThat(JavaLiterals.string(text))
        .isEqualTo("\"a\\\"b\\\\c\\\\u0041\\n\\t\\r\\000\\u200b é\ud83d\udd25\"");
    assertThat(JavaLiterals.string("\ud83d")).isEqualTo("\"\\ud83d\"");
    assertThat(JavaLiterals.character('\\')).isEqualTo("'\\\\'");
    assertThat(JavaLiterals.character('"')).isEqualTo("'\"'");
  }

  @Test
  void a_file_in_yaml_or_json_gives_values_and_p_wins() throws Exception {
    String cell =
        "int rows; String zip, version, none; LocalDate day; List<String> names; Map<String, Double> m;";
    Path yaml = folder.resolve("p.yaml");
    Files.writeString(
        yaml,
        """
        # values
        rows: 5
        zip: 01234
        version: 1.10
        none: null
        day: 2024-02-29
        names:
          - "a: b"
          - c
        m: {x: 1, y: 2.5}
        """);
    assertThat(injected(cell, "--params", "p.yaml", "-p", "rows=6"))
        .isEqualTo(
            """
            // Parameters
            rows = 6;
            zip = "01234";
            version = "1.10";
            none = null;
            day = LocalDate.parse("2024-02-29");
            names = List.of("a: b", "c");
            m = Map.of("x", 1.0, "y", 2.5);""");
    Files.writeString(
        folder.resolve("p.json"),
        "{\n\t\"rows\": 5,\n\t\"zip\": \"a\\/\\u00e9\\ud83d\\udd25\\t\",\n\t\"version\": 1.10, \"names\": []\n}\n");
    assertThat(injected(cell, "--params", "p.json"))
        .isEqualTo(
            "// Parameters\nrows = 5;\nzip = \"a/é\ud83d\udd25\\t\";\nversion = \"1.10\";\nnames = List.of();");
  }

  @Test
  void what_is_wrong_with_a_file_is_told_with_its_place() throws Exception {
    assertThatThrownBy(() -> injected("int a;", "--params", "none.yaml"))
        .hasMessageContaining("there is no file of parameters")
        .hasMessageContaining("none.yaml");
    Files.writeString(folder.resolve("bad.yaml"), "a: 1\nb: [1\n");
    assertThatThrownBy(() -> injected("int a;", "--params", "bad.yaml"))
        .hasMessageContaining("bad.yaml, line 3: not YAML");
    Files.writeString(folder.resolve("bad.json"), "{\n\"a\": }");
    assertThatThrownBy(() -> injected("int a;", "--params", "bad.json"))
        .hasMessageContaining("bad.json, line 2: not JSON");
    Files.writeString(folder.resolve("twice.yaml"), "a: 1\na: 2\n");
    assertThatThrownBy(() -> injected("int a;", "--params", "twice.yaml"))
        .hasMessageContaining("line 2: \"a\" stands twice");
    Files.writeString(folder.resolve("list.yaml"), "- a\n");
    assertThatThrownBy(() -> injected("int a;", "--params", "list.yaml"))
        .hasMessageContaining("holds a list; parameters are lines as  name: value");
    Files.writeString(folder.resolve("loop.yaml"), "a: &a [*a]\n");
    assertThatThrownBy(() -> injected("int a;", "--params", "loop.yaml"))
        .isInstanceOf(ParametersRefusedException.class);
  }

  @Test
  void the_injected_cell_follows_the_declaring_one_or_replaces_the_one_that_is_there()
      throws Exception {
    NotebookCell declaring = tagged("int a = 1;", "parameters");
    Notebook first = in(notebook(code("1"), declaring, code("a")), "-p", "a=2").notebook();
    assertThat(sources(first)).containsExactly("1", "int a = 1;", "// Parameters\na = 2;", "a");
    NotebookCell injected = first.cells().get(2);
    assertThat(injected.metadata()).isEqualTo(Map.of("tags", List.of("injected-parameters")));
    assertThat(injected.other()).isEqualTo(Map.of("id", "injected-parameters"));
    Notebook second = in(first, "-p", "a=3").notebook();
    assertThat(sources(second)).containsExactly("1", "int a = 1;", "// Parameters\na = 3;", "a");
    assertThat(in(first).notebook()).isEqualTo(first);
  }

  @Test
  void enums_and_imports_of_cells_above_count_and_magics_do_not() throws Exception {
    Notebook notebook =
        notebook(
            code("%maven a:b:1\nimport java.util.concurrent.TimeUnit;\nenum Mode { A, B }"),
            tagged("%time 1\nMode m = Mode.A; // a mode\nTimeUnit u;\n!ls", "parameters"));
    assertThat(in(notebook, "-p", "m=B", "-p", "u=DAYS").notebook().cells().get(2).source())
        .isEqualTo("// Parameters\nm = Mode.B;\nu = TimeUnit.DAYS;");
  }

  @Test
  void the_values_are_there_as_json_without_secrets() throws Exception {
    NotebookParameters given =
        in(
            notebook(tagged("int n; List<Double> d; String token; DayOfWeek w;", "parameters")),
            "-p",
            "n=5",
            "-p",
            "d=1,2",
            "-p",
            "token=abc",
            "-p",
            "w=MONDAY");
    assertThat(given.values())
        .isEqualTo(Map.of("n", 5, "d", List.of(1.0, 2.0), "token", "********", "w", "MONDAY"));
  }

  private String injected(String cell, String... options) throws Exception {
    return in(notebook(tagged(cell, "parameters")), options).notebook().cells().get(1).source();
  }

  private NotebookParameters in(Notebook notebook, String... options) throws Exception {
    ParameterOptions parsed = new ParameterOptions();
    new CommandLine(CommandLine.Model.CommandSpec.forAnnotatedObject(parsed)).parseArgs(options);
    return parsed.in(notebook, "book.ipynb", folder::resolve);
  }

  private static List<String> sources(Notebook notebook) {
    return notebook.cells().stream().map(NotebookCell::source).toList();
  }

  private static Notebook notebook(NotebookCell... cells) {
    List<NotebookCell> all = new ArrayList<>(Stream.of(cells).toList());
    return new Notebook(all, Map.of(), 5, Map.of());
  }

  private static NotebookCell code(String source) {
    return new NotebookCell("code", source, Map.of(), List.of(), Optional.empty(), Map.of());
  }

  private static NotebookCell tagged(String source, String tag) {
    return code(source).withMetadata(Map.of("tags", List.of(tag)));
  }
}
