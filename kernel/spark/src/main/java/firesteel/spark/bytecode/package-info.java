/** Changes to the compiled code of cells. */
package firesteel.spark.bytecode;
