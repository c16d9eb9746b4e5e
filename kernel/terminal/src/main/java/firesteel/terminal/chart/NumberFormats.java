package firesteel.terminal.chart;

import java.util.Arrays;
import java.util.Locale;

/** Writes numbers as text, all of a list with as many decimals. */
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

  /** For values: exact if three decimals are enough, else the leading digits of the largest. */
  static NumberFormats ofValues(double[] values, boolean grouped) {
    double[] finite = Arrays.stream(values).filter(Double::isFinite).toArray();
    double most = Arrays.stream(finite).map(Math::abs).max().orElse(0);
    int exact = decimals(finite, Math.ulp(most) * 8, EXACT_DECIMALS);
    int decimals =
        exact <= EXACT_DECIMALS ? exact : decimals(finite, most * SIGNIFICANT, MAX_DECIMALS);
    return new NumberFormats(most >= LARGE ? MAX_DECIMALS + 1 : decimals, grouped);
  }

  /** For the ticks of an axis, which are so far apart. */
  static NumberFormats ofStep(double step, double most, boolean grouped) {
    int decimals = (int) Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
    return new NumberFormats(most >= LARGE ? MAX_DECIMALS + 1 : decimals, grouped);
  }

  /** The fewest decimals that all values can be written with; one more than most when none. */
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

  /** A number; nothing for NaN. */
  String text(double value) {
    if (Double.isNaN(value)) {
      return "";
    }
    if (decimals > MAX_DECIMALS) {
      return String.format(Locale.ROOT, "%.3g", value);
    }
    double shown = value == 0 ? 0 : value; // Without the sign of a negative zero.
    return String.format(Locale.ROOT, (grouped ? "%,." : "%.") + decimals + "f", shown);
  }
}
