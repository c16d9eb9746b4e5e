package firesteel.charts.plot;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The rows of a chart: the role of each column, and notes about the rows.
 *
 * @param columns the columns of each role that has any; all of one length
 * @param notes what a reader must know: what was cut or left out
 */
record ChartData(Map<Role, List<Column>> columns, int rows, List<String> notes) {
  boolean has(Role role) {
    return columns.containsKey(role);
  }

  /** Returns the first column of a role; null when there is none. */
  Column get(Role role) {
    return has(role) ? columns.get(role).get(0) : null;
  }

  List<Column> all(Role role) {
    return columns.getOrDefault(role, List.of());
  }

  int[] allRows() {
    return IntStream.range(0, rows).toArray();
  }

  /** Returns the data with some of the rows only. */
  ChartData at(int[] kept) {
    if (kept.length == rows) {
      return this;
    }
    Map<Role, List<Column>> fewer = new EnumMap<>(Role.class);
    columns.forEach(
        (role, all) -> fewer.put(role, all.stream().map(column -> column.at(kept)).toList()));
    return new ChartData(fewer, kept.length, notes);
  }

  ChartData noting(String note) {
    List<String> more = new ArrayList<>(notes);
    more.add(note);
    return new ChartData(columns, rows, List.copyOf(more));
  }
}
