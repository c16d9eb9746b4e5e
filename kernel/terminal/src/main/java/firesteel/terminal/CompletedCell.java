package firesteel.terminal;

import firesteel.api.completion.Completion;
import java.util.List;
import org.jline.reader.CompletingParsedLine;

/**
 * A cell in the form that JLine completes: its single word is the text that a proposal replaces.
 */
record CompletedCell(String line, int cursor, Completion completion)
    implements CompletingParsedLine {
  @Override
  public String word() {
    return line.substring(completion.start(), Math.max(completion.end(), cursor));
  }

  @Override
  public int wordCursor() {
    return cursor - completion.start();
  }

  @Override
  public int wordIndex() {
    return 0;
  }

  @Override
  public List<String> words() {
    return List.of(word());
  }

  /** Returns a proposal unchanged, as Java needs no escapes. */
  @Override
  public CharSequence escape(CharSequence candidate, boolean complete) {
    return candidate;
  }

  @Override
  public int rawWordCursor() {
    return wordCursor();
  }

  @Override
  public int rawWordLength() {
    return word().length();
  }
}
