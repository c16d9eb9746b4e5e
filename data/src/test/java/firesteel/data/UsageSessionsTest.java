package firesteel.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsageSessionsTest {
  private static final int ID = 0;
  private static final int NAME = 1;
  private static final int EMAIL = 3;
  private static final int PHONE = 4;
  private static final int BIRTH = 8;
  private static final int IP = 9;
  private static final int AGENT = 11;
  private static final int ACCESSED = 12;
  private static final int DURATION = 13;
  private static final long SEED = Dataset.SAMPLE_SEED;

  private final Dataset dataset = new UsageSessions();

  @Test
  void the_sample_is_two_whole_days() {
    Map<String, Long> files =
        LongStream.rangeClosed(0, dataset.sampleRows())
            .mapToObj(row -> dataset.publishedFile(SEED, row))
            .collect(Collectors.groupingBy(file -> file, TreeMap::new, Collectors.counting()));
    assertThat(files)
        .containsExactly(
            Map.entry("batch_2024-12-31.csv", 780L),
            Map.entry("batch_2025-01-01.csv", 720L),
            Map.entry("batch_2025-01-02.csv", 1L));
  }

  @Test
  void sessions_are_of_three_years_and_of_both_new_years_days() {
    List<LocalDate> days =
        sample().map(row -> ((LocalDateTime) row[ACCESSED]).toLocalDate()).toList();
    assertThat(days.stream().map(LocalDate::getYear).collect(Collectors.toSet()))
        .isEqualTo(Set.of(2023, 2024, 2025));
    assertThat(days).contains(LocalDate.of(2024, 1, 1), LocalDate.of(2025, 1, 1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bo@.+",
        "sam@.+",
        "sofia\\.p@.+",
        "ha\\.nguyen@.+",
        "x@.+",
        ".+\\+.+@.+",
        "[A-Z].+@.+",
        ".+@mail\\.example\\.com",
        ".+@students\\.uni\\.example\\.org",
        ".+@Example\\.COM",
        ".+_.+@.+",
        ".+-.+@.+",
        "[a-z]{2}@.+",
        "[a-z]{3}@.+",
        "[A-Z0-9._+@-]+"
      })
  void the_sample_has_addresses_that_are_hard_to_mask(String shape) {
    assertThat(sample().map(row -> row[EMAIL])).anyMatch(e -> e != null && matches(e, shape));
  }

  @Test
  void addresses_and_numbers_are_of_ranges_for_examples() {
    rows(5_000)
        .forEach(
            row -> {
              if (row[EMAIL] != null) {
                assertThat(row[EMAIL].toString())
                    .matches("(?i)[a-z0-9._+-]+@([a-z]+\\.)*example\\.(com|org|net)");
              }
              if (row[PHONE] != null) {
                assertThat(row[PHONE].toString()).matches("\\d{3}-?555-?01\\d\\d");
              }
              assertThat(row[IP].toString())
                  .matches(
                      "(192\\.0\\.2|198\\.51\\.100|203\\.0\\.113)\\.\\d{1,3}"
                          + "|2001:db8:0:[0-9a-f]+::1");
            });
  }

  @Test
  void names_and_agents_are_those_of_real_files() {
    assertThat(sample().map(row -> row[NAME])).contains("Nguyễn Thị Hà", "Sofía Pérez");
    assertThat(sample().map(row -> row[AGENT].toString()))
        .anyMatch(agent -> agent.contains("\"") && agent.contains(","));
    long persons = sample().map(row -> row[NAME] + "" + row[BIRTH]).distinct().count();
    assertThat(persons).isBetween(700L, 1_350L);
    assertThat(sample().map(row -> row[IP]).distinct().count()).isLessThan(900);
  }

  @Test
  void dirt_has_the_shares_that_columns_tell() {
    share(row -> row[EMAIL] == null, 0.065);
    share(row -> row[PHONE] == null, 0.05);
    share(row -> row[BIRTH] == null, 0.01);
    share(row -> matches(row[BIRTH], "\\d\\d/\\d\\d/\\d{4}"), 0.02);
    share(row -> matches(row[BIRTH], "\\d{4}-13-45"), 0.01);
    share(row -> matches(row[BIRTH], "not a date"), 0.01);
    share(row -> row[DURATION] == null, 0.01);
    share(row -> matches(row[DURATION], "\\d+min"), 0.02);
    share(row -> matches(row[DURATION], "-\\d+"), 0.01);
    share(row -> matches(row[DURATION], "n/a"), 0.01);
  }

  @Test
  void every_kind_of_dirt_is_in_the_sample() {
    assertThat(sample()).anyMatch(row -> matches(row[BIRTH], "not a date"));
    assertThat(sample()).anyMatch(row -> matches(row[BIRTH], "\\d{4}-13-45"));
    assertThat(sample()).anyMatch(row -> matches(row[DURATION], "n/a"));
    assertThat(sample()).anyMatch(row -> matches(row[DURATION], "-\\d+"));
    assertThat(sample()).anyMatch(row -> row[DURATION] == null);
  }

  @Test
  void copies_keep_the_id_and_originals_have_one_of_their_own() {
    int exact = 0;
    int near = 0;
    int fromTheDayBefore = 0;
    for (long row = 0; row < dataset.sampleRows(); row++) {
      Long original = (Long) dataset.truth(SEED, row)[1];
      if (original != null) {
        Object[] copy = dataset.row(SEED, row);
        Object[] first = dataset.row(SEED, original);
        assertThat(copy[ID]).isEqualTo(first[ID]);
        if (Arrays.equals(copy, first)) {
          exact++;
        } else {
          near++;
        }
        if (!dataset.publishedFile(SEED, row).equals(dataset.publishedFile(SEED, original))) {
          fromTheDayBefore++;
        }
      }
    }
    assertThat(exact).isBetween(20, 60);
    assertThat(near).isBetween(15, 50);
    assertThat(fromTheDayBefore).isPositive();
    long originals =
        LongStream.range(0, 20_000).filter(row -> dataset.truth(SEED, row)[1] == null).count();
    assertThat(rows(20_000).map(row -> row[ID]).distinct().count()).isEqualTo(originals);
  }

  @Test
  void the_truth_is_what_well_formed_values_say() {
    for (long row = 0; row < 5_000; row++) {
      Object[] dirty = dataset.row(SEED, row);
      Object[] truth = dataset.truth(SEED, row);
      assertThat(truth[2].toString().strip()).isEqualToIgnoringCase(dirty[NAME].toString().strip());
      if (dirty[EMAIL] != null) {
        assertThat(truth[3].toString()).isEqualToIgnoringCase(dirty[EMAIL].toString());
      }
      if (matches(dirty[BIRTH], "\\d{4}-[01]\\d-[0-3]\\d") && !matches(dirty[BIRTH], ".+-13-45")) {
        assertThat(truth[5].toString()).isEqualTo(dirty[BIRTH]);
      }
      if (matches(dirty[DURATION], "-?\\d+(min)?")) {
        assertThat(truth[6].toString()).isEqualTo(dirty[DURATION].toString().replaceAll("\\D", ""));
      }
      assertThat(truth[3]).isNotNull();
      assertThat(truth[5]).isNotNull();
      assertThat((Integer) truth[6]).isBetween(1, 600);
    }
  }

  private void share(Predicate<Object[]> dirty, double expected) {
    double share = rows(40_000).filter(dirty).count() / 40_000.0;
    assertThat(share).isBetween(expected * 0.8, expected * 1.2);
  }

  private static boolean matches(Object value, String pattern) {
    return value != null && value.toString().matches(pattern);
  }

  private Stream<Object[]> sample() {
    return rows(dataset.sampleRows());
  }

  private Stream<Object[]> rows(long count) {
    return LongStream.range(0, count).mapToObj(row -> dataset.row(SEED, row));
  }
}
