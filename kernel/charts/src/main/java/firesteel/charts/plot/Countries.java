package firesteel.charts.plot;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds the countries and territories of ISO 3166-1 and Kosovo by code or by English name: the
 * usual names, those of the World Bank, and former ones. Case, accents, punctuation, "the" and
 * blanks around a name don't matter.
 */
public final class Countries {
  private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
  private static final Pattern NO_LETTERS = Pattern.compile("[^a-z0-9]+");
  private static final Pattern FILL_WORDS = Pattern.compile("\\b(the|of|and)\\b");

  /**
   * A country or territory.
   *
   * @param code ISO 3166-1 alpha-3, such as {@code CHE}; Kosovo, which has none, is {@code XKX}
   * @param name its short English name
   * @param continent one of Africa, Asia, Europe, North America, South America, Oceania, Antarctica
   */
  public record Country(String code, String name, String continent) {}

  /** Loaded when the first country is looked up. */
  private static final class Table {
    static final Map<String, Country> BY_NAME = read();

    private static Map<String, Country> read() {
      Map<String, Country> byName = new HashMap<>();
      InputStream file = Countries.class.getResourceAsStream("countries.tsv");
      try (BufferedReader lines =
          new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
        lines.lines().filter(line -> !line.startsWith("#")).forEach(line -> add(line, byName));
      } catch (IOException e) {
        throw new UncheckedIOException("the table of countries can't be read", e);
      }
      return Map.copyOf(byName);
    }

    private static void add(String line, Map<String, Country> byName) {
      String[] parts = line.split("\t");
      Country country = new Country(parts[0], parts[2], parts[3]);
      for (int i : new int[] {0, 1, 2}) {
        byName.put(key(parts[i]), country);
      }
      for (String other : parts.length > 4 ? parts[4].split("\\|") : new String[0]) {
        byName.put(key(other), country);
      }
    }
  }

  private Countries() {}

  /**
   * Finds a country.
   *
   * @param nameOrCode such as {@code Korea, Rep.}, {@code South Korea}, {@code KOR} or {@code KR};
   *     null finds nothing
   */
  public static Optional<Country> find(String nameOrCode) {
    return nameOrCode == null
        ? Optional.empty()
        : Optional.ofNullable(Table.BY_NAME.get(key(nameOrCode)));
  }

  /** Returns the continent of a country by its name or code; null when it is unknown. */
  public static String continent(String nameOrCode) {
    return find(nameOrCode).map(Country::continent).orElse(null);
  }

  private static String key(String name) {
    String plain =
        ACCENTS
            .matcher(Normalizer.normalize(name, Normalizer.Form.NFKD))
            .replaceAll("")
            .toLowerCase(Locale.ROOT)
            .replace("&", " and ")
            .replace("'", "")
            .replace("’", "")
            .replace("st.", "saint ");
    String words = NO_LETTERS.matcher(plain).replaceAll(" ");
    String key = FILL_WORDS.matcher(words).replaceAll(" ").replaceAll(" +", " ").strip();
    if (key.isEmpty()) {
      return words.strip(); // AND is Andorra.
    }
    return key.startsWith("st ") ? "saint " + key.substring(3) : key;
  }
}
