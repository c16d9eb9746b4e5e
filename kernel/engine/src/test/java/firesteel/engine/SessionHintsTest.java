package firesteel.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests hints about compile errors: the Java to write, or none where that isn't certain. */
class SessionHintsTest extends SessionCase {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"abc\".lenght() | write \"abc\".length()",
        "\"abc\".length | length is a method: write \"abc\".length()",
        "\"abc\".size() | write \"abc\".length()",
        "List.of(1).length() | write List.of(1).size()",
        "List.of(1).is_empty() | did you mean isEmpty?",
        "new int[3].length() | the length of an array is a field: write new int[3].length",
        "Math.squrt(2) | did you mean sqrt?",
        "Integer.MAX_VALU | did you mean MAX_VALUE?",
        "Mth.sqrt(2) | did you mean Math?",
        "ArrayLst<String> misspelled = null; | did you mean ArrayList?",
        "List.of(1)[0] | write List.of(1).get(0)",
        "\"abc\"[0] | write \"abc\".charAt(0)",
        "var unset = None; | write null",
        "boolean flag = True; | write true",
        "val fixed = 1; | write var fixed = 1;",
        "string text = \"x\"; | write String",
        "undeclared = 5; | declare it: var undeclared = 5;",
        "f\"a {x}\" | Java's strings hold no expressions",
        "List.of(1).forEach(lambda x: x) | a lambda is written x -> ...",
        "List.of(1).stream().map(x => x + 1) | a lambda's arrow is ->",
        "for x in xs: | write for (var x : xs) { ... }",
        "for (x <- f(1)) g(x) | write for (var x : f(1)) { ... }",
        "for i in range(3): | write for (int i = 0; i < 3; i++) { ... }",
        "for k, v in m.items(): | write for (var entry : m.entrySet()) { ... }",
        "for (var e : Map.of(1, 2)) { } | write Map.of(1, 2).entrySet()",
        "for (var c : \"abc\") { } | write \"abc\".toCharArray()",
        "for (var i : Stream.of(1)) { } | write Stream.of(1).toList()",
        "for (var i : List.of(1).iterator()) { } | write (Iterable<Integer>) () -> List.of(1).iterator()",
        "val whole: Int = 5 | the type comes first: int whole = ...",
        "List<String> parts = \"a b\".split(\" \"); | write List.of(\"a b\".split(\" \"))",
        "String block = \"\"\"abc\"\"\"; | a text block begins on the line after",
        "String out = !echo hi | a shell command stands on a line of its own",
        "var files = !ls | a shell command stands on a line of its own",
        "Object named = String; | String is a class: as a value it is written String.class",
        "1 + | it is not complete: something has to follow",
        "List.of(1 | a closing bracket or quote is missing",
        "if 1 > 2: | write if (1 > 2) { ... }",
        "case class Point(x: Int, y: Long) | write record Point(int x, long y) {}",
        "def twice(x): | a method begins with the type of its result",
        "# a comment | a comment begins with //",
        "\"a\" + 'abc' | a string has double quotes: \"abc\"",
        "Object list = [1, 2]; | a list is written List.of(a, b)",
        "amount: Int = 3 | the type comes first: int amount = ...",
        "new BigDecimal(\"1\") + 1 | write a.add(b)",
        "int less = 5L; | declare it as long, or write (int) before the value",
      })
  void give(String code, String hint) {
    assertThat(failure(code)).contains("Hint: " + hint);
  }

  @Test
  void name_members_of_cells_types() {
    run(
        "record Town(String name, int people) {}\nclass Counted { int hits; int next() { return 1; } }");
    assertThat(failure("new Town(\"a\", 1).nam()")).contains("Hint: did you mean name?");
    assertThat(failure("new Town(\"a\", 1).getName()"))
        .doesNotContain("Hint: did you mean getName");
    assertThat(failure("new Counted().hits()"))
        .contains("hits is a field: write new Counted().hits");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"abc\".frobnicate()",
        "zzyzx + 1",
        "int wrong = \"text\";",
        "List.of(1).add(\"x\").size()",
        "Integer.parseInt(1)",
        "List.of(1).get()",
      })
  void are_not_given_where_nothing_is_sure(String code) {
    assertThat(failure(code)).doesNotContain("Hint:");
  }

  @Test
  void name_the_import_that_an_earlier_one_keeps_out() {
    run("import java.sql.*;");
    assertThat(failure("Date.valueOf(\"2020-01-01\")"))
        .contains("Hint: Date is java.util.Date here: import java.sql.Date;");
  }

  @Test
  void name_no_imports_that_dont_help() {
    assertThat(failure("Gatherer")).as("a class is no value").doesNotContain("import ");
    assertThat(failure("Logger.getLogger(\"x\")"))
        .contains("import java.util.logging.Logger;")
        .doesNotContain("org.iq80", "org.slf4j.Logger;");
  }

  @Test
  void of_patterns_on_an_older_java_name_the_java_and_the_other_form() {
    assumeTrue(Runtime.version().feature() < 21);
    String traceback =
        failure(
            "Object v = 5; String s = switch (v) { case Integer x when x > 3 -> \"a\"; default -> \"b\"; };");
    assertThat(traceback)
        .contains("need Java 21", "FIRESTEEL_JAVA", "if (v instanceof Integer x && x > 3)")
        .doesNotContain("put a ;", "--enable-preview");
  }

  @Test
  void are_given_once_and_not_for_what_follows_from_an_error() {
    session().reset(); // Names of other tests would be near.
    assertThat(failure("for y in ys:").split("Hint:")).hasSize(2);
    assertThat(failure("# only a comment")).doesNotContain("closing bracket");
    assertThat(failure("f\"a\"")).doesNotContain("did you mean");
  }

  @Test
  void of_many_methods_the_nearest_is_left() {
    String traceback = failure("new StringBuilder().insert(\"a\", \"b\", \"c\")");
    assertThat(traceback).contains("no suitable method").contains("the nearest of");
    assertThat(traceback).hasLineCount(5);
  }
}
