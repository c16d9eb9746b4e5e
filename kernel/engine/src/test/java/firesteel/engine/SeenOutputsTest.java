package firesteel.engine;

import static org.assertj.core.api.Assertions.assertThat;

import firesteel.engine.display.MimeBundle;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SeenOutputsTest {
  private static final class Headless implements CellOutputs {
    @Override
    public void stdout(String text) {}

    @Override
    public void stderr(String text) {}

    @Override
    public void display(MimeBundle bundle, Optional<String> displayId) {}

    @Override
    public void update(String displayId, MimeBundle bundle) {}

    @Override
    public void clear(boolean wait) {}

    @Override
    public String ask(String prompt, boolean password) throws InputRefusedException {
      throw new InputRefusedException();
    }

    @Override
    public boolean hasEditor() {
      return false;
    }
  }

  @Test
  void a_cell_knows_that_its_front_door_has_no_editor() {
    CellOutputs headless = new Headless();
    try (Session session = Session.builder().build()) {
      RunningCell cell = new RunningCell(session, 1, "1", Cell.of("1"), headless);
      assertThat(cell.outputs().hasEditor()).isFalse();
      assertThat(cell.givenOutputs()).isSameAs(headless);
    }
  }
}
