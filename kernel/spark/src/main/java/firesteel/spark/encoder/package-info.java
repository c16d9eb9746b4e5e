/**
 * Encoders of Java's types, records above all, for which Spark has none; and the words for classes
 * of which nothing would be kept.
 */
package firesteel.spark.encoder;
