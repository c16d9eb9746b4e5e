/** Values as rows and columns: reading, statistics, and tables as text and HTML. */
package firesteel.api.table;
