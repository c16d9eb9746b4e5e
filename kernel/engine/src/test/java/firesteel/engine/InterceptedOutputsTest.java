package firesteel.engine;

import static org.assertj.core.api.Assertions.assertThat;

import firesteel.api.session.Cell;
import firesteel.api.session.CellOutputs;
import firesteel.api.session.RecordingOutputs;
import org.junit.jupiter.api.Test;

class InterceptedOutputsTest {
  @Test
  void a_cell_knows_that_its_frontend_has_no_editor() {
    CellOutputs headless =
        new RecordingOutputs() {
          @Override
          public boolean hasEditor() {
            return false;
          }
        };
    try (JavaSession session = JavaSession.builder().build()) {
      ExecutingCell cell = new ExecutingCell(session, 1, "1", Cell.of("1"), headless);
      assertThat(cell.outputs().hasEditor()).isFalse();
      assertThat(cell.givenOutputs()).isSameAs(headless);
    }
  }
}
