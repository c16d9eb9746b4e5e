package com.example.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import firesteel.testkit.TestSession;
import org.junit.jupiter.api.Test;

class SlowCellsTest {
  @Test
  void a_slow_cell_says_how_long_it_ran() {
    try (TestSession session =
        TestSession.builder().discoverExtensions().variable("SLOW_CELL_MILLIS", "0").build()) {
      assertThat(session.run("1 + 1").ok().stderr())
          .matches("This cell ran for \\d+[.,]\\d s\\.\\R");
    }
  }

  @Test
  void a_cell_that_is_not_slow_says_nothing() {
    try (TestSession session = TestSession.builder().discoverExtensions().build()) {
      assertThat(session.run("1 + 1").ok().stderr()).isEmpty();
    }
  }
}
