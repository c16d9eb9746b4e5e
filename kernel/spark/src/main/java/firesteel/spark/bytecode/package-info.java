/** Changes the compiled code of cells. */
package firesteel.spark.bytecode;
