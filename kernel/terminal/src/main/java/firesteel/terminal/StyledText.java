package firesteel.terminal;

import java.util.Arrays;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/** A text whose ranges of characters get styles; later styles replace earlier ones. */
final class StyledText {
  private final String text;
  private final AttributedStyle[] styles;

  StyledText(String text) {
    this.text = text;
    styles = new AttributedStyle[text.length()];
    Arrays.fill(styles, AttributedStyle.DEFAULT);
  }

  void style(int start, int end, AttributedStyle style) {
    Arrays.fill(styles, start, end, style);
  }

  AttributedString toAttributedString() {
    AttributedStringBuilder styled = new AttributedStringBuilder(text.length());
    int start = 0;
    for (int end = 1; end <= styles.length; end++) {
      if (end == styles.length || styles[end] != styles[start]) {
        styled.styled(styles[start], text.substring(start, end));
        start = end;
      }
    }
    return styled.toAttributedString();
  }
}
