/** Charts: Plotly figures, and how they are shown and saved. */
package firesteel.charts;
