/**
 * Makes what cells add to their class path while the kernel runs known to Spark, Hadoop and JDBC,
 * which look things up by service, driver or class name.
 */
package firesteel.spark.added;
