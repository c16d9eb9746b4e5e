/**
 * SQL in cells: the text is cut into tokens and statements, Java values are bound as parameters,
 * Spark or a database runs it, and errors are put back to where they stand in the cell.
 */
package firesteel.sql;
