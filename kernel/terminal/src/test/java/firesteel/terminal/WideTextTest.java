package firesteel.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WideTextTest {
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
  void whatFitsStaysAsItIs() {
    assertThat(WideText.fit(TABLE, 44)).isEqualTo(TABLE);
    assertThat(WideText.fit(TABLE, 0)).isEqualTo(TABLE);
  }

  @Test
  void longValuesAreCut() {
    assertThat(WideText.fit(TABLE, 40))
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
  void columnsThatDontFitAreFolded() {
    assertThat(WideText.fit(TABLE, 30))
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
  void aTerminalThatIsNarrowerThanAnyColumnShowsWhatItCan() {
    assertThat(WideText.fit(TABLE, 10).lines()).allMatch(line -> line.length() <= 10);
  }
}
