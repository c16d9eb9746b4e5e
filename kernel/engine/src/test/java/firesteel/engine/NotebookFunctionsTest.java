package firesteel.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import firesteel.api.notebook.NotebookFunctions;
import firesteel.api.session.RecordingOutputs;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NotebookFunctionsTest {
  private final RecordingOutputs outputs = new RecordingOutputs();
  private final JavaSession session = JavaSession.builder().build();

  @BeforeEach
  void enterCell() {
    TestCells.bind(TestCells.of(session, outputs, true));
  }

  @AfterEach
  void leaveCell() {
    TestCells.bind(null);
    session.close();
  }

  @Test
  void shows_updates_and_clears() {
    String id = NotebookFunctions.display(List.of(1));
    NotebookFunctions.updateDisplay(id, "<b>x</b>", "text/html");
    assertThat(outputs.shown().get(0).text()).isEqualTo("[1]");
    assertThat(outputs.updates().get(0).data()).containsEntry("text/html", "<b>x</b>");
    NotebookFunctions.clearOutput(true);
    NotebookFunctions.clearOutput();
    assertThat(outputs.events())
        .containsExactly("display " + id, "update " + id, "clear true", "clear false");
  }

  @Test
  void what_to_string_throws_comes_out_as_it_is() {
    Object bad =
        new Object() {
          @Override
          public String toString() {
            throw new ArithmeticException("no");
          }
        };
    assertThatThrownBy(() -> NotebookFunctions.display(bad))
        .isExactlyInstanceOf(ArithmeticException.class);
  }

  @Test
  void asks_the_user() {
    outputs.answer("Ada");
    outputs.answer("secret");
    assertThat(NotebookFunctions.input("Name? ")).isEqualTo("Ada");
    assertThat(NotebookFunctions.password("Key? ")).isEqualTo("secret");
    assertThat(outputs.events()).containsExactly("ask Name? ", "password Key? ");
  }

  @Test
  void does_not_ask_where_that_is_not_allowed() {
    TestCells.bind(TestCells.of(session, outputs, false));
    assertThatThrownBy(() -> NotebookFunctions.input("Name? "))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("input() can't ask")
        .hasMessageContaining("variable");
    assertThat(outputs.events()).isEmpty();
  }

  @Test
  void a_thread_of_no_cell_gets_a_clear_error() {
    TestCells.bind(null);
    assertThatThrownBy(() -> NotebookFunctions.display(1))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("belongs to no cell");
  }

  @Test
  void a_thread_that_a_cell_started_shows_in_that_cell() throws Exception {
    Thread thread = new Thread(() -> NotebookFunctions.display("late"));
    thread.start();
    thread.join();
    assertThat(outputs.shown().get(0).text()).isEqualTo("late");
  }
}
