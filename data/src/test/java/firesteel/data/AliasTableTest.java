package firesteel.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AliasTableTest {
  private static final int DRAWS = 200_000;

  @Test
  void indices_come_as_often_as_their_weights_say() {
    double[] weights = {5, 0, 1, 3, 0.01, 0.99};
    AliasTable table = new AliasTable(weights);
    RowRandom random = new RowRandom(1, 1, 0);
    int[] counts = new int[weights.length];
    for (int i = 0; i < DRAWS; i++) {
      counts[table.pick(random)]++;
    }
    for (int i = 0; i < weights.length; i++) {
      assertThat(counts[i] / (double) DRAWS).isCloseTo(weights[i] / 10, within(0.004));
    }
    assertThat(counts[1]).isZero();
    assertThat(counts[4]).isPositive();
  }

  @Test
  void a_table_may_have_one_index() {
    assertThat(new AliasTable(7).pick(new RowRandom(1, 1, 0))).isZero();
  }
}
