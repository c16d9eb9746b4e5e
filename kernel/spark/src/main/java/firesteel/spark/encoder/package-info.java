/**
 * Encoders of Java's types, records above all, for which Spark has none; and the words for classes
 * of which nothing would be kept. Code of cells calls it in executors and Spark Connect servers
 * too, as when an Aggregator is asked for its encoders: so what it calls goes there with the
 * classes of cells, and uses nothing but the JDK, Spark and {@link firesteel.spark.executor}.
 */
package firesteel.spark.encoder;
