/**
 * What cells add to their class path while the kernel runs, brought to where Spark, Hadoop and JDBC
 * look things up by service, driver or class name.
 */
package firesteel.spark.added;
