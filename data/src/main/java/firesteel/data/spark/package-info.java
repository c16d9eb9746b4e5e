/**
 * Makes datasets of any size with Spark: as a {@code Dataset<Row>}, or as files.
 *
 * <p>The classes that tasks run need nothing but the JDK, Spark and this module's jar, which {@link
 * firesteel.data.spark.DataJar} brings to the executors.
 */
package firesteel.data.spark;
