package firesteel.api.magic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import firesteel.api.error.MagicException;
import org.junit.jupiter.api.Test;

class LineOrCellTest {
  private final LineOrCell sql = new LineOrCell("sql", "a statement", "SHOW TABLES");

  @Test
  void the_text_is_behind_the_name_of_a_line_and_below_that_of_a_cell() throws MagicException {
    assertThat(sql.ofLine("select 1")).isEqualTo("select 1");
    assertThat(sql.ofCell(null, "select 2")).isEqualTo("select 2");
  }

  @Test
  void a_line_without_text_and_a_cell_with_text_in_the_wrong_place_are_refused() {
    assertThatExceptionOfType(MagicException.class)
        .isThrownBy(() -> sql.ofLine(null))
        .withMessage("%sql needs a statement behind it: %sql SHOW TABLES");
    assertThatExceptionOfType(MagicException.class)
        .isThrownBy(() -> sql.ofCell("x like '50%'", "select 2"))
        .withMessage(
            "%%sql takes the lines below it; put this there, or write %sql for one line: x like"
                + " '50%'");
  }
}
