/**
 * Provides encoders of Java's types for which Spark has none, records above all, and explains why
 * classes can't be encoded without loss. Code of cells calls it in executors and Spark Connect
 * servers too, as when an Aggregator is asked for its encoders: so these classes are sent there
 * with the classes of cells, and use nothing but the JDK, Spark and {@link
 * firesteel.spark.executor}.
 */
package firesteel.spark.encoder;
