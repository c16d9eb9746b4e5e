/** Converts Spark's Datasets to Tablesaw's tables, column by column, and back. */
package firesteel.tables;
