/**
 * Draws charts of tables in one line: {@link firesteel.charts.plot.Plot} creates Plotly figures.
 */
package firesteel.charts.plot;
