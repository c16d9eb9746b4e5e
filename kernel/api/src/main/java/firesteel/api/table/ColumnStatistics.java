package firesteel.api.table;

import java.util.List;

/**
 * The statistics of the values of one column.
 *
 * @param name of the column
 * @param type of the column; may be empty
 * @param nulls how many values are null
 * @param nans how many are NaN; they count in nothing below but {@code distinct}
 * @param distinct how many different values there are, nulls left out; -1 when that isn't known
 * @param min the least value; null when there is none, or the type has no order
 * @param max the greatest value; null like {@code min}
 * @param mean of numbers; null for other types
 * @param quartiles the three values below which a quarter, a half and three quarters of the values
 *     lie; empty when there are none
 * @param histogram how many values lie in each of as many ranges of equal width between {@code min}
 *     and {@code max}; empty when they are no numbers
 */
public record ColumnStatistics(
    String name,
    String type,
    long nulls,
    long nans,
    long distinct,
    Object min,
    Object max,
    Number mean,
    List<Object> quartiles,
    List<Long> histogram) {
  /** How many ranges a histogram has. */
  public static final int RANGES = 12;

  public ColumnStatistics {
    quartiles = List.copyOf(quartiles);
    histogram = List.copyOf(histogram);
  }
}
