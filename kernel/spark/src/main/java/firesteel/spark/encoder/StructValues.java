package firesteel.spark.encoder;

import java.util.ArrayList;
import java.util.List;

/**
 * Holds the values of a struct in the order of its encoder's fields. For Spark Connect's client it
 * is a bean, because the client finds the columns of beans by name, and those of rows by position.
 * The client calls one setter for all fields, and one getter, in the fields' order. Public only for
 * the client.
 */
public final class StructValues {
  static final String GETTER = "next";
  static final String SETTER = "add";

  private final List<Object> values = new ArrayList<>();
  private int next;

  /** Creates it without values. */
  public StructValues() {}

  /** Adds the next value: the setter of all fields. */
  public void add(Object value) {
    values.add(value);
  }

  /** Returns the next value at each call: the getter of all fields. */
  public Object next() {
    return values.get(next++);
  }

  /** Returns the value at a position. */
  Object get(int position) {
    return values.get(position);
  }
}
