package firesteel.api.display;

import java.lang.reflect.Array;
import java.util.AbstractList;

/** An array of any kind, those of primitives too, as a list; it is not copied. */
public final class ArrayItems extends AbstractList<Object> {
  private final Object array;

  /**
   * Makes the list.
   *
   * @throws IllegalArgumentException when it is no array
   */
  public ArrayItems(Object array) {
    Array.getLength(array);
    this.array = array;
  }

  @Override
  public Object get(int index) {
    return Array.get(array, index);
  }

  @Override
  public int size() {
    return Array.getLength(array);
  }
}
