package firesteel.spark.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProgressLineTest {
  private static final JobsSnapshot RUNNING =
      new JobsSnapshot(1, 1, 0, 1, 3, 45, 200, 4, 2, 12 << 20, 0, 1536, 3100, 3100);

  @Test
  void tells_in_one_line_what_runs() {
    assertThat(ProgressLine.live(RUNNING).text())
        .isEqualTo(
            "Spark: job 1 running \u00b7 stage 2 of 3 \u00b7 45 of 200 tasks, 4 running"
                + " \u00b7 2 tasks failed \u00b7 12.0 MiB read \u00b7 1.5 KiB shuffled \u00b7 3.1 s");
    assertThat((String) ProgressLine.live(RUNNING).data().get("text/html")).contains("width:22%");
  }

  @Test
  void tells_in_one_line_what_was_done() {
    JobsSnapshot ended = new JobsSnapshot(2, 0, 1, 3, 3, 200, 200, 0, 0, 0, 2048, 0, 65_000, 0);
    assertThat(ProgressLine.summary(ended).text())
        .isEqualTo(
            "Spark: 2 jobs (1 stopped) \u00b7 3 stages \u00b7 200 tasks"
                + " \u00b7 2.0 KiB written \u00b7 1 min 05 s");
  }

  @Test
  void writes_bytes_as_spark_does() {
    assertThat(ProgressLine.bytes(1023)).isEqualTo("1023 B");
    assertThat(ProgressLine.bytes(1024)).isEqualTo("1.0 KiB");
    assertThat(ProgressLine.bytes(Long.MAX_VALUE)).isEqualTo("8.0 EiB");
  }
}
