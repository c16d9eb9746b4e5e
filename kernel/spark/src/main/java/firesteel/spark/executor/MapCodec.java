package firesteel.spark.executor;

import java.util.Map;
import scala.collection.Iterator;
import scala.collection.mutable.LinkedHashMap;

/** A map is Scala's that keeps the order; the one that Spark makes for Java does not. */
public final class MapCodec extends ValueCodec<Map<?, ?>, LinkedHashMap<Object, Object>> {
  private static final long serialVersionUID = 1L;

  private final Class<? extends Map<?, ?>> made;

  /**
   * Makes one.
   *
   * @param made what comes out of a column; has a constructor without parameters
   */
  public MapCodec(Class<? extends Map<?, ?>> made) {
    this.made = made;
  }

  @Override
  LinkedHashMap<Object, Object> toColumn(Map<?, ?> value) {
    LinkedHashMap<Object, Object> map = new LinkedHashMap<>();
    value.forEach(map::put);
    return map;
  }

  @Override
  @SuppressWarnings("unchecked")
  Map<?, ?> fromColumn(LinkedHashMap<Object, Object> value) {
    Map<Object, Object> map = (Map<Object, Object>) NewInstance.of(made);
    Iterator<scala.Tuple2<Object, Object>> entries = value.iterator();
    while (entries.hasNext()) {
      scala.Tuple2<Object, Object> entry = entries.next();
      map.put(entry._1(), entry._2());
    }
    return map;
  }
}
