/** Shows Tablesaw's tables in notebooks. */
package firesteel.charts.tablesaw;
