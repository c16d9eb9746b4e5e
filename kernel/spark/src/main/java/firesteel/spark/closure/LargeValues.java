package firesteel.spark.closure;

import firesteel.spark.executor.EncodedValue;

/** Sends large values: once for each JVM, and again only when they have changed. */
public interface LargeValues {
  /**
   * Sends a value.
   *
   * @param key the variable's class and name
   * @param bytes the value, serialized
   */
  EncodedValue send(String key, byte[] bytes);
}
