package firesteel.data;

import static firesteel.data.ColumnType.DOUBLE;
import static firesteel.data.ColumnType.INTEGER;
import static firesteel.data.ColumnType.LONG;
import static firesteel.data.ColumnType.STRING;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Generates {@code income}: population, inequality and income of the world's countries, one row for
 * each country and year from 2000 to 2023. Later rows start again with the first country, with
 * other deviations from the same trends.
 *
 * <p>As in files from statistics offices some values are missing (the Gini index and the shares
 * most often, because surveys are rare), some rows consist only of commas, and some texts have a
 * space too many.
 *
 * <p>The rows of one pass through all countries and years are drawn together, from one sequence of
 * random numbers; each thread keeps the pass that it used last.
 */
final class GlobalIncome implements Dataset {
  private static final int FIRST_YEAR = 2000;
  private static final int LAST_YEAR = 2023;
  private static final int YEARS = LAST_YEAR - FIRST_YEAR + 1;

  private static final List<Column> COLUMNS =
      List.of(
          new Column(
              "Country",
              STRING,
              "The country's name, as the World Bank writes it.",
              "0.2 % have a space before or after."),
          Column.clean("Year", INTEGER, FIRST_YEAR + " to " + LAST_YEAR + "."),
          new Column(
              "Population",
              DOUBLE,
              "People; grows evenly from the real figure of 2000 to that of 2023.",
              "0.4 % missing."),
          new Column(
              "Gini Index",
              DOUBLE,
              "Inequality of incomes, 22 to 66; falls in middle-income countries.",
              "3 % missing, together with both shares."),
          new Column(
              "Average Income (USD)",
              DOUBLE,
              "US dollars a year; grows evenly, with setbacks in 2009, 2015 and 2020.",
              "1 % missing."),
          new Column(
              "Top 10% Income Share (%)",
              DOUBLE, "Share of all income, percent; follows the Gini index.", "4 % missing."),
          new Column(
              "Bottom 10% Income Share (%)",
              DOUBLE, "Share of all income, percent; follows the Gini index.", "4 % missing."),
          new Column(
              "Income Group",
              STRING,
              "Low, Lower Middle, Upper Middle or High Income.",
              "0.3 % missing; 0.6 % have a space before or after."));

  private static final List<Column> TRUTH_COLUMNS =
      Stream.concat(
              Stream.of(
                  Column.clean("row", LONG, "The row's number."),
                  Column.clean("copy_of", LONG, "Always null: no row repeats another.")),
              COLUMNS.stream().map(c -> Column.clean(c.name(), c.type(), c.description())))
          .toList();

  private record Pass(long seed, long number, Object[][] rows, Object[][] truths) {}

  private final List<Country> countries = Country.all();
  private final ThreadLocal<Pass> lastPass = new ThreadLocal<>();

  @Override
  public String name() {
    return "income";
  }

  @Override
  public String description() {
    return "Population, Gini index, average income and income shares of countries, "
        + FIRST_YEAR
        + "-"
        + LAST_YEAR
        + ".";
  }

  @Override
  public List<Column> columns() {
    return COLUMNS;
  }

  @Override
  public long sampleRows() {
    return (long) countries.size() * YEARS;
  }

  @Override
  public Object[] row(long seed, long row) {
    return pass(seed, row).rows()[(int) (row % sampleRows())].clone();
  }

  @Override
  public List<Column> truthColumns() {
    return TRUTH_COLUMNS;
  }

  @Override
  public Object[] truth(long seed, long row) {
    Object[] truth = pass(seed, row).truths()[(int) (row % sampleRows())].clone();
    truth[0] = row;
    return truth;
  }

  @Override
  public String publishedFile(long seed, long row) {
    return "global_income.csv";
  }

  private Pass pass(long seed, long row) {
    long number = row / sampleRows();
    Pass pass = lastPass.get();
    if (pass == null || pass.seed() != seed || pass.number() != number) {
      pass = newPass(seed, number);
      lastPass.set(pass);
    }
    return pass;
  }

  private Pass newPass(long seed, long number) {
    // Random's algorithm is part of the JDK's specification, so that rows are equal on every JDK.
    Random random = new Random(number == 0 ? seed : new RowRandom(seed, number, 0).nextLong());
    int size = (int) sampleRows();
    Pass pass = new Pass(seed, number, new Object[size][], new Object[size][]);
    for (int i = 0; i < size; i++) {
      draw(random, countries.get(i / YEARS), FIRST_YEAR + i % YEARS, pass, i);
    }
    return pass;
  }

  private static void draw(Random random, Country country, int year, Pass pass, int index) {
    if (random.nextDouble() < 0.002) {
      pass.rows()[index] = new Object[COLUMNS.size()];
      Object[] truth = new Object[TRUTH_COLUMNS.size()];
      truth[2] = country.country();
      truth[3] = year;
      pass.truths()[index] = truth;
      return;
    }
    double gini = clamp(giniTrend(country, year) + 0.5 * random.nextGaussian(), 22, 66);
    double top = 14.6 + 0.12 * gini + 0.0071 * gini * gini + 0.4 * random.nextGaussian();
    double bottom = clamp(noisy(random, 9.2 * StrictMath.exp(-0.037 * gini), 0.04), 0.3, 5);
    double population =
        noisy(random, growth(country.population2000(), country.population2023(), year), 0.001)
            * 1000;
    double income =
        noisy(
            random, growth(country.income2000(), country.income2023(), year) * crisis(year), 0.03);
    boolean noSurvey = happens(random, 0.03);
    pass.rows()[index] =
        new Object[] {
          spaced(random, country.country(), 0.002),
          year,
          happens(random, 0.004) ? null : rounded(population, 1),
          noSurvey ? null : rounded(gini, 4),
          happens(random, 0.01) ? null : rounded(income, 4),
          noSurvey || happens(random, 0.01) ? null : rounded(top, 4),
          noSurvey || happens(random, 0.01) ? null : rounded(bottom, 4),
          happens(random, 0.003) ? null : spaced(random, country.group(), 0.006)
        };
    pass.truths()[index] =
        new Object[] {
          null,
          null,
          country.country(),
          year,
          rounded(population, 1),
          rounded(gini, 4),
          rounded(income, 4),
          rounded(top, 4),
          rounded(bottom, 4),
          country.group()
        };
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

  private static double noisy(Random random, double value, double deviation) {
    return value * StrictMath.exp(deviation * random.nextGaussian());
  }

  private static String spaced(Random random, String text, double probability) {
    if (!happens(random, probability)) {
      return text;
    }
    return random.nextBoolean() ? text + " " : " " + text;
  }

  private static boolean happens(Random random, double probability) {
    return random.nextDouble() < probability;
  }

  private static double clamp(double value, double least, double most) {
    return Math.max(least, Math.min(most, value));
  }

  /** Rounds the exact value of a double, so that the result is the same on every JDK. */
  private static double rounded(double value, int digits) {
    return new BigDecimal(value).setScale(digits, RoundingMode.HALF_UP).doubleValue();
  }
}
