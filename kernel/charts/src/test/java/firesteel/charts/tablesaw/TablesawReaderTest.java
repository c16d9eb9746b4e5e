package firesteel.charts.tablesaw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import firesteel.api.table.NoSuchColumnException;
import firesteel.api.table.Table;
import firesteel.api.table.TableRequest;
import firesteel.api.table.Tables;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;

class TablesawReaderTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  private static tech.tablesaw.api.Table table() {
    IntColumn count = IntColumn.create("count", 1, 2, 3);
    count.setMissing(1);
    return tech.tablesaw.api.Table.create(
        "fruit",
        StringColumn.create("name", "apple", "null", ""),
        count,
        DoubleColumn.create("kilos", 1.5, Double.NaN, 3),
        BooleanColumn.create("ripe", true, false, true),
        DateColumn.create("day", LocalDate.of(2026, 1, 1), null, LocalDate.of(2026, 1, 3)),
        InstantColumn.create("at", NOON, NOON, null));
  }

  @Test
  void values_keep_their_types_and_what_is_missing_is_null() throws Exception {
    Table read = Tables.read(table(), TableRequest.rows(2)).orElseThrow();

    assertThat(read.columns().stream().map(Table.Column::name))
        .containsExactly("name", "count", "kilos", "ripe", "day", "at");
    assertThat(read.columns().get(1).type()).isEqualTo("Integer");
    assertThat(read.rows())
        .containsExactly(
            Arrays.asList(
                "apple",
                1,
                1.5,
                true,
                LocalDate.of(2026, 1, 1),
                NOON.atZone(ZoneId.systemDefault())),
            Arrays.asList("null", null, null, false, null, NOON.atZone(ZoneId.systemDefault())));
    assertThat(read.total()).isEqualTo(3);
  }

  @Test
  void columns_are_chosen_by_name() throws Exception {
    Table read = Tables.read(table(), new TableRequest(1, List.of("KILOS", "name"))).orElseThrow();

    assertThat(read.rows()).containsExactly(List.of(1.5, "apple"));
    assertThatThrownBy(() -> Tables.read(table(), new TableRequest(1, List.of("weight"))))
        .isInstanceOf(NoSuchColumnException.class);
  }
}
