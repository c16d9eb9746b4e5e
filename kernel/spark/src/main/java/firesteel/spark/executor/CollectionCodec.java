package firesteel.spark.executor;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Stores a collection as a list. */
public final class CollectionCodec extends ValueCodec<Iterable<?>, List<?>> {
  private static final long serialVersionUID = 1L;

  private final Class<? extends Collection<?>> made;

  /**
   * Creates a codec.
   *
   * @param made the class of collections read from a column; has a constructor without parameters
   */
  public CollectionCodec(Class<? extends Collection<?>> made) {
    this.made = made;
  }

  @Override
  List<?> toColumn(Iterable<?> value) {
    if (value instanceof List<?> list) {
      return list;
    }
    List<Object> list = new ArrayList<>();
    value.forEach(list::add);
    return list;
  }

  @Override
  @SuppressWarnings("unchecked")
  Iterable<?> fromColumn(List<?> value) {
    Collection<Object> collection = (Collection<Object>) NewInstance.of(made);
    collection.addAll(value);
    return collection;
  }
}
