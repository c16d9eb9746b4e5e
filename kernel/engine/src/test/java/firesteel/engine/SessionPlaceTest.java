package firesteel.engine;

import static org.assertj.core.api.Assertions.assertThat;

import firesteel.api.display.MimeBundle;
import firesteel.api.session.Cell;
import firesteel.api.session.RecordingOutputs;
import org.junit.jupiter.api.Test;

/** Tests that exceptions without a frame of the cell name its line too. */
public class SessionPlaceTest extends SessionCase {
  /** Throws exceptions of other threads, or the same exception again. */
  public static final class Foreign {
    private static final RuntimeException KEPT = made();

    private Foreign() {}

    private static RuntimeException made() {
      RuntimeException thrown = new RuntimeException("from elsewhere");
      thrown.setStackTrace(new StackTraceElement[] {new StackTraceElement("a.B", "c", "B", 1)});
      return thrown;
    }

    /** Throws it. */
    public static int fail() {
      throw made();
    }

    /** Throws the same object each time. */
    public static void failAgain() {
      throw KEPT;
    }
  }

  private static final String CALL = Foreign.class.getName().replace('$', '.');

  @Test
  void in_a_statement() {
    int cell =
        run("int before = 1;\n\nfor (int i = 0; i < 2; i++) {\n  " + CALL + ".fail();\n}")
            .executionCount();
    assertThat(
            String.join(
                "\n",
                session()
                    .execute(Cell.of("int x = 0;\n" + CALL + ".fail()"), new RecordingOutputs())
                    .error()
                    .orElseThrow()
                    .traceback()))
        .contains("at Cell [" + (cell + 1) + "], line 2");
  }

  @Test
  void in_a_loop_and_in_an_initializer() {
    assertThat(failure("for (int i = 0; i < 2; i++) {\n  " + CALL + ".fail();\n}"))
        .contains("line 2");
    assertThat(failure("int a = 1;\nint b =\n  " + CALL + ".fail();")).containsPattern("line [23]");
    assertThat(failure("try {\n  int c = 1;\n} finally {\n  " + CALL + ".fail();\n}"))
        .contains("line 4");
  }

  @Test
  void what_a_cell_catches_is_not_touched() {
    assertThat(
            value(
                "int frames = 0;\ntry {\n  "
                    + CALL
                    + ".fail();\n} catch (RuntimeException e) {\n  frames = e.getStackTrace().length;\n}\nframes"))
        .isEqualTo("1");
  }

  @Test
  void of_an_exception_that_is_thrown_again_the_latest_line_counts() {
    int first = run(CALL + ".failAgain();").executionCount();
    String second = failure("int y = 0;\n" + CALL + ".failAgain();");
    assertThat(second)
        .contains("at Cell [" + (first + 1) + "], line 2")
        .doesNotContain("Cell [" + first + "]");
  }

  @Test
  void while_a_value_is_shown() {
    session()
        .displays()
        .register(
            Thread.class,
            thread -> {
              RuntimeException thrown = new RuntimeException("can't be shown");
              thrown.setStackTrace(new StackTraceElement[0]);
              throw thrown;
            });
    int cell = run("int z = 0;\nnew Thread()").executionCount();
    assertThat(failure("int z = 0;\nnew Thread()"))
        .contains("at Cell [" + (cell + 1) + "], line 2");
    session().displays().register(Thread.class, thread -> MimeBundle.text("thread"));
  }
}
