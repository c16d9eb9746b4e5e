package firesteel.api.display;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A map that says how it is written: the fields of a struct as {@code {name: value}}, the entries
 * of a map of Spark's as {@code {key -> value}}. Can't be changed.
 */
public final class FormattedMap extends AbstractMap<Object, Object> {
  private final Map<Object, Object> map;
  private final String keyEnd;

  private FormattedMap(Map<Object, Object> map, String keyEnd) {
    this.map = Collections.unmodifiableMap(Objects.requireNonNull(map, "map"));
    this.keyEnd = keyEnd;
  }

  /** The fields of a struct, from their names to their values. */
  public static FormattedMap ofFields(Map<Object, Object> fields) {
    return new FormattedMap(fields, ": ");
  }

  /** The entries of a map. */
  public static FormattedMap ofEntries(Map<Object, Object> entries) {
    return new FormattedMap(entries, " -> ");
  }

  /** What stands between a key and its value. */
  String keyEnd() {
    return keyEnd;
  }

  @Override
  public Set<Map.Entry<Object, Object>> entrySet() {
    return map.entrySet();
  }
}
