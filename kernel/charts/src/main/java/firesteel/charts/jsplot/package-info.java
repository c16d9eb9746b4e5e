/** Charts of jsplot, which comes with Tablesaw, read as Plotly figures. */
package firesteel.charts.jsplot;
