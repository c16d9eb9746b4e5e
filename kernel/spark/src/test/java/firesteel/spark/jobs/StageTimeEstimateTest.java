package firesteel.spark.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class StageTimeEstimateTest {
  @Test
  void nothing_is_said_before_enough_tasks_have_ended() {
    assertThat(StageTimeEstimate.of(1999, 50, 0, 100)).isEmpty();
    assertThat(StageTimeEstimate.of(60_000, 3, 1, 100)).isEmpty();
    assertThat(StageTimeEstimate.of(60_000, 15, 8, 100)).isEmpty();
  }

  @Test
  void running_tasks_count_as_half_done() {
    assertThat(StageTimeEstimate.of(10_000, 9, 2, 20)).isEqualTo(OptionalLong.of(10_000));
    assertThat(StageTimeEstimate.of(10_000, 16, 8, 100)).isEqualTo(OptionalLong.of(40_000));
  }

  @Test
  void a_stage_that_has_ended_has_no_time_left() {
    assertThat(StageTimeEstimate.of(10_000, 20, 0, 20)).isEmpty();
  }
}
