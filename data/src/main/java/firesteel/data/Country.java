package firesteel.data;

import com.fasterxml.jackson.databind.ObjectMapper;
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
    // JSON, not CSV: executors have Spark's Jackson, which reads no CSV.
    try (InputStream in = Country.class.getResourceAsStream("countries.json")) {
      return List.of(new ObjectMapper().readValue(in, Country[].class));
    } catch (IOException e) {
      throw new UncheckedIOException("countries.json is not readable in this jar", e);
    }
  }
}
