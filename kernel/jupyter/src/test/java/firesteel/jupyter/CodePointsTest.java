package firesteel.jupyter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CodePointsTest {
  private static final String FIRE = "a\uD83D\uDD25b";

  @Test
  void a_character_outside_of_the_basic_plane_is_one_code_point_and_two_units() {
    assertThat(CodePoints.toUnits(FIRE, 1)).isEqualTo(1);
    assertThat(CodePoints.toUnits(FIRE, 2)).isEqualTo(3);
    assertThat(CodePoints.toUnits(FIRE, 3)).isEqualTo(4);
    assertThat(CodePoints.fromUnits(FIRE, 3)).isEqualTo(2);
    assertThat(CodePoints.fromUnits(FIRE, 4)).isEqualTo(3);
  }

  @Test
  void positions_outside_of_the_text_are_its_ends() {
    assertThat(CodePoints.toUnits(FIRE, -1)).isZero();
    assertThat(CodePoints.toUnits(FIRE, 99)).isEqualTo(4);
    assertThat(CodePoints.fromUnits(FIRE, -1)).isZero();
    assertThat(CodePoints.fromUnits(FIRE, 99)).isEqualTo(3);
  }
}
