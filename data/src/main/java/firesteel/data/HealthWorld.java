package firesteel.data;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The areas and indicators of {@code health}, as {@code health.json} has them.
 *
 * @param codes the codes of countries by their names
 * @param aggregates groups of countries
 * @param indicators the indicators, by name
 */
record HealthWorld(Map<String, String> codes, List<Area> aggregates, List<Indicator> indicators) {

  /** A country or a group of countries; population in thousands, income in US dollars a year. */
  record Area(
      String name,
      String code,
      double population2000,
      double population2023,
      double income2000,
      double income2023) {}

  /** How an indicator follows from income and time. */
  enum Kind {
    /** Between the values of poor and rich countries in proportion to the logarithm of income. */
    LINEAR,
    /** The same, from 0 to 100. */
    PERCENT,
    /** The same for the logarithm of the value. */
    GEOMETRIC,
    /** The number of people. */
    POPULATION,
    /** The income itself. */
    INCOME
  }

  /**
   * One indicator.
   *
   * @param poor its value in the poorest countries in 2020
   * @param rich its value in the richest countries in 2020
   * @param trend its change a year; of its logarithm when geometric
   * @param family indicators of one family deviate together, as those of women and of all people
   * @param spread how far countries are from the trend
   * @param noise how far years are from the trend
   * @param firstYear the first year that most countries report
   * @param digits decimals
   * @param missing the share of years without a value
   * @param pandemic what 2020 and 2021 add
   */
  record Indicator(
      String code,
      String name,
      Kind kind,
      double poor,
      double rich,
      double trend,
      String family,
      double spread,
      double noise,
      int firstYear,
      int digits,
      double missing,
      double pandemic) {}

  static HealthWorld load() {
    return JsonResource.read("health.json", HealthWorld.class);
  }

  /** Returns the groups of countries, then the countries, by name: the order of the real file. */
  List<Area> areas() {
    Stream<Area> countries =
        Country.all().stream()
            .map(
                country ->
                    new Area(
                        country.country(),
                        codes.get(country.country()),
                        country.population2000(),
                        country.population2023(),
                        country.income2000(),
                        country.income2023()));
    return Stream.concat(
            aggregates.stream().sorted(Comparator.comparing(Area::name)),
            countries.sorted(Comparator.comparing(Area::name)))
        .toList();
  }
}
