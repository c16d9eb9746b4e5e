package firesteel.spark.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import firesteel.api.display.MimeBundle;
import firesteel.spark.jobs.JobsSnapshot.SlowStage;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
  private static final TransferTotals SOME = new TransferTotals(0, 12 << 20, 0, 0, 1536, 0);

  private static JobsSnapshot running(
      TransferTotals amounts, long millis, OptionalLong left, Optional<Straggler> straggler) {
    return new JobsSnapshot(
        1, 1, 0, 1, 3, 45, 200, 4, 2, amounts, millis, millis, left, Optional.empty(), straggler);
  }

  private static JobsSnapshot ended(TransferTotals amounts, Optional<SlowStage> slowest) {
    return new JobsSnapshot(
        2,
        0,
        1,
        3,
        3,
        200,
        200,
        0,
        0,
        amounts,
        65_000,
        0,
        OptionalLong.empty(),
        slowest,
        Optional.empty());
  }

  private static MimeBundle live(JobsSnapshot now) {
    return ProgressLine.live(now, List.of());
  }

  @Test
  void tells_in_one_line_what_runs() {
    MimeBundle line = live(running(SOME, 3100, OptionalLong.empty(), Optional.empty()));
    assertThat(line.text())
        .isEqualTo(
            "Spark: job 1 running \u00b7 stage 2 of 3 \u00b7 45 of 200 tasks, 4 running"
                + " \u00b7 2 tasks failed \u00b7 12.0 MiB read \u00b7 1.5 KiB shuffled \u00b7 3.1 s");
    assertThat((String) line.data().get("text/html")).contains("width:22%");
  }

  @Test
  void tells_how_long_it_takes_and_how_to_stop_it() {
    assertThat(live(running(SOME, 8000, OptionalLong.of(93_000), Optional.empty())).text())
        .endsWith(
            " \u00b7 8.0 s \u00b7 about 1 min 30 s left in this stage \u00b7 interrupt to cancel");
  }

  @Test
  void tells_in_one_line_what_was_done() {
    assertThat(
            ProgressLine.summary(
                    ended(new TransferTotals(0, 0, 0, 2048, 0, 0), Optional.empty()), List.of())
                .text())
        .isEqualTo(
            "Spark: 2 jobs (1 stopped) \u00b7 3 stages \u00b7 200 tasks"
                + " \u00b7 2.0 KiB written \u00b7 1 min 05 s");
  }

  @Test
  void the_last_line_has_rows_spill_and_the_slowest_stage() {
    TransferTotals amounts = new TransferTotals(1_234_567, 1 << 20, 1, 10, 0, 3 << 20);
    assertThat(
            ProgressLine.summary(ended(amounts, Optional.of(new SlowStage(7, 41_200))), List.of())
                .text())
        .endsWith(
            "200 tasks \u00b7 1,234,567 rows, 1.0 MiB read \u00b7 1 row, 10 B written"
                + " \u00b7 3.0 MiB spilled \u00b7 1 min 05 s \u00b7 slowest stage 7: 41.2 s");
  }

  @Test
  void names_the_task_that_is_far_behind() {
    Straggler slow = new Straggler(3, 17, 41_000, 1200, true, "node<1>", 0, 10);
    MimeBundle line = live(running(SOME, 3100, OptionalLong.empty(), Optional.of(slow)));
    assertThat(line.text())
        .endsWith(
            "\nFar behind: task 17 of stage 3 has run for 40 s; half of the others took at most"
                + " 1.2 s. Skewed data, or a slow host (node<1>).");
    assertThat((String) line.data().get("text/html"))
        .contains("node&lt;1&gt;")
        .doesNotContain("node<");
  }

  @Test
  void tells_skewed_data_from_a_slow_host() {
    assertThat(live(running(SOME, 1, OptionalLong.empty(), Optional.of(done(9000, 10)))).text())
        .endsWith(" It had 9,000 rows, the others 10: the data is skewed.");
    assertThat(live(running(SOME, 1, OptionalLong.empty(), Optional.of(done(10, 10)))).text())
        .endsWith(" It had no more rows than they: look at node.");
  }

  private static Straggler done(long rows, long medianRows) {
    return new Straggler(3, 17, 41_000, 1200, false, "node", rows, medianRows);
  }

  @Test
  void says_what_to_do_about_heavy_spill() {
    TransferTotals heavy = new TransferTotals(0, 1 << 20, 0, 0, 50 << 20, 64 << 20);
    TransferTotals light = new TransferTotals(0, 1 << 20, 0, 0, 64 << 20, 64 << 20);
    assertThat(live(running(heavy, 1, OptionalLong.empty(), Optional.empty())).text())
        .contains("Heavy spill: 64.0 MiB", "spark.sql.shuffle.partitions");
    assertThat(live(running(light, 1, OptionalLong.empty(), Optional.empty())).text())
        .doesNotContain("Heavy");
  }

  @Test
  void writes_bytes_as_spark_does() {
    assertThat(ProgressLine.bytes(1023)).isEqualTo("1023 B");
    assertThat(ProgressLine.bytes(1024)).isEqualTo("1.0 KiB");
    assertThat(ProgressLine.bytes(Long.MAX_VALUE)).isEqualTo("8.0 EiB");
  }

  @Test
  void rounds_what_is_not_known_better() {
    assertThat(ProgressLine.rounded(0)).isEqualTo("1 s");
    assertThat(ProgressLine.rounded(9600)).isEqualTo("10 s");
    assertThat(ProgressLine.rounded(13_000)).isEqualTo("15 s");
    assertThat(ProgressLine.rounded(3_723_000)).isEqualTo("1 h 02 min");
  }
}
