/** Charts in one line: {@link firesteel.charts.plot.Plot} makes Plotly figures of tables. */
package firesteel.charts.plot;
