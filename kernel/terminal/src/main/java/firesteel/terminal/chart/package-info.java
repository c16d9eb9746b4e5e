/** Plotly figures drawn with characters. */
package firesteel.terminal.chart;
