package firesteel.data;

import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;

/** The monthly files of one service, and their layouts. */
final class TaxiFiles {
  private final List<String> names;
  private final List<TaxiLayout> layouts;

  /**
   * Creates the files.
   *
   * @param service such as {@code yellow}
   * @param layouts by their first months; the first begins with month 0
   */
  TaxiFiles(String service, TaxiLayout... layouts) {
    this.layouts = List.of(layouts);
    names =
        IntStream.range(0, TaxiCalendar.MONTHS)
            .mapToObj(TaxiCalendar.FIRST_MONTH::plusMonths)
            .map(month -> name(service, month))
            .toList();
  }

  private static String name(String service, YearMonth month) {
    String year = month.toString().substring(0, 4);
    String number = month.toString().substring(5);
    return service + "/" + year + "/" + number + "/" + service + "_tripdata_" + month + ".parquet";
  }

  /** Returns the path of a month's file. */
  String name(int month) {
    return names.get(month);
  }

  /** Returns the layout of a month's file. */
  TaxiLayout layout(int month) {
    TaxiLayout found = layouts.get(0);
    for (TaxiLayout layout : layouts) {
      if (layout.firstMonth() <= month) {
        found = layout;
      }
    }
    return found;
  }

  /**
   * Returns the columns of a file.
   *
   * @throws IllegalArgumentException when there is no such file
   */
  List<Column> columns(String file) {
    int month = names.indexOf(file);
    if (month < 0) {
      throw new IllegalArgumentException(
          "There is no file '" + file + "'; the first is '" + names.get(0) + "'.");
    }
    return layout(month).columns();
  }
}
