package firesteel.api.display;

import java.lang.reflect.Array;
import java.util.AbstractList;

/** A list view of an array of any component type, primitives included. */
public final class ArrayItems extends AbstractList<Object> {
  private final Object array;

  /**
   * Creates the view.
   *
   * @throws IllegalArgumentException when the value is not an array
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
