/** Saves charts as files: HTML pages, and pictures that a headless browser draws. */
package firesteel.charts.save;
