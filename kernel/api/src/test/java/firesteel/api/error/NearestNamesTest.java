package firesteel.api.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestNamesTest {
  @Test
  void the_nearest_names_are_those_with_the_fewest_changes() {
    assertThat(NearestNames.of("fliter", List.of("filter", "flatter", "count")))
        .containsExactly("filter");
    assertThat(NearestNames.of("xyz", List.of("filter"))).isEmpty();
  }

  @Test
  void the_question_names_them_all() {
    assertThat(NearestNames.question(List.of())).isEmpty();
    assertThat(NearestNames.question(List.of("a"))).contains("did you mean a?");
    assertThat(NearestNames.question(List.of("a", "b"))).contains("did you mean a or b?");
    assertThat(NearestNames.sentence(List.of("a", "b"))).contains("Did you mean a or b?");
  }
}
