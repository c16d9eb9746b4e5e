/**
 * Supports notebook code inside Spark's tasks, in the driver's JVM and in those of executors.
 * Executors have no jar of Firesteel: they load these classes, one by one, from the folder of the
 * notebook's own classes. So these classes use nothing but the JDK, Spark and each other.
 */
package firesteel.spark.executor;
