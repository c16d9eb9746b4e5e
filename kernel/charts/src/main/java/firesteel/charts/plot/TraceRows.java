package firesteel.charts.plot;

/**
 * The rows of one trace.
 *
 * @param rows the indexes of the rows; may be none, because charts with frames or facets have a
 *     trace for each series everywhere
 * @param legend whether this trace of its series is the one in the legend
 */
record TraceRows(int[] rows, Series series, Panel panel, boolean legend) {}
