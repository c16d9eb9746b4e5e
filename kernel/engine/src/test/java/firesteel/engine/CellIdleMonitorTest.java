package firesteel.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class CellIdleMonitorTest {
  @Test
  void holds_up_nothing_before_the_first_cell() throws Exception {
    new CellIdleMonitor().await(Duration.ofDays(1)); // Else the test's time limit ends it.
  }

  @Test
  void lets_work_wait_while_a_cell_runs_and_go_on_after_it() throws Exception {
    CellIdleMonitor idleMonitor = new CellIdleMonitor();
    idleMonitor.cellStarted();
    CountDownLatch quiet = new CountDownLatch(1);
    Thread work =
        new Thread(
            () -> {
              try {
                idleMonitor.await(Duration.ofMillis(1));
                quiet.countDown();
              } catch (InterruptedException e) {
                // Then the latch stays closed and the test fails.
              }
            });
    work.start();
    assertThat(quiet.await(50, TimeUnit.MILLISECONDS)).isFalse();
    idleMonitor.cellFinished();
    assertThat(quiet.await(30, TimeUnit.SECONDS)).isTrue();
    work.join();
  }
}
