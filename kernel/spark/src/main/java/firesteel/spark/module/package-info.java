/**
 * The parts of Spark and of its surroundings that the jars of a kernel lack: what an error of
 * theirs looks like, the line that brings them, and which of them were built for another Spark.
 */
package firesteel.spark.module;
