package firesteel.source;

import java.util.Objects;

/**
 * A piece of Java text as {@link JavaLexer} cuts it; white space is what lies between two of them.
 *
 * @param kind what it is
 * @param start where it starts, UTF-16 units from the start of the text
 * @param end where it ends, exclusive
 * @param closed false for a string, a character, a text block or a block comment whose end is
 *     missing; such a token reaches to the end of its line (string, character) or of the text
 */
public record JavaToken(Kind kind, int start, int end, boolean closed) {
  /** The kinds of tokens; Java's keywords are words, as some of them are only at some places. */
  public enum Kind {
    /** An identifier or a keyword. */
    WORD,
    NUMBER,
    /** A string literal in one line. */
    STRING,
    TEXT_BLOCK,
    CHARACTER,
    /** A comment from two slashes to the end of the line, without the line's end. */
    LINE_COMMENT,
    /** A comment between slash-star and star-slash, documentation comments included. */
    BLOCK_COMMENT,
    /** One of ( [ {. */
    OPEN,
    /** One of ) ] }. */
    CLOSE,
    /**
     * An operator, a separator or the at sign. The greater-than sign always stands alone, since the
     * end of nested type arguments looks like a shift.
     */
    SYMBOL,
    /** A character that Java has no use for, such as # or a back-tick. */
    UNKNOWN
  }

  public JavaToken {
    Objects.requireNonNull(kind, "kind");
  }

  /** Whether it is a comment of either form. */
  public boolean isComment() {
    return kind == Kind.LINE_COMMENT || kind == Kind.BLOCK_COMMENT;
  }

  /** Whether it is a string, a text block or a character. */
  public boolean isQuoted() {
    return kind == Kind.STRING || kind == Kind.TEXT_BLOCK || kind == Kind.CHARACTER;
  }

  /** The token's characters, as they stand in the text that it was cut from. */
  public String text(CharSequence source) {
    return source.subSequence(start, end).toString();
  }

  /** Whether the token's characters in its text are these. */
  public boolean is(CharSequence source, String characters) {
    return end - start == characters.length()
        && CharSequence.compare(source.subSequence(start, end), characters) == 0;
  }
}
