package firesteel.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReviewsTest {
  private static final int ID = 2;
  private static final int TITLE = 5;
  private static final int STARS = 6;
  private static final int HEADLINE = 11;
  private static final int BODY = 12;
  private static final int DATE = 13;
  private static final int YEAR = 14;
  private static final int CATEGORY = 15;
  private static final long SEED = Dataset.SAMPLE_SEED;

  private final Dataset dataset = new Reviews();

  @Test
  void files_are_partitions_by_category_and_lack_its_column() {
    for (long row = 0; row < 500; row++) {
      String file = dataset.publishedFile(SEED, row);
      Object[] values = dataset.row(SEED, row);
      assertThat(file).isEqualTo("product_category=" + values[CATEGORY] + "/part-0.parquet");
      assertThat(dataset.publishedColumns(file).stream().map(Column::name))
          .hasSize(15)
          .doesNotContain("product_category");
      assertThat(dataset.publishedRow(SEED, row)).isEqualTo(Arrays.copyOf(values, 15));
    }
    assertThat(dataset.partitionColumns()).containsExactly("product_category");
  }

  @Test
  void most_reviews_are_of_books_and_years_grow() {
    Map<Object, Long> categories = counts(row -> row[CATEGORY]);
    assertThat(categories.keySet())
        .isEqualTo(Set.of("Books", "Music", "Kitchen", "Toys", "Video_Games"));
    assertThat(categories.get("Books")).isBetween(2_200L, 2_600L);
    Map<Object, Long> years = counts(row -> row[YEAR]);
    assertThat(years).hasSize(11);
    assertThat(years.get(2014)).isGreaterThan(2 * years.get(2005));
    sample().forEach(row -> assertThat(((LocalDate) row[DATE]).getYear()).isEqualTo(row[YEAR]));
  }

  @Test
  void a_few_titles_get_many_reviews_in_a_year() {
    Map<Object, Long> titles =
        sample()
            .filter(row -> row[CATEGORY].equals("Books"))
            .collect(
                Collectors.groupingBy(
                    row -> row[YEAR] + row[TITLE].toString(), Collectors.counting()));
    assertThat(Collections.max(titles.values())).isBetween(8L, 80L);
    assertThat(titles.values().stream().filter(count -> count == 1).count())
        .isGreaterThan(titles.size() / 2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"book", "books", "edition", "serie", "series", "volume", "vol", "guide"})
  void titles_have_the_words_of_publishers(String word) {
    assertThat(titleWords(row -> true)).contains(word);
  }

  @Test
  void words_of_titles_follow_the_year() {
    assertThat(titleWords(row -> row[YEAR].equals(2008))).contains("vampire", "vampires");
    assertThat(titleWords(row -> row[YEAR].equals(2007))).doesNotContain("vampire", "vampires");
    assertThat(titleWords(row -> row[YEAR].equals(2015))).contains("mandalas", "tidying");
    assertThat(titleWords(row -> row[YEAR].equals(2010))).doesNotContain("mandala", "tidying");
  }

  @Test
  void texts_are_those_of_real_files() {
    assertThat(texts(TITLE)).anyMatch(title -> title.matches(".*\\p{IsCyrillic}.*"));
    assertThat(texts(TITLE)).anyMatch(title -> title.contains("\""));
    assertThat(texts(BODY)).anyMatch(body -> body.contains("<br />"));
    assertThat(texts(BODY)).anyMatch(body -> body.contains("&#34;"));
    assertThat(texts(BODY)).anyMatch(body -> body.contains("&amp;"));
    assertThat(texts(BODY)).anyMatch(body -> body.contains("\"") && body.contains(","));
    assertThat(texts(BODY)).anyMatch(body -> body.contains("Łukasz"));
  }

  @Test
  void dirt_has_the_shares_that_columns_tell() {
    share(row -> row[STARS] == null, 0.003);
    share(row -> Integer.valueOf(0).equals(row[STARS]), 0.003);
    share(row -> row[HEADLINE] == null, 0.005);
    share(row -> row[BODY] == null, 0.005);
    share(row -> !row[TITLE].toString().strip().equals(row[TITLE]), 0.01);
  }

  @Test
  void copies_have_the_id_of_the_original_or_one_of_their_own() {
    Set<Object> ids = new HashSet<>();
    int exact = 0;
    int near = 0;
    for (long row = 0; row < dataset.sampleRows(); row++) {
      Object[] copy = dataset.row(SEED, row);
      Long original = (Long) dataset.truth(SEED, row)[1];
      if (original != null && Arrays.equals(copy, dataset.row(SEED, original))) {
        exact++;
      } else {
        assertThat(ids.add(copy[ID])).isTrue();
        if (original != null) {
          near++;
          assertThat(normal(copy)).isEqualTo(normal(dataset.row(SEED, original)));
        }
      }
    }
    assertThat(exact).isBetween(50, 110);
    assertThat(near).isBetween(35, 90);
  }

  @Test
  void the_truth_is_what_clean_values_say() {
    for (long row = 0; row < dataset.sampleRows(); row++) {
      Object[] dirty = dataset.row(SEED, row);
      Object[] truth = dataset.truth(SEED, row);
      assertThat(Arrays.asList(truth).subList(2, 6)).doesNotContainNull();
      assertThat(text(dirty[TITLE])).isEqualTo(text(truth[2]));
      assertThat((Integer) truth[3]).isBetween(1, 5);
      if (dirty[BODY] != null) {
        assertThat(text(dirty[BODY])).isEqualTo(text(truth[5]));
      }
      assertThat(truth[5].toString()).doesNotContain("<br", "&#34;", "&amp;");
    }
  }

  /** Returns a row without its id and without what makes near copies differ. */
  private static List<Object> normal(Object[] row) {
    return Arrays.stream(row)
        .filter(value -> value != row[ID])
        .map(value -> value instanceof String text ? text(text) : value)
        .toList();
  }

  private static String text(Object value) {
    return value
        .toString()
        .replaceAll("(<br />)+", " ")
        .replace("&#34;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&")
        .replaceAll("\\s+", " ")
        .strip()
        .toLowerCase(Locale.ROOT);
  }

  private void share(Predicate<Object[]> dirty, double expected) {
    double share = rows(60_000).filter(dirty).count() / 60_000.0;
    assertThat(share).isBetween(expected * 0.75, expected * 1.25);
  }

  private Set<String> titleWords(Predicate<Object[]> filter) {
    return sample()
        .filter(row -> row[CATEGORY].equals("Books") && filter.test(row))
        .flatMap(row -> Arrays.stream(text(row[TITLE]).split("[^\\p{L}]+")))
        .collect(Collectors.toSet());
  }

  private List<String> texts(int column) {
    return sample().filter(row -> row[column] != null).map(row -> row[column].toString()).toList();
  }

  private Map<Object, Long> counts(Function<Object[], Object> key) {
    return sample().collect(Collectors.groupingBy(key, Collectors.counting()));
  }

  private Stream<Object[]> sample() {
    return rows(dataset.sampleRows());
  }

  private Stream<Object[]> rows(long count) {
    return LongStream.range(0, count).mapToObj(row -> dataset.row(SEED, row));
  }
}
