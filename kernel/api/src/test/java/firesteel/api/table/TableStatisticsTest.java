package firesteel.api.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import firesteel.api.display.MimeBundle;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Tests statistics of rows in memory. */
class TableStatisticsTest {
  private static TableStatistics statistics(Object value) throws Exception {
    return Tables.statistics(value, List.of()).orElseThrow();
  }

  private static ColumnStatistics only(Object value) throws Exception {
    return statistics(value).columns().get(0);
  }

  @Test
  void numbers_have_range_quartiles_mean_and_histogram() throws Exception {
    ColumnStatistics column = only(IntStream.rangeClosed(1, 120).boxed().toList());
    assertThat(column)
        .isEqualTo(
            new ColumnStatistics(
                "value",
                "Integer",
                0,
                0,
                120,
                1,
                120,
                60.5,
                List.of(30, 60, 90),
                java.util.Collections.nCopies(12, 10L)));
  }

  @Test
  void nulls_and_nans_are_counted_and_left_out_of_the_rest() throws Exception {
    ColumnStatistics column =
        only(Arrays.asList(1.0, null, Double.NaN, 3.0, 3.0, Double.NaN, null, null));
    assertThat(column.nulls()).isEqualTo(3);
    assertThat(column.nans()).isEqualTo(2);
    assertThat(column.distinct()).isEqualTo(3);
    assertThat(column.min()).isEqualTo(1.0);
    assertThat(column.max()).isEqualTo(3.0);
    assertThat(column.mean().doubleValue()).isEqualTo(7 / 3.0);
    assertThat(column.histogram()).startsWith(1L).endsWith(2L).hasSize(12);
  }

  @Test
  void infinities_are_in_the_range_but_not_in_the_histogram() throws Exception {
    ColumnStatistics column =
        only(List.of(Double.NEGATIVE_INFINITY, 1.0, 2.0, Double.POSITIVE_INFINITY));
    assertThat(column.min()).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(column.max()).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(column.histogram().stream().mapToLong(Long::longValue).sum()).isEqualTo(2);
    assertThat(only(List.of(-Double.MAX_VALUE, Double.MAX_VALUE)).histogram())
        .startsWith(1L)
        .endsWith(1L);
  }

  @Test
  void texts_dates_and_truths_have_an_order_and_no_mean() throws Exception {
    ColumnStatistics text = only(List.of("b", "a", "b"));
    assertThat(text.distinct()).isEqualTo(2);
    assertThat(text.min()).isEqualTo("a");
    assertThat(text.max()).isEqualTo("b");
    assertThat(text.mean()).isNull();
    assertThat(text.quartiles()).isEmpty();
    assertThat(text.histogram()).isEmpty();
    LocalDate day = LocalDate.of(2020, 2, 3);
    assertThat(only(List.of(day, day.plusDays(2), day.plusDays(1), day.plusDays(3))).quartiles())
        .containsExactly(day, day.plusDays(1), day.plusDays(2));
    assertThat(only(List.of(true, false)).max()).isEqualTo(true);
  }

  @Test
  void values_without_an_order_and_no_values_at_all_are_counted() throws Exception {
    ColumnStatistics mixed = only(List.of(1, "a"));
    assertThat(mixed.min()).isNull();
    assertThat(mixed.distinct()).isEqualTo(2);
    ColumnStatistics maps = only(List.of(Map.of("m", Map.of("a", 1)), Map.of("m", Map.of("a", 1))));
    assertThat(maps.distinct()).isEqualTo(1);
    assertThat(maps.max()).isNull();
    assertThat(only(Arrays.asList(null, null)).nulls()).isEqualTo(2);
    assertThat(statistics(new ArrayList<>()).rows()).isZero();
  }

  @Test
  void they_are_shown_as_a_table_with_a_row_a_column() throws Exception {
    List<Map<String, Object>> rows =
        List.of(Map.of("n", 1), Map.of("n", 2), Map.of("n", 9), Map.of("n", 9_999_999));
    MimeBundle bundle = statistics(rows).toBundle();
    assertThat(bundle.text())
        .contains(
            "|column|type   |nulls|distinct|histogram   |min|25 %|median|75 %|    max|     mean|")
        .contains(
            "|n     |Integer|    0|       4|█          ▃|  1|   1|     2|   9|9999999|2500002.8|")
        .endsWith("4 rows × 1 column");
    assertThat((String) bundle.data().get(MimeBundle.HTML))
        .contains(">median<", "4 rows × 1 column");
  }

  @Test
  void an_unknown_column_is_answered_with_those_that_there_are() {
    assertThatThrownBy(() -> Tables.statistics(List.of(Map.of("a", 1)), List.of("b")))
        .isInstanceOf(NoSuchColumnException.class);
  }

  @Test
  void doubles_are_shown_without_an_exponent_where_there_is_room() throws Exception {
    assertThat(statistics(List.of(23609329.2, 1e300)).toBundle().text())
        .contains("|23609329.2|23609329.2|23609329.2|1.0E300|1.0E300|");
  }
}
