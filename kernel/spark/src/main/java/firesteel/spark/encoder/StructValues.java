package firesteel.spark.encoder;

import java.util.ArrayList;
import java.util.List;

/**
 * The values of a struct in the order of its encoder's fields: as beans to Spark Connect's client,
 * which finds the columns of beans by name, and those of rows by their position. It calls one
 * setter for all fields, and one getter, in the fields' order. Public for the client alone.
 */
public final class StructValues {
  static final String GETTER = "next";
  static final String SETTER = "add";

  private final List<Object> values = new ArrayList<>();
  private int next;

  /** Without values. */
  public StructValues() {}

  /** The setter. */
  public void add(Object value) {
    values.add(value);
  }

  /** The getter: each call gives the next one. */
  public Object next() {
    return values.get(next++);
  }

  /** The value at a position. */
  Object get(int position) {
    return values.get(position);
  }
}
