package firesteel.terminal.chart;

import java.util.Arrays;
import java.util.Locale;

/** Formats the numbers of a list with the same number of decimals. */
final class NumberFormats {
  private static final double LARGE = 1e15;
  private static final int MAX_DECIMALS = 8;
  private static final int EXACT_DECIMALS = 3;
  private static final double SIGNIFICANT = 5e-4;

  private final int decimals;
  private final boolean grouped;

  private NumberFormats(int decimals, boolean grouped) {
    this.decimals = decimals;
    this.grouped = grouped;
  }

  /**
   * Returns the format for values: exact if three decimals are enough, else with the leading digits
   * of the largest.
   */
  static NumberFormats ofValues(double[] values, boolean grouped) {
    double[] finite = Arrays.stream(values).filter(Double::isFinite).toArray();
    double most = Arrays.stream(finite).map(Math::abs).max().orElse(0);
    int exact = decimals(finite, Math.ulp(most) * 8, EXACT_DECIMALS);
    int decimals =
        exact <= EXACT_DECIMALS ? exact : decimals(finite, most * SIGNIFICANT, MAX_DECIMALS);
    return new NumberFormats(most >= LARGE ? MAX_DECIMALS + 1 : decimals, grouped);
  }

  /** Returns the format for the ticks of an axis, given the distance between them. */
  static NumberFormats ofStep(double step, double most, boolean grouped) {
    int decimals = (int) Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
    return new NumberFormats(most >= LARGE ? MAX_DECIMALS + 1 : decimals, grouped);
  }

  /**
   * Returns the fewest decimals with which all values can be written; {@code most + 1} when that
   * many aren't enough.
   */
  private static int decimals(double[] values, double tolerance, int most) {
    for (int decimals = 0; decimals <= most; decimals++) {
      double factor = Math.pow(10, decimals);
      if (Arrays.stream(values)
          .allMatch(v -> Math.abs(v - Math.rint(v * factor) / factor) <= tolerance)) {
        return decimals;
      }
    }
    return most + 1;
  }

  /** Returns a number as text; empty for NaN. */
  String text(double value) {
    if (Double.isNaN(value)) {
      return "";
    }
    if (decimals > MAX_DECIMALS) {
      return String.format(Locale.ROOT, "%.3g", value);
    }
    double shown = value == 0 ? 0 : value; // Without the sign of negative zero.
    return String.format(Locale.ROOT, (grouped ? "%,." : "%.") + decimals + "f", shown);
  }
}
