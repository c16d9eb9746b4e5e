package firesteel.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellParserTest {
  private final CellParser parser = new CellParser(List.of("time", "who")::contains);

  @Test
  void splits_java_magics_and_shell_lines() {
    assertThat(parser.parse("int a = 1;\n%time a + 1\n!ls -l\na"))
        .containsExactly(
            new CellPart.Java("int a = 1;\n", 0, 1),
            new CellPart.LineMagic("time", "a + 1", 2),
            new CellPart.Shell("ls -l", 3),
            new CellPart.Java("\na", 29, 3));
  }

  @Test
  void gives_a_cell_magic_the_whole_cell() {
    assertThat(parser.parse("\n%%bash -x\n%time\necho"))
        .containsExactly(new CellPart.CellMagic("bash", "-x", "%time\necho", 3));
  }

  @Test
  void a_cell_magic_below_another_line_is_misplaced() {
    for (String above : List.of("int a = 1;", "// a comment", "int a = 1", "if (x) {")) {
      assertThat(parser.parse(above + "\n  %%sql\nSELECT 1"))
          .contains(new CellPart.MisplacedMagic("sql", 2));
    }
  }

  @Test
  void the_first_line_of_a_script_may_name_its_interpreter() {
    assertThat(parser.parse("#!/usr/bin/env firesteel\n1"))
        .containsExactly(new CellPart.Java("///usr/bin/env firesteel\n1", 0, 1));
    assertThat(parser.javaOnly("#!x\n1")).contains("//x\n1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "int r = a\n  % b;",
        "int r = a\n  %other;",
        "foo(a,\n!b)",
        "return\n!done;",
        "boolean c = a &&\n!b;",
        "String s = \"\"\"\n%time\n!ls\n\"\"\";",
        "/*\n%time\n!ls\n*/ int x;",
        "void f() {\n%time\n}",
        "boolean d = a\n!= b;",
        "String t = \"\"\"\n%%sql\n\"\"\";",
      })
  void leaves_java_alone(String java) {
    assertThat(parser.parse(java)).containsExactly(new CellPart.Java(java, 0, 1));
  }

  @Test
  void takes_a_known_magic_after_an_expression_without_semicolon() {
    assertThat(parser.parse("1 + 1\n%who")).hasSize(2);
    assertThat(parser.parse("foo()\n!ls")).hasSize(2);
  }

  @Test
  void takes_an_unknown_magic_where_a_statement_may_start() {
    assertThat(parser.parse("%tiem x")).containsExactly(new CellPart.LineMagic("tiem", "x", 1));
  }

  @Test
  void blanks_what_is_not_java() {
    assertThat(parser.javaOnly("a;\n!ls\nb;")).contains("a;\n   \nb;");
    assertThat(parser.javaOnly("%%bash\nls")).isEmpty();
  }

  @Test
  void knows_what_lies_below_a_cell_magics_first_line() {
    String cell = "\n%%sql --limit 3\nSELECT 1";
    int body = cell.indexOf("SELECT");
    assertThat(parser.bodyAt(cell, body)).map(CellPart.CellMagic::body).contains("SELECT 1");
    assertThat(parser.bodyAt(cell, cell.length())).isPresent();
    assertThat(parser.bodyAt(cell, body - 1)).isEmpty();
    assertThat(parser.bodyAt("int x = 1;\nx", 12)).isEmpty();
  }

  @Test
  void a_magic_that_stands_for_a_value_belongs_to_its_java() {
    String cell = "List<String> a = %jars libs/*.jar\n%who\na";
    assertThat(parser.parse(cell))
        .hasSize(3)
        .startsWith(new CellPart.Java("List<String> a = %jars libs/*.jar\n", 0, 1));
    assertThat(parser.javaOnly(cell)).contains("List<String> a = null;           \n    \na");
    assertThat(parser.otherLineAt(cell, cell.indexOf("libs"))).contains(cell.indexOf('%'));
  }

  @Test
  void a_question_is_the_last_line_without_spaces() {
    assertThat(parser.parse("spark.read?")).containsExactly(new CellPart.Question("spark.read", 1));
    assertThat(parser.parse("int x = 1;\n  ?x.y \n\n"))
        .containsExactly(
            new CellPart.Java("int x = 1;\n  ", 0, 1), new CellPart.Question("x.y", 2));
    assertThat(parser.parse("twice(2)??")).containsExactly(new CellPart.Question("twice(2)", 1));
    assertThat(parser.parse("flag?\n1 : 2"))
        .containsExactly(new CellPart.Java("flag?\n1 : 2", 0, 1));
    assertThat(parser.parse("int y = flag ?")).hasOnlyElementsOfType(CellPart.Java.class);
    assertThat(parser.parse("String s = \"why?\"")).hasOnlyElementsOfType(CellPart.Java.class);
  }

  @Test
  void takes_j_bangs_lines_at_the_top_for_magics() {
    CellParser withMaven = new CellParser(List.of("maven", "mavenRepo")::contains);
    String script =
        "///usr/bin/env jbang \"$0\" \"$@\" ; exit $?\n//JAVA 17+\n//REPOS mavencentral,own=https://repo.example.org\n\n"
            + "//DEPS g:a:1 g:b:2,g:c:3 // for tests\n//DEPS g:bom:1.0@pom\nint x;\n//DEPS g:d:1\n";
    assertThat(withMaven.parse(script))
        .startsWith(
            new CellPart.LineMagic("mavenRepo", "own https://repo.example.org", 3),
            new CellPart.LineMagic("maven", "g:a:1 g:b:2 g:c:3 --bom=g:bom:1.0", 5))
        .hasSize(3);
    assertThat(withMaven.parse("//DEPS g:a:1")).hasSize(1);
    assertThat(withMaven.parse("// DEPS g:a:1\n//DEPSg:a:1\n//DEPS\nint y;")).hasSize(1);
    assertThat(parser.parse("//DEPS g:a:1\nint z;")).hasSize(1);
  }
}
