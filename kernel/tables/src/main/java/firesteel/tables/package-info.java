/** Spark's Datasets as Tablesaw's tables, column by column, and back. */
package firesteel.tables;
