package firesteel.data;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * The data from which the income figures of a country are generated; rounded values of the
 * magnitude that the World Bank publishes, with its names.
 *
 * @param country its name
 * @param group its income group
 * @param population2000 thousands of people in 2000
 * @param population2023 thousands of people in 2023
 * @param gini the Gini index in 2000, from 0 to 100
 * @param income2000 average yearly income in 2000, US dollars
 * @param income2023 average yearly income in 2023, US dollars
 */
record Country(
    String country,
    String group,
    double population2000,
    double population2023,
    double gini,
    double income2000,
    double income2023) {

  /** Returns all countries, by name. */
  static List<Country> all() {
    CsvSchema header = CsvSchema.emptySchema().withHeader();
    try (InputStream in = Country.class.getResourceAsStream("countries.csv");
        MappingIterator<Country> countries =
            new CsvMapper().readerFor(Country.class).with(header).readValues(in)) {
      return List.copyOf(countries.readAll());
    } catch (IOException e) {
      throw new UncheckedIOException("countries.csv is not readable in this jar", e);
    }
  }
}
