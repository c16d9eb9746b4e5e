package com.example.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import firesteel.api.display.MimeBundle;
import firesteel.testkit.TestResult;
import firesteel.testkit.TestSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MagicsTest {
  private static TestSession session;

  @BeforeAll
  static void open() {
    session = TestSession.builder().build();
  }

  @AfterAll
  static void close() {
    session.close();
  }

  @Test
  void greet_greets_in_the_language_that_is_asked_for() {
    assertThat(session.run("%greet Ada").ok().stdout()).isEqualTo("Hello, Ada!\n");
    assertThat(session.run("%greet --language fr Ada").ok().stdout()).isEqualTo("Bonjour, Ada!\n");
    assertThat(session.run("%greet --language xx Ada").error().message())
        .contains("there is no greeting in \"xx\"; there are [en, fr, it]");
  }

  @Test
  void greet_is_completed() {
    assertThat(session.complete("%gre|")).containsExactly("%greet");
    assertThat(session.complete("%greet --l|")).containsExactly("--language");
    assertThat(session.complete("%greet --language f| Ada")).containsExactly("fr");
  }

  @Test
  void a_matrix_is_read_and_shown() {
    TestResult result = session.run("%%matrix --scale 10\n1 2\n3 4");
    assertThat(result.value().text()).isEqualTo("[10.0, 20.0]\n[30.0, 40.0]");
    assertThat((String) result.value().data().get(MimeBundle.HTML))
        .contains("<pre class=\"matrix\">[10.0, 20.0]");
    int count = result.result().executionCount();
    String sum = "((com.example.matrix.Matrix) Out(" + count + ")).sum()";
    assertThat(session.run(sum).value().text()).isEqualTo("100.0");
  }

  @Test
  void what_is_no_matrix_is_explained() {
    assertThat(session.run("%%matrix\n1 2\n3").error().message()).contains("must have one length");
    assertThat(session.run("%%matrix\n1 x").traceback()).contains("\"x\"").doesNotContain("\tat ");
  }
}
