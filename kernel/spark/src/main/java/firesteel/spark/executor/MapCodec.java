package firesteel.spark.executor;

import java.util.Map;
import scala.collection.Iterator;
import scala.collection.immutable.VectorMap;
import scala.collection.immutable.VectorMap$;
import scala.collection.mutable.Builder;

/** Stores a map as a Scala map that keeps the order; the one that Spark makes for Java does not. */
public final class MapCodec extends ValueCodec<Map<?, ?>, VectorMap<Object, Object>> {
  private static final long serialVersionUID = 1L;

  private final Class<? extends Map<?, ?>> made;

  /**
   * Creates a codec.
   *
   * @param made the class of maps read from a column; has a constructor without parameters
   */
  public MapCodec(Class<? extends Map<?, ?>> made) {
    this.made = made;
  }

  @Override
  VectorMap<Object, Object> toColumn(Map<?, ?> value) {
    Builder<scala.Tuple2<Object, Object>, VectorMap<Object, Object>> map =
        VectorMap$.MODULE$.newBuilder();
    value.forEach((key, held) -> map.addOne(new scala.Tuple2<>(key, held)));
    return map.result();
  }

  @Override
  @SuppressWarnings("unchecked")
  Map<?, ?> fromColumn(VectorMap<Object, Object> value) {
    Map<Object, Object> map = (Map<Object, Object>) NewInstance.of(made);
    Iterator<scala.Tuple2<Object, Object>> entries = value.iterator();
    while (entries.hasNext()) {
      scala.Tuple2<Object, Object> entry = entries.next();
      map.put(entry._1(), entry._2());
    }
    return map;
  }
}
