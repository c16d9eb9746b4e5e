/**
 * Helps with modules of Spark and related libraries that a kernel's jars lack: recognizes the
 * errors, suggests the line that adds the module, and detects jars built for another Spark.
 */
package firesteel.spark.module;
