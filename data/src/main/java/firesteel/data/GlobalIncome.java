package firesteel.data;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Generates {@code global_income}: population, inequality and income of the world's countries, one
 * row for each country and year from 2000 to 2023. Later rows start again with the first country,
 * with other deviations from the same trends.
 *
 * <p>As in files from statistics offices some values are missing (the Gini index and the shares
 * most often, because surveys are rare), some rows consist only of commas, and some texts have a
 * space too many.
 */
final class GlobalIncome {
  private static final int FIRST_YEAR = 2000;
  private static final int LAST_YEAR = 2023;
  private static final int YEARS = LAST_YEAR - FIRST_YEAR + 1;

  private static final List<String> COLUMNS =
      List.of(
          "Country",
          "Year",
          "Population",
          "Gini Index",
          "Average Income (USD)",
          "Top 10% Income Share (%)",
          "Bottom 10% Income Share (%)",
          "Income Group");

  private static final List<String> EMPTY_ROW =
      Arrays.asList(new String[COLUMNS.size()]); // List.of accepts no nulls.

  private final List<Country> countries;

  /** Its algorithm is part of the JDK's specification, so that rows are equal on every JDK. */
  private final Random random;

  private GlobalIncome(List<Country> countries, long seed) {
    this.countries = countries;
    this.random = new Random(seed);
  }

  static Dataset dataset() {
    List<Country> countries = Country.all();
    return new Dataset(
        "global_income",
        "Population, Gini index, average income and income shares of countries, "
            + FIRST_YEAR
            + "-"
            + LAST_YEAR
            + ".",
        COLUMNS,
        (long) countries.size() * YEARS,
        seed -> new GlobalIncome(countries, seed).rows());
  }

  private Stream<List<String>> rows() {
    return LongStream.iterate(0, i -> i + 1).mapToObj(this::row);
  }

  private List<String> row(long index) {
    int place = (int) (index % ((long) countries.size() * YEARS));
    Country country = countries.get(place / YEARS);
    int year = FIRST_YEAR + place % YEARS;
    if (happens(0.002)) {
      return EMPTY_ROW;
    }
    double gini = clamp(giniTrend(country, year) + 0.5 * random.nextGaussian(), 22, 66);
    double top = 14.6 + 0.12 * gini + 0.0071 * gini * gini + 0.4 * random.nextGaussian();
    double bottom = clamp(noisy(9.2 * StrictMath.exp(-0.037 * gini), 0.04), 0.3, 5);
    double population =
        noisy(growth(country.population2000(), country.population2023(), year), 0.001) * 1000;
    double income =
        noisy(growth(country.income2000(), country.income2023(), year) * crisis(year), 0.03);
    boolean noSurvey = happens(0.03);
    return Arrays.asList(
        spaced(country.country(), 0.002),
        Integer.toString(year),
        happens(0.004) ? null : decimal(population, 1),
        noSurvey ? null : decimal(gini, 4),
        happens(0.01) ? null : decimal(income, 4),
        noSurvey || happens(0.01) ? null : decimal(top, 4),
        noSurvey || happens(0.01) ? null : decimal(bottom, 4),
        happens(0.003) ? null : spaced(country.group(), 0.006));
  }

  /**
   * Returns the trend: inequality fell in middle-income countries and rose a little in rich ones.
   */
  private static double giniTrend(Country country, int year) {
    double change =
        switch (country.group()) {
          case "High Income" -> 0.03;
          case "Upper Middle Income" -> -0.14;
          case "Lower Middle Income" -> -0.07;
          default -> -0.03;
        };
    return country.gini() + change * (year - FIRST_YEAR);
  }

  /** Returns a constant yearly growth from the first year's value to the last's. */
  private static double growth(double first, double last, int year) {
    return first * StrictMath.pow(last / first, (year - FIRST_YEAR) / (double) (YEARS - 1));
  }

  private static double crisis(int year) {
    return switch (year) {
      case 2009 -> 0.95;
      case 2015 -> 0.97;
      case 2020 -> 0.94;
      default -> 1;
    };
  }

  private double noisy(double value, double deviation) {
    return value * StrictMath.exp(deviation * random.nextGaussian());
  }

  private String spaced(String text, double probability) {
    if (!happens(probability)) {
      return text;
    }
    return random.nextBoolean() ? text + " " : " " + text;
  }

  private boolean happens(double probability) {
    return random.nextDouble() < probability;
  }

  private static double clamp(double value, double least, double most) {
    return Math.max(least, Math.min(most, value));
  }

  /** Formats exactly: {@code Double.toString}, which BigDecimal.valueOf uses, changed in JDK 19. */
  private static String decimal(double value, int digits) {
    return new BigDecimal(value).setScale(digits, RoundingMode.HALF_UP).toPlainString();
  }
}
