package firesteel.spark.closure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EscapeAnalysisTest extends NotebookCodeCase {
  private static final String DECLARATIONS =
      """
      interface F extends java.util.function.Function<Object, Object>, java.io.Serializable {}
      Map<String, Integer> map = new HashMap<>();
      List<Integer> list = new ArrayList<>();
      int[] array = {1, 2};
      Map<String, Integer> other;
      int sum(Iterable<Integer> numbers) { int s = 0; for (int n : numbers) s += n; return s; }
      class Holder { Object held; }
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "map.get(x)",
        "map.getOrDefault(\"a\", 0) + map.size()",
        "map == null ? 1 : map.containsKey(x)",
        "{ var local = map; return local.get(x); }",
        "{ int s = 0; for (int n : list) s += n; return s; }",
        "{ int s = 0; for (var e : map.entrySet()) s += e.getKey().length() + e.getValue(); return s; }",
        "{ int s = 0; for (String key : map.keySet()) s += map.get(key); return s; }",
        "list.stream().mapToInt(n -> n).sum()",
        "array[1] + array.length",
        "((Map<?, ?>) map).get(x)",
        "map.values().size()",
      })
  void reading_is_not_handing_on(String body) throws Exception {
    assertThat(mayEscape(body)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "map.put(\"a\", 1)",
        "map.keySet().remove(x)",
        "map.equals(x)",
        "map == x",
        "map",
        "array[0]++",
        "array.clone()",
        "sum(list)",
        "new ArrayList<>(list)",
        "other = map",
        "{ new Holder().held = map; return 1; }",
        "((F) y -> map).apply(x)",
        "{ var local = map; F f = y -> local.get(y); return f.apply(x); }",
        "{ for (var e : map.entrySet()) e.setValue(2); return 1; }",
        "map.entrySet().stream().count()",
        "{ var i = list.iterator(); i.next(); i.remove(); return 1; }",
        "{ synchronized (map) { return 1; } }",
        "(x == null ? map : other).put(\"a\", 1)",
        "{ Object[] all = {map}; return all.length; }",
        "String.valueOf(list)",
      })
  void all_else_is(String body) throws Exception {
    assertThat(mayEscape(body)).isTrue();
  }

  @Test
  void what_a_method_that_is_called_does_counts() throws Exception {
    run(DECLARATIONS);
    run("int grow() { map.put(\"a\", 1); return map.get(\"a\"); }");
    run("F f = x -> grow();");
    assertThat(handedOnFrom("f")).isTrue();
  }

  private boolean mayEscape(String body) throws Exception {
    run(DECLARATIONS);
    run("F f = x -> " + body + ";");
    return handedOnFrom("f");
  }

  private boolean handedOnFrom(String variable) throws Exception {
    Reachability reached = reachedFrom(variable);
    return reached.reads().keySet().stream().anyMatch(reached::mayEscape);
  }
}
