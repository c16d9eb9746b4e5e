package firesteel.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import firesteel.api.display.MimeBundle;
import firesteel.api.session.RunningCell;
import firesteel.api.session.SessionExtension;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TestSessionTest {
  @TempDir static Path folder;

  private TestSession session;

  @BeforeAll
  void open() {
    session =
        TestSession.builder()
            .workingDirectory(folder)
            .discoverExtensions()
            .variable("GREET_IMPORT", "java.math.BigDecimal")
            .build();
    session
        .session()
        .magics()
        .registerLine("greet", "Greets somebody.", (cell, words, body) -> greet(cell, words));
  }

  /** Greets the one that is named, or asks for the name. */
  private static Object greet(RunningCell cell, List<String> words) throws Exception {
    String name = words.isEmpty() ? cell.ask("Name: ", false) : words.get(0);
    cell.outputs().stdout("Hello, " + name + "!\n");
    return name.length();
  }

  @AfterAll
  void close() {
    session.close();
  }

  @Test
  void a_cell_gives_what_it_printed_and_its_value() {
    TestResult result = session.run("%greet Ada");
    assertThat(result.stdout()).isEqualTo("Hello, Ada!\n");
    assertThat(result.value().text()).isEqualTo("3");
    assertThat(result.displays()).isEmpty();
  }

  @Test
  void what_is_displayed_is_no_value() {
    TestResult result = session.run("display(1 + 1);\nSystem.err.print(\"odd\");");
    assertThat(result.ok().hasValue()).isFalse();
    assertThat(result.displays()).extracting(MimeBundle::text).containsExactly("2");
    assertThat(result.stderr()).isEqualTo("odd");
    assertThatThrownBy(result::value)
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith("the cell has no value");
  }

  @Test
  void a_failure_is_the_error_that_the_user_sees() {
    TestResult result = session.run("int zero = 0;\n1 / zero");
    assertThat(result.isOk()).isFalse();
    assertThat(result.error().name()).isEqualTo("ArithmeticException");
    assertThat(result.traceback()).contains("line 2");
    assertThatThrownBy(result::value)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("by zero");
    assertThatThrownBy(session.run("1")::error).hasMessageStartingWith("the cell succeeded");
  }

  @Test
  void questions_are_answered_in_order_and_then_refused() {
    TestResult result = session.run("%greet", "Grace");
    assertThat(result.stdout()).isEqualTo("Hello, Grace!\n");
    assertThat(result.prompts()).containsExactly("Name: ");
    assertThat(session.run("%greet").isOk()).isFalse();
  }

  @Test
  void completion_is_asked_at_the_bar_or_at_the_end() {
    assertThat(session.complete("%gre|")).containsExactly("%greet");
    session.run("boolean ready = true;");
    assertThat(session.complete("true || rea| ? 1 : 2")).contains("ready");
  }

  @Test
  void magics_start_in_the_working_directory() {
    assertThat(session.session().workingDirectory()).isEqualTo(folder);
  }

  @Test
  void extensions_are_discovered_with_their_settings() {
    assertThat(session.run("new BigDecimal(7)").value().text()).isEqualTo("7");
  }

  @Test
  void an_extension_may_be_given() {
    record Marked(String text) implements SessionExtension {}
    try (TestSession other = TestSession.builder().extension(new Marked("x")).build()) {
      assertThat(other.session().extension(Marked.class)).contains(new Marked("x"));
      assertThat(other.session().extension(GreetProvider.GreetExtension.class)).isEmpty();
    }
  }
}
