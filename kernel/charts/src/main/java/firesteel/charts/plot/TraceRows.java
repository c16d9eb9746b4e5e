package firesteel.charts.plot;

/**
 * The rows of one trace.
 *
 * @param rows may be none: animated and multiplied charts have a trace for each series everywhere
 * @param legend whether this trace is the one of its series that stands in the legend
 */
record TraceRows(int[] rows, Series series, Panel panel, boolean legend) {}
