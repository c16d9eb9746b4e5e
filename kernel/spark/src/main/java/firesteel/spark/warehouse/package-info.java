/**
 * Tables that outlive the kernel: the definitions of what {@code saveAsTable} and {@code CREATE
 * TABLE} make, in a file beside the tables' data. Spark's own in-memory catalog forgets them, and
 * Hive's, on an embedded Derby, takes one process at a time.
 */
package firesteel.spark.warehouse;
