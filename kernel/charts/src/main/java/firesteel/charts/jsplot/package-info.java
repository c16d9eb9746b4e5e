/** Reads charts of jsplot, which comes with Tablesaw, as Plotly figures. */
package firesteel.charts.jsplot;
