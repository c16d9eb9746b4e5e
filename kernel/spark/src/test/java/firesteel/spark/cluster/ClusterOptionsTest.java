package firesteel.spark.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClusterOptionsTest {
  @ParameterizedTest
  @ValueSource(strings = {"1g", "512m", "2048MB", "1t"})
  void memory_is_written_as_spark_writes_it(String memory) {
    assertThat(options(1, 1, memory, 0).memory()).isEqualTo(memory);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "0g", "-1g", "1.5g", "1 g", "1g; rm", "lots"})
  void other_amounts_of_memory_are_refused(String memory) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> options(1, 1, memory, 0))
        .withMessageContaining("--memory needs an amount such as 1g");
  }

  @ParameterizedTest
  @CsvSource({"0, 1, 0, --workers", "1, 0, 0, --cores", "1, 1, 80, --port", "1, 1, 65536, --port"})
  void what_is_out_of_range_is_named(int workers, int cores, int port, String option) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> options(workers, cores, "1g", port))
        .withMessageStartingWith(option);
  }

  @Test
  void ports_that_spark_takes_are_taken() {
    assertThat(options(1, 1, "1g", 7077).port()).isEqualTo(7077);
  }

  private static ClusterOptions options(int workers, int cores, String memory, int port) {
    return new ClusterOptions(
        workers, cores, memory, ClusterOptions.LOOPBACK, port, 0, Duration.ofSeconds(15));
  }
}
