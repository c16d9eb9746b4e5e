package firesteel.source;

import java.util.ArrayList;
import java.util.List;

/** A text with replaced pieces, which maps its positions to those of the original. */
public final class EditedText {
  private record Edit(int start, int end, String replacement) {}

  private final String text;
  private final List<Edit> edits;

  private EditedText(String text, List<Edit> edits) {
    this.text = text;
    this.edits = edits;
  }

  /** Returns an unchanged text. */
  static EditedText unchanged(String text) {
    return new EditedText(text, List.of());
  }

  /** The text with its replacements. */
  public String text() {
    return text;
  }

  /**
   * Returns the position in the original text for a position in this text; within a replacement,
   * the start of the replaced piece.
   */
  public int original(int position) {
    int shift = 0;
    for (Edit edit : edits) {
      int start = edit.start() + shift;
      if (position < start) {
        break;
      }
      if (position < start + edit.replacement().length()) {
        return edit.start();
      }
      shift += edit.replacement().length() - (edit.end() - edit.start());
    }
    return position - shift;
  }

  /** Builds an edited text from its start to its end. */
  static final class Builder {
    private final String original;
    private final List<Edit> edits = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private int copied;

    Builder(String original) {
      this.original = original;
    }

    /** Replaces a piece, which lies behind those replaced before. */
    void replace(int start, int end, String replacement) {
      text.append(original, copied, start).append(replacement);
      copied = end;
      edits.add(new Edit(start, end, replacement));
    }

    EditedText build() {
      return new EditedText(text + original.substring(copied), edits);
    }
  }
}
