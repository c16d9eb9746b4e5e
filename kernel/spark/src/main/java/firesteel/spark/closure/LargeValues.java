package firesteel.spark.closure;

import firesteel.spark.executor.EncodedValue;

/** A way for large values: one copy a JVM, and none again while they stay the same. */
public interface LargeValues {
  /**
   * Sends a value on its way.
   *
   * @param key the variable's class and name
   * @param bytes the value, serialized
   */
  EncodedValue send(String key, byte[] bytes);
}
