/**
 * Runs SQL in cells: splits the text into tokens and statements, binds Java values as parameters,
 * runs it with Spark or a database, and maps errors to their places in the cell.
 */
package firesteel.sql;
