package firesteel.spark.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import org.junit.jupiter.api.Test;

class SamplesTest {
  private final Samples samples = new Samples();

  @Test
  void half_of_few_numbers_do_not_exceed_the_median() {
    for (long number : new long[] {9, 1, 5}) {
      samples.add(number);
    }
    assertThat(samples.median()).isEqualTo(5);
    samples.add(100);
    assertThat(samples.median()).isEqualTo(5);
    assertThat(samples.max()).isEqualTo(100);
  }

  @Test
  void the_median_of_many_is_near_and_the_largest_exact() {
    for (int i = 0; i < 100_000; i++) {
      samples.add(i * 7919L % 100_000);
    }
    assertThat(samples.median()).isCloseTo(50_000, withPercentage(10));
    assertThat(samples.max()).isEqualTo(99_999);
  }
}
