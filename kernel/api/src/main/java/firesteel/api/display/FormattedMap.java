package firesteel.api.display;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A read-only map with its own text format: the fields of a struct as {@code {name: value}}, the
 * entries of a Spark map as {@code {key -> value}}.
 */
public final class FormattedMap extends AbstractMap<Object, Object> {
  private final Map<Object, Object> map;
  private final String keyEnd;

  private FormattedMap(Map<Object, Object> map, String keyEnd) {
    this.map = Collections.unmodifiableMap(Objects.requireNonNull(map, "map"));
    this.keyEnd = keyEnd;
  }

  /** Returns a map of the fields of a struct, from name to value. */
  public static FormattedMap ofFields(Map<Object, Object> fields) {
    return new FormattedMap(fields, ": ");
  }

  /** Returns a map that is written as a Spark map. */
  public static FormattedMap ofEntries(Map<Object, Object> entries) {
    return new FormattedMap(entries, " -> ");
  }

  /** The separator between a key and its value. */
  String keyEnd() {
    return keyEnd;
  }

  @Override
  public Set<Map.Entry<Object, Object>> entrySet() {
    return map.entrySet();
  }
}
