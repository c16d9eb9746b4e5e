package firesteel.engine.assist;

import static org.assertj.core.api.Assertions.assertThat;

import firesteel.api.completion.Completion;
import firesteel.api.completion.Completion.Match;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CompletionTest {
  @TempDir private static Path folder;
  private static AssistFixture notebook;

  @BeforeAll
  static void runSomeCells() {
    notebook =
        new AssistFixture(folder)
            .run(
                "import java.util.*;",
                "import java.util.stream.*;",
                "import static java.lang.Math.*;",
                "String title = \"x\";",
                "int total = 3;",
                "var numbers = new ArrayList<Integer>();",
                "List<Map<String, Integer>> rows = null;",
                "int twice(int n) { return 2 * n; }",
                "int twice(int n, int m) { return 2 * n * m; }",
                "record Person(int age, String name) {}",
                "enum Colour { RED, GREEN }",
                "interface Pick<A> { boolean of(A a); }",
                "interface Both<B> { boolean call(B b); }",
                "class Table<T> { Table<T> where(Pick<T> p) { return this; }"
                    + " Table<T> where(Both<T> p) { return this; } }",
                "Table<Person> people = null;");
  }

  @AfterAll
  static void close() {
    notebook.close();
  }

  @Test
  void completes_the_members_of_a_variable_with_their_signatures() {
    Completion completion = notebook.complete("title.sub|");
    assertThat(completion.start()).isEqualTo(6);
    assertThat(completion.end()).isEqualTo(9);
    assertThat(completion.matches())
        .extracting(Match::text)
        .containsExactly("subSequence(", "substring(");
    // Whether the JDK's classes have parameter names depends on its build.
    assertThat(completion.matches().get(1).signature())
        .matches("\\(int( beginIndex)?\\) : String \\+1");
  }

  @Test
  void completes_where_the_type_is_left_to_the_compiler() {
    assertThat(notebook.complete("var other = tot|").matches())
        .extracting(Match::text)
        .contains("total");
    assertThat(notebook.complete("for (var each : num|").matches())
        .extracting(Match::text)
        .contains("numbers");
  }

  @Test
  void puts_the_receivers_type_arguments_into_signatures() {
    assertThat(notebook.match("rows.get|", "get(").signature())
        .isEqualTo("(int) : Map<String, Integer>");
    assertThat(notebook.match("rows.get(0).key|", "keySet()").signature())
        .isEqualTo("() : Set<String>");
  }

  @Test
  void a_method_without_parameters_comes_with_both_brackets() {
    assertThat(notebook.texts("title.isE|")).containsExactly("isEmpty()");
    assertThat(notebook.texts("title.isE|()")).containsExactly("isEmpty");
    assertThat(notebook.texts("title.subs| (1)")).containsExactly("substring");
  }

  @Test
  void folds_overloads_and_names_parameters() {
    assertThat(notebook.match("twi|", "twice(").signature()).isEqualTo("(int n) : int +1");
  }

  @Test
  void puts_the_members_of_every_object_last() {
    assertThat(notebook.texts("numbers.|")).startsWith("add(").endsWith("wait(");
    assertThat(notebook.texts("new Person(1, \"a\").|")).startsWith("age", "age()", "name");
  }

  @Test
  void puts_what_fits_first() {
    assertThat(notebook.texts("int n = t|").subList(0, 2)).containsExactly("total", "twice(");
    assertThat(notebook.texts("String s = t|").get(0)).isEqualTo("title");
    assertThat(notebook.texts("title.repeat(|").get(0)).isEqualTo("total");
    assertThat(notebook.texts("String f() { return title.|").get(0)).isEqualTo("concat(");
    assertThat(notebook.texts("int nnn = nn|")).doesNotContain("nnn");
  }

  @Test
  void knows_the_declarations_that_stand_above_in_the_same_cell() {
    assertThat(notebook.texts("StringBuilder b = new StringBuilder(); b.rev|"))
        .containsExactly("reverse()");
    assertThat(notebook.texts("var m = new TreeMap<String, Integer>();\nm.firstK|"))
        .containsExactly("firstKey()");
    assertThat(notebook.texts("record Q(int side) {}\nnew Q(1).si|"))
        .containsExactly("side", "side()");
    assertThat(notebook.texts("Person half(Person p) { return p; }\nhalf(null).na|"))
        .containsExactly("name", "name()");
    assertThat(notebook.texts("import java.nio.file.*;\nFiles.readAllL|"))
        .containsExactly("readAllLines(");
    assertThat(notebook.texts("int total(int a) { return a; }\ntwice(1) twice(2);\ntota|"))
        .contains("total", "total(");
  }

  @Test
  void a_variable_of_the_cell_hides_the_notebooks_one() {
    assertThat(notebook.match("double total = 1;\ntota|", "total").signature()).isEqualTo("double");
  }

  @Test
  void completes_inside_bodies_of_every_kind() {
    assertThat(notebook.texts("int f(String text) {\n  if (text.isBl|"))
        .containsExactly("isBlank()");
    assertThat(notebook.texts("class A { int side; int f() { return si|"))
        .contains("side", "signum(");
    assertThat(notebook.texts("for (var p : List.of(new Person(1, \"\"))) { p.ag|"))
        .containsExactly("age", "age()");
    assertThat(notebook.texts("switch (total) { case 1 -> title.isBl|"))
        .containsExactly("isBlank()");
    assertThat(notebook.texts("class A { Str|")).contains("String", "StringBuilder");
    assertThat(notebook.texts("Map<String, Lis|")).contains("List");
    assertThat(notebook.texts("try { } catch (IllegalSt|")).contains("IllegalStateException");
  }

  @Test
  void knows_the_parameters_of_lambdas() {
    assertThat(notebook.texts("Stream.of(\"a\").map(s -> s.isBl|")).containsExactly("isBlank()");
    assertThat(notebook.texts("Stream.of(1).filter(n -> { return n.intV|"))
        .containsExactly("intValue()");
  }

  @Test
  void knows_the_parameter_of_a_lambda_that_fits_two_overloads() {
    assertThat(notebook.texts("people.where(p -> p.na|")).containsExactly("name", "name()");
    assertThat(notebook.texts("people.where(p -> p.name().isBl|")).containsExactly("isBlank()");
  }

  @Test
  void tells_static_members_from_those_of_objects() {
    assertThat(notebook.texts("String.val|")).containsExactly("valueOf(");
    assertThat(notebook.texts("title.val|")).isEmpty();
    assertThat(notebook.texts("Colour.R|")).containsExactly("RED");
    assertThat(notebook.texts("Colour.cl|")).containsExactly("class");
    assertThat(notebook.texts("int[] a = {1}; a.le|")).containsExactly("length");
  }

  @Test
  void a_method_reference_has_no_brackets() {
    assertThat(notebook.texts("Stream.of(\"a\").map(String::toUp|")).containsExactly("toUpperCase");
  }

  @Test
  void offers_constructors_behind_new() {
    assertThat(notebook.texts("new ArrayLi|")).startsWith("ArrayList<>(");
    assertThat(notebook.texts("new Pers|")).startsWith("Person(");
    assertThat(notebook.texts("new tot|")).doesNotContain("total");
  }

  @Test
  void takes_wrong_capitals_when_nothing_fits_exactly() {
    assertThat(notebook.texts("title.ISBL|")).containsExactly("isBlank()");
    assertThat(notebook.texts("TOTA|")).containsExactly("total");
  }

  @Test
  void completes_keywords_where_they_can_stand() {
    assertThat(notebook.match("retu|", "return").type()).isEqualTo("keyword");
    assertThat(notebook.texts("int n = retu|")).isEmpty();
    assertThat(notebook.texts("boolean b = fal|")).containsExactly("false");
  }

  @Test
  void completes_imports() {
    assertThat(notebook.texts("import java.uti|")).containsExactly("util");
    assertThat(notebook.texts("import java.util.concurrent.|"))
        .contains("Callable", "atomic")
        .doesNotContain("ThreadLocalRandomHelper");
    assertThat(notebook.texts("int a = 1;\nimport java.util.Arra|"))
        .containsExactly("ArrayDeque", "ArrayList", "Arrays");
    assertThat(notebook.texts("import static java.lang.Math.mi|")).containsExactly("min");
    assertThat(notebook.texts("import java.util.Map.Ent|")).containsExactly("Entry");
  }

  @Test
  void completes_qualified_names() {
    assertThat(notebook.texts("java.util.concurrent.ato|")).containsExactly("atomic");
    assertThat(notebook.texts("java.nio.file.Fil|"))
        .contains("Files")
        .doesNotContain("FileTreeIterator");
  }

  @Test
  void offers_classes_that_are_not_imported_by_their_qualified_name() {
    assertThat(notebook.texts("BigDec|")).contains("java.math.BigDecimal");
    assertThat(notebook.texts("Array|"))
        .contains("ArrayList")
        .doesNotContain("java.util.ArrayList");
  }

  @Test
  void offers_the_users_own_things_before_imported_ones() {
    assertThat(notebook.texts("t|").subList(0, 3)).containsExactly("title", "total", "twice(");
    assertThat(notebook.texts("|")).contains("title", "people").doesNotContain("ArrayList", "abs(");
  }

  @Test
  void offers_nothing_in_comments_strings_numbers_and_new_names() {
    assertThat(notebook.texts("// tit|")).isEmpty();
    assertThat(notebook.texts("/* tit|")).isEmpty();
    assertThat(notebook.texts("String s = \"tit|")).isEmpty();
    assertThat(notebook.texts("String s = \"\"\"\n tit|")).isEmpty();
    assertThat(notebook.texts("12|")).isEmpty();
    assertThat(notebook.texts("int tot|")).isEmpty();
    assertThat(notebook.texts("unknown.tot|")).isEmpty();
  }

  @Test
  void completes_paths_in_strings_that_are_paths() throws Exception {
    Files.createDirectories(folder.resolve("data/.cache"));
    Files.writeString(folder.resolve("data/größen.csv"), "");
    Files.writeString(folder.resolve("data/sales.csv"), "");
    Completion completion = notebook.complete("var x = reader.csv(\"data/sa|\")");
    assertThat(completion.matches()).containsExactly(new Match("sales.csv", "path", ""));
    assertThat(completion.start()).isEqualTo(25);
    assertThat(notebook.texts("Path.of(\"da|")).containsExactly("data/");
    assertThat(notebook.texts("new File(\"data/|")).containsExactly("größen.csv", "sales.csv");
    assertThat(notebook.texts("r.parquet(\"a\", \"data/.|")).containsExactly(".cache/");
    assertThat(notebook.texts("r.load(\"nowhere/|")).isEmpty();
    assertThat(notebook.texts("List.of(\"da|")).isEmpty();
    assertThat(notebook.texts("r.load(\"hdfs://h/da|")).isEmpty();
  }

  @Test
  void answers_for_any_text_and_cursor() {
    for (String text :
        new String[] {
          "|",
          "}|",
          "((((|",
          "class |",
          "import |",
          "@|",
          "x.|.y",
          "\u0000|",
          "\"\"\"|",
          "a::|",
          "new |"
        }) {
      assertThat(notebook.complete(text)).as(text).isNotNull();
    }
    assertThat(notebook.assist.complete("abc", 99).end()).isEqualTo(3);
    assertThat(notebook.assist.complete("abc", -1).end()).isZero();
  }
}
