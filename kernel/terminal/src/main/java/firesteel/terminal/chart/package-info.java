/** Draws Plotly figures with characters. */
package firesteel.terminal.chart;
