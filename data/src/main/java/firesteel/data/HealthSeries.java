package firesteel.data;

import firesteel.data.HealthWorld.Area;
import firesteel.data.HealthWorld.Indicator;
import firesteel.data.HealthWorld.Kind;

/** Computes the values of one indicator in one area over the years, before any of them is lost. */
final class HealthSeries {
  static final int FIRST_YEAR = 1960;
  static final int LAST_YEAR = 2023;
  static final int YEARS = LAST_YEAR - FIRST_YEAR + 1;

  private static final int STREAM = 10;
  private static final int BASE_YEAR = 2020;

  /** A fifth of the areas has figures from so many years earlier. */
  private static final int EARLIER = 25;

  /** Incomes between which indicators go from the value of poor to that of rich countries. */
  private static final double POOR_INCOME = StrictMath.log(150);

  private static final double RICH_INCOME = StrictMath.log(90_000);

  private HealthSeries() {}

  /**
   * Returns a value for each year from 1960, null before there are figures.
   *
   * @param key the same for all indicators of one family in one area
   */
  static Double[] values(long seed, long key, Area area, Indicator indicator) {
    RowRandom random = new RowRandom(seed, key, STREAM);
    double deviation = indicator.spread() * random.nextGaussian();
    int start = indicator.firstYear() - (random.happens(0.2) ? EARLIER : 0);
    Line population = Line.logarithm(area.population2000(), area.population2023());
    Line income = Line.logarithm(area.income2000(), area.income2023());
    Double[] values = new Double[YEARS];
    for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
      // Drawn for each year, so that a family has the same deviations whenever it starts.
      double noise = indicator.noise() * random.nextGaussian();
      if (year >= start) {
        double value =
            indicator.kind() == Kind.POPULATION
                ? 1_000 * StrictMath.exp(population.at(year))
                : value(indicator, year, income.at(year), deviation + noise);
        values[year - FIRST_YEAR] = rounded(value, indicator.digits());
      }
    }
    return values;
  }

  private static double value(Indicator indicator, int year, double income, double deviation) {
    if (indicator.kind() == Kind.INCOME) {
      return StrictMath.exp(income + deviation);
    }
    double rich = clamp((income - POOR_INCOME) / (RICH_INCOME - POOR_INCOME), 0, 1);
    double change = indicator.trend() * (year - BASE_YEAR) + deviation;
    if (indicator.kind() == Kind.GEOMETRIC) {
      double poorest = StrictMath.log(indicator.poor());
      return StrictMath.exp(poorest + rich * (StrictMath.log(indicator.rich()) - poorest) + change);
    }
    double pandemic = year == 2020 || year == 2021 ? indicator.pandemic() : 0;
    double value =
        indicator.poor() + rich * (indicator.rich() - indicator.poor()) + change + pandemic;
    return clamp(value, 0.5, indicator.kind() == Kind.PERCENT ? 99.5 : Double.MAX_VALUE);
  }

  private static double clamp(double value, double least, double most) {
    return Math.max(least, Math.min(most, value));
  }

  private static double rounded(double value, int digits) {
    double scale = digits == 0 ? 1 : 10;
    return Math.round(value * scale) / scale;
  }

  /** A straight line through the values of 2000 and 2023. */
  private record Line(double in2000, double slope) {
    static Line logarithm(double in2000, double in2023) {
      double first = StrictMath.log(in2000);
      return new Line(first, (StrictMath.log(in2023) - first) / 23);
    }

    double at(int year) {
      return in2000 + slope * (year - 2000);
    }
  }
}
