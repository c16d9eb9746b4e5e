package firesteel.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import firesteel.api.display.TextWidth;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jline.utils.WCWidth;
import org.junit.jupiter.api.Test;

/** The width of text is the API's own, and JLine's is kept up to date with Unicode. */
class TextWidthAndJLineTest {
  /** Marks whose category changed between the versions of Unicode that Java 17 and JLine know. */
  private static final Set<Integer> CHANGED_MARKS = Set.of(0x1734, 0x1171E);

  @Test
  void code_points_take_as_many_columns_as_jline_says() {
    List<String> different =
        IntStream.rangeClosed(' ', Character.MAX_CODE_POINT)
            .filter(Character::isDefined)
            .filter(c -> Character.getType(c) != Character.SURROGATE && !Character.isISOControl(c))
            .filter(c -> !isLeftToJline(c))
            .filter(c -> TextWidth.of(Character.toString(c)) != WCWidth.wcwidth(c))
            .mapToObj("U+%X"::formatted)
            .toList();
    assertThat(different).isEmpty();
  }

  /** A skin tone alone is a wide square; JLine expects it behind a hand. */
  private static boolean isLeftToJline(int c) {
    return c >= 0x1F3FB && c <= 0x1F3FF || CHANGED_MARKS.contains(c);
  }
}
