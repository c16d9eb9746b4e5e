package firesteel.source;

import java.util.Objects;

/**
 * A token of Java text as {@link JavaLexer} returns it; white space lies between tokens.
 *
 * @param kind the kind of the token
 * @param start where it starts, UTF-16 units from the start of the text
 * @param end where it ends, exclusive
 * @param closed false for a string, a character, a text block or a block comment whose end is
 *     missing; such a token reaches to the end of its line (string, character) or of the text
 */
public record JavaToken(Kind kind, int start, int end, boolean closed) {
  /**
   * The kinds of tokens; Java's keywords are words, since some of them are keywords only in some
   * places.
   */
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
     * An operator, a separator or the at sign. A greater-than sign is always a token of its own,
     * since the end of nested type arguments looks like a shift.
     */
    SYMBOL,
    /** A character that Java doesn't use, such as # or a backtick. */
    UNKNOWN
  }

  public JavaToken {
    Objects.requireNonNull(kind, "kind");
  }

  /** Whether it is a comment of either form. */
  public boolean isComment() {
    return kind == Kind.LINE_COMMENT || kind == Kind.BLOCK_COMMENT;
  }

  /** Returns whether it is a string, a text block or a character. */
  public boolean isQuoted() {
    return kind == Kind.STRING || kind == Kind.TEXT_BLOCK || kind == Kind.CHARACTER;
  }

  /** Returns the token's characters in the source text. */
  public String text(CharSequence source) {
    return source.subSequence(start, end).toString();
  }

  /** Returns whether the token has these characters in the source text. */
  public boolean is(CharSequence source, String characters) {
    return end - start == characters.length()
        && CharSequence.compare(source.subSequence(start, end), characters) == 0;
  }
}
