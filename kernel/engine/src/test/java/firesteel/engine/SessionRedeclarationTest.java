package firesteel.engine;

import static org.assertj.core.api.Assertions.assertThat;

import firesteel.api.session.Cell;
import firesteel.api.session.CellOutputs;
import firesteel.api.session.RecordingOutputs;
import firesteel.api.session.Session;
import org.junit.jupiter.api.Test;

/** Tests that results of earlier cells stay when a later cell declares names. */
class SessionRedeclarationTest extends SessionCase {
  @Test
  void a_parameter_that_is_set_again_takes_nothing_with_it() {
    run("int limit = 5;");
    run("class Filter { boolean keep(int x) { return x > limit; } } var filter = new Filter();");
    run("Predicate<Integer> stored = x -> x > limit;");
    assertThat(notes("int limit = 6;")).isEmpty();
    assertThat(value("filter.keep(7) && !filter.keep(6) && !stored.test(6)")).isEqualTo("true");
    run("private static final int limit = 7;");
    assertThat(value("filter.keep(7)")).isEqualTo("false");
    run("int limit;");
    assertThat(value("filter.keep(1)")).isEqualTo("true");
  }

  @Test
  void variables_of_any_type_are_set_again() {
    run("int first = 1, second = 2; int array[] = {1}; var list = List.of(1);");
    run("Map<String, List<Integer>> map = new HashMap<String, List<Integer>>(), other = Map.of();");
    run(
        "class Reads { int all() { return first + second + array.length + list.size() + map.size(); } }");
    run("var reads = new Reads();");
    run("int first = 10, second = 20; int array[] = {1, 2}; var list = List.of(1, 2, 3);");
    run("Map<String, List<Integer>> map = new HashMap<String, List<Integer>>(), other = Map.of();");
    assertThat(value("reads.all()")).isEqualTo("35");
  }

  @Test
  void the_cell_that_sets_a_variable_again_is_the_one_that_declares_it() {
    run("int placed = 1;");
    int cell = run("int placed = 2;").executionCount();
    assertThat(session().variables())
        .anySatisfy(
            variable -> {
              assertThat(variable.name()).isEqualTo("placed");
              assertThat(variable.value()).isEqualTo(2);
              assertThat(variable.cell()).isEqualTo(cell);
            });
  }

  @Test
  void a_variable_keeps_its_value_when_the_new_one_fails() {
    run("int kept = 5;");
    assertThat(failure("int kept = \"text\";")).contains("String cannot be converted to int");
    assertThat(failure("int kept = nowhere();")).contains("cannot find symbol");
    assertThat(failure("int kept = Integer.parseInt(\"x\");")).contains("NumberFormatException");
    assertThat(failure("String kept = \"x\".repeat(-1);")).contains("IllegalArgumentException");
    assertThat(value("kept")).isEqualTo("5");
  }

  @Test
  void a_variable_whose_initializer_threw_is_not_there() {
    assertThat(failure("String never = \"x\".repeat(-1);")).contains("count is negative");
    assertThat(failure("never")).contains("cannot find symbol").doesNotContain("did you mean");
  }

  @Test
  void a_variable_made_of_itself_is_declared_anew_and_says_so() {
    run("int counter = 5;");
    RecordingOutputs outputs = new RecordingOutputs();
    run("int counter = counter + 1;", outputs);
    assertThat(outputs.err()).contains("declares counter anew");
    assertThat(value("counter")).isEqualTo("1");
    run("counter = counter + 1;");
    assertThat(value("counter")).isEqualTo("2");
  }

  @Test
  void declarations_that_run_again_stay_as_they_are() {
    String cell =
        """
        enum Level { LOW, HIGH }
        record Pair(int a, Level level) {}
        interface Named { String name(); }
        class Thing implements Named { int n = 1; public String name() { return "t" + twice(n); } }
        int twice(int x) { return 2 * x; }
        """;
    run(cell);
    run("Level level = Level.HIGH; var pair = new Pair(1, level); Named thing = new Thing();");
    run("Map<Pair, Level> levels = new HashMap<>(Map.of(pair, level));");
    assertThat(notes(cell)).isEmpty();
    assertThat(value("levels.get(new Pair(1, Level.HIGH)) == level && thing instanceof Thing"))
        .isEqualTo("true");
  }

  @Test
  void objects_of_a_class_that_is_declared_otherwise_stay_and_are_named() {
    run("class Node { int v = 1; }");
    int cell =
        run("var node = new Node(); node.v = 7; List<Node> nodes = List.of(node);")
            .executionCount();
    assertThat(notes("class Node { int v = 2; }"))
        .contains(
            "Note: Node was declared again; node, nodes keep their objects of the earlier Node")
        .contains("Run Cell [" + cell + "] again");
    assertThat(value("node.v + nodes.get(0).v")).isEqualTo("14");
    assertThat(failure("Node copy = node;")).contains("Node was declared again");
    assertThat(failure("Node cast = (Node) (Object) node;"))
        .contains("class Node cannot be cast to class Node")
        .contains("run the cell that makes it again")
        .doesNotContain("JShell");
    assertThat(value("new Node().v")).isEqualTo("2");
  }

  @Test
  void no_note_comes_when_the_cell_makes_its_objects_itself() {
    run("class Own { int v = 1; } var own = new Own();");
    assertThat(notes("class Own { int v = 2; } var own = new Own();")).isEmpty();
    assertThat(value("own.v")).isEqualTo("2");
  }

  @Test
  void an_empty_collection_takes_objects_of_the_new_class() {
    run("record Item(int a) {} List<Item> items = new ArrayList<>();");
    assertThat(notes("record Item(int a, int b) {}")).isEmpty();
    run("items.add(new Item(1, 2));");
    assertThat(value("items.get(0)")).isEqualTo("Item[a=1, b=2]");
  }

  @Test
  void what_only_the_earlier_class_has_can_still_be_used() {
    run("class Was { int old = 1; class Inner { int deep = 4; } }");
    run(
        "var was = new Was(); var inner = was.new Inner(); List<Was> all = new ArrayList<>(List.of(was));");
    run("class Was { int young = 2; }");
    assertThat(value("was.old + inner.deep + all.get(0).old")).isEqualTo("6");
    assertThat(
            value("int sum = was.old;\nfor (var w : all) { sum += w.old; }\nsum + new Was().young"))
        .isEqualTo("4");
    assertThat(value("all.add(was);\nall.size()")).isEqualTo("2");
    assertThat(failure("all.add(new Was());")).contains("Was was declared again");
  }

  @Test
  void a_variable_of_another_type_reaches_what_reads_it_and_names_what_is_lost() {
    run("int bound = 5; int half() { return bound / 2; }");
    run("class Over { boolean is(double x) { return x > bound; } } var over = new Over();");
    assertThat(notes("double bound = 6.5;"))
        .contains("over keeps its object of the earlier Over")
        .contains("half of Cell [")
        .contains("can't be used any more: incompatible types");
    assertThat(value("over.is(6) + \" \" + new Over().is(6)")).isEqualTo("true false");
  }

  @Test
  void a_method_declared_again_reaches_its_callers() {
    run("int base() { return 1; } int next() { return base() + 1; }");
    run("int base() { return 10; }");
    assertThat(value("next()")).isEqualTo("11");
  }

  @Test
  void what_can_be_used_only_now_reaches_those_who_waited_for_it() {
    run("int outer() { return middle() + 1; }");
    run("int middle() { return late * 2; } class Later { int of() { return outer(); } }");
    run("var later = new Later();");
    run("int late = 4;");
    assertThat(value("outer() + new Later().of()")).isEqualTo("18");
  }

  @Test
  void a_new_overload_leaves_earlier_calls_alone() {
    run("String kind(Object o) { return \"object\"; } String ofText() { return kind(\"x\"); }");
    run("String kind(String s) { return \"text\"; }");
    assertThat(value("ofText() + kind(\"x\")")).isEqualTo("objecttext");
  }

  @Test
  void a_declaration_that_does_not_compile_leaves_the_earlier_one() {
    run("class Good { int v = 1; } var good = new Good(); int fine() { return 1; }");
    assertThat(failure("class Good { int v = \"s\"; }")).contains("incompatible types");
    assertThat(failure("int fine() { return \"s\"; }")).contains("incompatible types");
    assertThat(value("good.v + new Good().v + fine()")).isEqualTo("3");
  }

  @Test
  void a_refused_type_leaves_nothing_of_itself() {
    run(
        "sealed interface Pet permits Hound, Tom {} record Hound(String name) implements Pet {}"
            + " record Tom(String name) implements Pet {} Pet pet = new Hound(\"Rex\");");
    assertThat(failure("record Hound(String name, int age) implements Pet {}"))
        .contains("Hint: declare it in the cell that declares Pet");
    assertThat(failure("pet = new Hound(\"a\", 2);")).contains("cannot be applied to given types");
    assertThat(notes("pet = new Hound(\"b\");")).isEmpty();
    assertThat(value("pet")).isEqualTo("Hound[name=b]");
    assertThat(failure("sealed interface Pet permits Hound, Tom, Fish {} record Fish() {}"))
        .contains("Hint: let Fish extend or implement the sealed type");
    assertThat(
            failure(
                "sealed interface Pet permits Hound, Tom, Fish {} record Fish() implements Pet {}"))
        .contains("Hint: declare the sealed type and all that it permits in one cell");
    assertThat(notes("Pet other = pet;")).isEmpty();
  }

  @Test
  void a_method_that_calls_another_wrongly_is_refused() {
    run("int once(int x) { return x; } int caller() { return once(1); }");
    assertThat(failure("int caller() { return once(1, 2); }"))
        .contains("line 1: method once cannot be applied to given types");
    assertThat(value("caller()")).isEqualTo("1");
    assertThat(failure("class Wrong { int x = once(); }"))
        .contains("method once cannot be applied");
    assertThat(failure("new Wrong()")).contains("cannot find symbol");
  }

  @Test
  void of_two_overloads_one_is_declared_again() {
    run("int twin(int i) { return 1; } int twin(String s) { return 2; }");
    run("double twin(int i) { return 1.5; }");
    assertThat(value("twin(1) + twin(\"a\")")).isEqualTo("3.5");
    run("String twin(String s) { return s; }");
    assertThat(value("twin(1) + twin(\"a\")")).isEqualTo("1.5a");
  }

  @Test
  void a_lambda_that_reads_a_variable_of_another_type_is_named() {
    run("int rate = 1; Supplier<Integer> priced = () -> rate * 2; int computed = rate + 1;");
    assertThat(notes("long rate = 30L;"))
        .contains("Note: rate was declared again; priced goes on with the earlier rate. Run Cell [")
        .doesNotContain("computed");
    assertThat(notes("rate = 31;")).isEmpty();
  }

  @Test
  void what_is_of_an_earlier_class_has_it_as_hint() {
    run("interface Step { int apply(int x); } Step step = x -> 2 * x;");
    run("interface Step { int apply(int x); default Step then(Step s) { return s; } }");
    assertThat(failure("step.then(step)"))
        .contains("Hint: Step was declared again since this object was made")
        .doesNotContain("did you mean");
    run(
        "record Ware(String n) {} List<Ware> wares = new ArrayList<>(List.of(new Ware(\"a\")));"
            + " int total(List<Ware> l) { return l.size(); }");
    run("record Ware(String n, int k) {}");
    assertThat(failure("total(wares)"))
        .contains("Hint: Ware was declared again since this object was made");
  }

  @Test
  void a_type_declared_again_that_waits_for_another_says_so() {
    run("class Later {} Later later = new Later();");
    assertThat(notes("class Later implements Missing {}"))
        .contains("Note: Later can be used once class Missing is declared.");
    run("interface Missing {}");
    assertThat(value("new Later() instanceof Missing")).isEqualTo("true");
  }

  @Test
  void names_go_on_to_mean_what_they_meant_when_a_package_is_imported() {
    run("List<Integer> parts = new ArrayList<>(List.of(1, 2)); class Bag { int n = 3; }");
    run("var bag = new Bag();");
    assertThat(notes("import java.awt.*;")).isEmpty();
    assertThat(value("parts.size() + bag.n")).isEqualTo("5");
    assertThat(value("List<Integer> more = List.of(4);\nmore.get(0) + new Point(1, 2).x"))
        .isEqualTo("5");
    assertThat(session().variables()).anySatisfy(v -> assertThat(v.name()).isEqualTo("parts"));
    run("import java.awt.List;");
    assertThat(value("List.class.getName()")).isEqualTo("java.awt.List");
    run("import java.util.List;");
    assertThat(value("parts.size()")).isEqualTo("2");
  }

  @Test
  void of_a_class_and_an_import_of_one_name_the_later_counts() {
    run("class Optional { int x = 1; } var mine = new Optional();");
    run("import java.util.Optional;");
    assertThat(value("Optional.of(mine.x).get()")).isEqualTo("1");
    run("class Optional { int y = 2; }");
    assertThat(value("new Optional().y + mine.x")).isEqualTo("3");
    run("import java.util.Optional;");
  }

  @Test
  void forgotten_names_are_gone() {
    try (Session own = JavaSession.builder().classPath(TestClassPath.entries()).build()) {
      own.execute(Cell.of("class Gone {} var gone = new Gone(); int n = 1;"), CellOutputs.none());
      own.reset();
      assertThat(own.variables()).isEmpty();
      own.execute(Cell.of("class Gone { int v = 3; } var gone = new Gone();"), CellOutputs.none());
      assertThat(own.evaluate("gone.v", CellOutputs.none()).value()).isPresent();
    }
  }

  private static String notes(String code) {
    RecordingOutputs outputs = new RecordingOutputs();
    assertThat(run(code, outputs).error()).isEmpty();
    return outputs.err();
  }
}
