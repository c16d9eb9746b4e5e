package firesteel.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InterceptedOutputsTest {
  @Test
  void a_cell_knows_that_its_front_door_has_no_editor() {
    CellOutputs headless =
        new RecordingOutputs() {
          @Override
          public boolean hasEditor() {
            return false;
          }
        };
    try (Session session = Session.builder().build()) {
      RunningCell cell = new RunningCell(session, 1, "1", Cell.of("1"), headless);
      assertThat(cell.outputs().hasEditor()).isFalse();
      assertThat(cell.givenOutputs()).isSameAs(headless);
    }
  }
}
