/** What charts are made of: kinds, options and columns; what draws them is an extension. */
package firesteel.api.chart;
