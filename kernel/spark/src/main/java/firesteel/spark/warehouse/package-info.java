/**
 * Keeps tables beyond the kernel's life: stores the definitions that {@code saveAsTable} and {@code
 * CREATE TABLE} make in a file beside the tables' data. Spark's own in-memory catalog forgets them,
 * and Hive's, on an embedded Derby, allows only one process at a time.
 */
package firesteel.spark.warehouse;
