package firesteel.app;

import static org.assertj.core.api.Assertions.assertThat;

import firesteel.api.session.Cell;
import firesteel.api.session.CellOutputs;
import firesteel.api.session.CellResult;
import firesteel.engine.JavaSession;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The magics of all features together, as a session of this program has them. */
class InstalledMagicsTest {
  private static final JavaSession SESSION = JavaSession.builder().build();

  @AfterAll
  static void close() {
    SESSION.close();
  }

  @Test
  void the_guide_names_only_magics_that_there_are() throws Exception {
    String guide;
    try (var text = getClass().getResourceAsStream("/firesteel/magics/builtin/guide.md")) {
      guide = new String(text.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    }
    List<MatchResult> named = Pattern.compile("(%{1,2})([a-z]+)").matcher(guide).results().toList();
    assertThat(named).hasSizeGreaterThan(15);
    for (MatchResult name : named) {
      assertThat(
              name.group(1).equals("%")
                  ? SESSION.magics().lineNames()
                  : SESSION.magics().cellNames())
          .contains(name.group(2));
    }
  }

  @Test
  void every_magic_says_what_it_does() {
    assertThat(
            Stream.concat(
                SESSION.magics().lineNames().stream(), SESSION.magics().cellNames().stream()))
        .hasSizeGreaterThan(40)
        .allMatch(name -> SESSION.magics().summary(name).filter(s -> !s.isBlank()).isPresent());
  }

  @Test
  void log_says_when_there_is_none() {
    CellResult result = SESSION.execute(Cell.of("%log"), CellOutputs.none());
    assertThat(result.error().orElseThrow().message()).contains("without Spark");
  }
}
