/** Charts as files: HTML pages, and pictures that a browser without a window draws. */
package firesteel.charts.save;
