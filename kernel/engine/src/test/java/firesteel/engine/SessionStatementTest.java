package firesteel.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests what a call that ends with a semicolon shows. */
class SessionStatementTest extends SessionCase {
  private static final String CLASSES =
      "class Maker { int size; Maker size(int s) { size = s; return this; }"
          + " Maker wide(long a, double b, Object... c) { return this; } }"
          + " var maker = new Maker(); var text = new StringBuilder(); List<Integer> items = new ArrayList<>(List.of(5, 6, 7));"
          + " Map<String, Integer> counts = new HashMap<>(Map.of(\"a\", 1));"
          + " Set<String> names = new TreeSet<>(List.of(\"a\"));";

  private static boolean declared;

  /** Declared once: declaring them for each case takes longer than all cases. */
  @BeforeEach
  void declare() {
    if (!declared) {
      value(CLASSES);
      declared = true;
    }
    value("text.setLength(0);");
    value("items.clear(); items.addAll(List.of(5, 6, 7)); counts.clear(); counts.put(\"a\", 1);");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "System.out.printf(\"%d%n\", 3);",
        "System.err.append('x');",
        "text.append(1);",
        "text.append(1L).append(2.5).append(\"x\", 0, 1);",
        "new StringBuilder().append(1);",
        "maker.size(3);",
        "maker.size(3).wide(1L, items.isEmpty() ? 1.0 : 2.0, \"a\", 'b'); // done",
        "items.add(8);",
        "items.remove(0);",
        "items.set(0, 3);",
        "items.addAll(List.of(1));",
        "items.removeIf(x -> x > 3);",
        "Collections.addAll(items, 1, 2);",
        "counts.put(\"a\", 2);",
        "counts.merge(\"a\", 2, Integer::sum);",
        "counts.remove(\"a\");",
        "names.remove(\"a\");",
        "new HashMap<String, List<Integer>>().computeIfAbsent(\"k\", k -> new ArrayList<>()).add(1);"
      })
  void is_nothing_when_it_is_the_receiver_or_tells_of_a_change(String code) {
    assertThat(value(code)).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "items.size(); | 3",
        "items.get(0); | 5",
        "counts.get(\"a\"); | 1",
        "new ArrayDeque<>(items).poll(); | 5",
        "\"abc\".strip(); | abc",
        "BigDecimal.ONE.abs(); | 1",
        "Optional.of(1).or(() -> Optional.of(2)); | Optional[1]",
        "1 + 1; | 2",
        "text.append(1) | 1",
        "items.add(8) | true",
        "counts.put(\"a\", 2) | 1",
        "System.out.printf(\"\") | PrintStream",
        "System.out | PrintStream"
      })
  void is_the_value_else_and_always_without_a_semicolon(String code, String shown) {
    assertThat(value(code)).isEqualTo(shown);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "int waits() { return notThere(); }",
        "class Waits { int f() { return notThere; } }",
        "class WaitsWhole extends NotThere {}",
        "NotThere waitsForAType() { return null; }"
      })
  void is_the_same_behind_a_declaration_that_waits(String declaration) {
    run(declaration);
    assertThat(value("items.add(8);")).isNull();
    assertThat(value("text.append(1);")).isNull();
    assertThat(value("items.get(0);")).isEqualTo("5");
    assertThat(value("items.add(8)")).isEqualTo("true");
  }

  @Test
  void what_is_not_shown_is_no_last_value() {
    value("40 + 2");
    value("new ArrayList<Integer>().add(1);");
    assertThat(value("_")).isEqualTo("42");
  }

  @Test
  void identities_of_objects_are_not_shown() {
    run("class Plain {} record Held(int[] numbers, Runnable task) {}");
    assertThat(value("new Plain()")).isEqualTo("Plain");
    assertThat(value("new Object()")).isEqualTo("Object");
    assertThat(value("(Runnable) () -> {}")).isEqualTo("Runnable");
    assertThat(value("List.of(new Plain())")).isEqualTo("[Plain]");
    assertThat(value("new Held(new int[] {1, 2}, () -> {})"))
        .isEqualTo("Held[numbers=[1, 2], task=Runnable]");
    assertThat(value("new ArrayList<>(List.of(1)).iterator()")).isEqualTo("ArrayList.Itr");
    assertThat(value("new java.util.concurrent.atomic.AtomicReference<>(new Plain())"))
        .isEqualTo("Plain");
    assertThat(value("Map.entry(1, new Plain())")).isEqualTo("1=Plain");
    assertThat(value("new java.util.concurrent.CompletableFuture<Integer>()"))
        .isEqualTo("CompletableFuture[Not completed]");
    assertThat(value("new Object() { int n = 1; }")).isEqualTo("Object");
    assertThat(value("new Runnable() { public void run() {} }")).isEqualTo("Runnable");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Tag.class | class Tag",
        "List.of(Tag.class, int.class) | [class Tag, int]",
        "Map.of(Tag.class, Tag[][].class) | {class Tag=class Tag[][]}",
        "Tag.Inner.class | class Tag$Inner",
        "Optional.of(Tag.class) | Optional[class Tag]",
        "new Class<?>[] {Tag.class} | [class Tag]",
        "Tag.class.getDeclaredConstructors()[0] | public Tag(java.lang.String)",
        "Tag.class.getDeclaredMethod(\"s\") | public java.lang.String Tag.s()",
        "new Wrong(\"no\") | Wrong: no",
        "new IllegalStateException(new Wrong(\"no\")) | java.lang.IllegalStateException: Wrong: no",
      })
  void classes_of_cells_have_the_names_that_cells_give_them(String code, String shown) {
    run("record Tag(String s) { class Inner {} }");
    run("class Wrong extends Exception { Wrong(String message) { super(message); } }");
    assertThat(value(code)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Object o = \"x\"; (Named) o | class java.lang.String cannot be cast to class Named",
        "Object o = new Named[0]; (Named) o | class Named[] cannot be cast to class Named",
        "Object o = (Runnable) () -> {}; (Named) o | a lambda cannot be cast to class Named",
        "Object o = new Object() { int n; }; (Named) o | an anonymous class cannot be cast to class Named",
        "Named.class.getMethod(\"nope\") | Named.nope()",
        "Named.class.getDeclaredConstructor() | Named.<init>()",
        "throw new Exception(\"got \" + new Named(\"x\")); | got Named",
        "throw new Exception(\"got \" + Named.class); | got class Named",
        "Named nothing = null; nothing.s(); | Cannot invoke \"Named.s()\" because \"nothing\" is null",
      })
  void errors_have_the_names_that_cells_give(String code, String message) {
    run("class Named { String s; Named(String s) { this.s = s; } String s() { return s; } }");
    assertThat(run(code).error().orElseThrow().message()).isEqualTo(message);
  }

  @Test
  void an_exception_without_a_name_is_called_as_what_it_extends() {
    assertThat(failure("throw new IllegalStateException(\"mine\") {};"))
        .startsWith("IllegalStateException: mine");
  }
}
