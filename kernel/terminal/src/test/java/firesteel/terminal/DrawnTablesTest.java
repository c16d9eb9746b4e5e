package firesteel.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import firesteel.api.display.TextWidth;
import org.junit.jupiter.api.Test;

class DrawnTablesTest {
  private static final String TABLE =
      """
      before
      +----+------------------------------+-----+
      |name|remark                        |  age|
      +----+------------------------------+-----+
      |Ada |a remark of thirty characters.|   36|
      |Bob |short                         |12345|
      +----+------------------------------+-----+
      after""";

  @Test
  void what_fits_stays_as_it_is() {
    assertThat(DrawnTables.fit(TABLE, 44)).isEqualTo(TABLE);
  }

  @Test
  void long_values_are_cut() {
    assertThat(DrawnTables.fit(TABLE, 40))
        .isEqualTo(
            """
            before
            +----+--------------------+-----+
            |name|remark              |  age|
            +----+--------------------+-----+
            |Ada |a remark of thirty …|   36|
            |Bob |short               |12345|
            +----+--------------------+-----+
            after""");
  }

  @Test
  void columns_that_do_not_fit_are_folded() {
    assertThat(DrawnTables.fit(TABLE, 30))
        .isEqualTo(
            """
            before
            +----+--------------------+
            |name|remark              |
            +----+--------------------+
            |Ada |a remark of thirty …|
            |Bob |short               |
            +----+--------------------+
            column 3
            +-----+
            |  age|
            +-----+
            |   36|
            |12345|
            +-----+
            after""");
  }

  @Test
  void a_terminal_that_is_narrower_than_any_column_shows_what_it_can() {
    assertThat(DrawnTables.fit(TABLE, 10).lines()).allMatch(line -> line.length() <= 10);
  }

  @Test
  void bars_and_wide_characters_in_values_take_no_border_with_them() {
    String table =
        """
        +------+------------------------------+---+
        |  city|                        remark|  n|
        +------+------------------------------+---+
        ||日本||  東京は日本の首都です、人口は|  1|
        |東京||| a remark of thirty characters|  2|
        +------+------------------------------+---+""";
    assertThat(DrawnTables.fit(table, 40))
        .isEqualTo(
            """
            +------+--------------------+---+
            |  city|              remark|  n|
            +------+--------------------+---+
            ||日本|| 東京は日本の首都で…|  1|
            |東京|||a remark of thirty …|  2|
            +------+--------------------+---+""");
  }

  @Test
  void lines_that_another_program_measured_otherwise_are_told_apart_by_their_bars() {
    String border = "+-------+------------------------------------+\n";
    String table =
        border
            + "|   name|                              remark|\n"
            + border
            + "|e\u0301clair|"
            + " ".repeat(35)
            + "x|\n"
            + border;
    String fitted = DrawnTables.fit(table, 40);
    assertThat(fitted).contains("| e\u0301clair|                   x|");
    assertThat(fitted.lines().map(TextWidth::of).distinct()).hasSize(1);
  }

  @Test
  void what_is_no_whole_table_stays_as_it_is() {
    String border = "+" + "-".repeat(50) + "+";
    String row = "|" + "x".repeat(50) + "|";
    for (String text :
        new String[] {
          border,
          border + "\n" + row,
          border + "\n" + row + "\n" + border,
          border + "\n" + row + "\n" + border + "\n" + row,
          border + "\n" + row + "\n" + border + "\n|a|b|c|\n" + border
        }) {
      assertThat(DrawnTables.fit(text, 20)).isEqualTo(text);
    }
  }
}
