package firesteel.spark.closure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ImmutableValuesTest {
  record Point(int x, String name, DayOfWeek day, BigDecimal price) {}

  record Holder(List<String> names) {}

  static Stream<Object> immutable() {
    return Stream.of(
        1,
        "a",
        LocalDate.EPOCH,
        DayOfWeek.MONDAY,
        List.of("a", 2),
        Set.of(1),
        Map.of("a", LocalDate.EPOCH),
        new Point(1, "a", DayOfWeek.MONDAY, BigDecimal.ONE));
  }

  static Stream<Object> readable() {
    return Stream.of(
        new int[] {1},
        Arguments.of((Object) new String[] {"a", null}),
        new ArrayList<>(List.of("a")),
        Arrays.asList(1, 2),
        new HashMap<>(Map.of("a", 1)));
  }

  static Stream<Object> neither() {
    return Stream.of(
        new AtomicInteger(),
        List.of(new ArrayList<>()),
        Map.of("a", new int[1]),
        new Holder(List.of()),
        new LinkedHashMap<>(16, 0.75f, true),
        new TreeMap<>(String.CASE_INSENSITIVE_ORDER),
        Collections.unmodifiableList(new ArrayList<>()),
        new ArrayList<>(List.of(new int[1])),
        new int[][] {{1}},
        new ArrayList<>() {},
        new Object());
  }

  @ParameterizedTest
  @MethodSource("immutable")
  void nobody_can_change(Object value) {
    assertThat(ImmutableValues.contains(value)).isTrue();
  }

  @ParameterizedTest
  @MethodSource("readable")
  void stays_the_same_when_it_is_only_read(Object value) {
    assertThat(ImmutableValues.contains(value)).isFalse();
    assertThat(ImmutableValues.isReadable(value)).isTrue();
  }

  @ParameterizedTest
  @MethodSource("neither")
  void may_change_without_a_sign(Object value) {
    assertThat(ImmutableValues.contains(value)).isFalse();
    assertThat(ImmutableValues.isReadable(value)).isFalse();
  }
}
