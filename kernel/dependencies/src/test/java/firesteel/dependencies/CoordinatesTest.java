package firesteel.dependencies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CoordinatesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "g:a g:a",
        "g:a:1.0 g:a:1.0",
        "g:a:[1,2) g:a:[1,2)",
        "g:a:jar:1.0 g:a:1.0",
        "g:a:jar:natives-linux:3.3.6 g:a:jar:natives-linux:3.3.6",
        "g:a:3.3.6:natives-linux g:a:jar:natives-linux:3.3.6",
        "g:a:1.0@zip g:a:zip:1.0",
        "g:a:1.0:all@zip g:a:zip:all:1.0",
      })
  void mavens_order_and_gradles_are_read(String text, String canonical) {
    assertThat(Coordinates.parse(text)).hasToString(canonical);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "g:a:", "g:a:b:c:d:e", "g:a@zip", "g:a:1:c:d@zip", "g a:b"})
  void what_names_no_artifact_is_refused(String text) {
    assertThatThrownBy(() -> Coordinates.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("write group:artifact:version");
  }
}
