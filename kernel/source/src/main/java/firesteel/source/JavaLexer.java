package firesteel.source;

import firesteel.source.JavaToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Splits Java text into tokens. Never fails: unfinished strings and comments become tokens that are
 * marked as such. Follows chapter 3 of the Java Language Specification, Unicode escapes included.
 *
 * <p>A lexer reads forward from a position that may be moved ({@link #moveTo}), so that a parser of
 * cells can skip lines that aren't Java. Not thread-safe.
 */
public final class JavaLexer {
  private static final List<String> SYMBOLS =
      List.of(
          "...", "<<=", "->", "::", "++", "--", "&&", "||", "==", "!=", "<=", ">=", "+=", "-=",
          "*=", "/=", "&=", "|=", "^=", "%=", "<<");
  private static final String SINGLE_SYMBOLS = ";,.@=<>!~?:+-*/&|^%";
  private static final int END = -1;

  private final CharSequence text;
  private int position;

  /** Creates a lexer at the start of a text. */
  public JavaLexer(CharSequence text) {
    this.text = Objects.requireNonNull(text, "text");
  }

  /** Returns all tokens of a text, comments included, in order. */
  public static List<JavaToken> tokens(CharSequence text) {
    JavaLexer lexer = new JavaLexer(text);
    List<JavaToken> tokens = new ArrayList<>();
    for (Optional<JavaToken> token = lexer.next(); token.isPresent(); token = lexer.next()) {
      tokens.add(token.get());
    }
    return tokens;
  }

  /** The position from which the next token is searched: the end of the last one. */
  public int position() {
    return position;
  }

  /** Moves to another position, such as the start of a line; it must not lie inside a token. */
  public void moveTo(int newPosition) {
    position = Objects.checkIndex(newPosition, text.length() + 1);
  }

  /** Returns the next token; empty at the end of the text. */
  public Optional<JavaToken> next() {
    int start = position;
    while (start < text.length() && isWhiteSpace(unit(start))) {
      start = after(start);
    }
    position = start;
    if (start >= text.length()) {
      return Optional.empty();
    }
    JavaToken token = read(start);
    position = token.end();
    return Optional.of(token);
  }

  private JavaToken read(int start) {
    int c = unit(start);
    int next = after(start);
    switch (c) {
      case '"':
        return unit(next) == '"' && unit(after(next)) == '"'
            ? textBlock(start, after(after(next)))
            : quoted(Kind.STRING, start, '"');
      case '\'':
        return quoted(Kind.CHARACTER, start, '\'');
      case '(', '[', '{':
        return token(Kind.OPEN, start, next);
      case ')', ']', '}':
        return token(Kind.CLOSE, start, next);
      case '/':
        if (unit(next) == '/') {
          return token(Kind.LINE_COMMENT, start, lineEnd(next));
        }
        if (unit(next) == '*') {
          return blockComment(start, after(next));
        }
        break;
      case '.':
        if (isDigit(unit(next))) {
          return token(Kind.NUMBER, start, numberEnd(start));
        }
        break;
      default:
        break;
    }
    if (isDigit(c)) {
      return token(Kind.NUMBER, start, numberEnd(start));
    }
    if (Character.isJavaIdentifierStart(codePoint(start))) {
      return token(Kind.WORD, start, wordEnd(start));
    }
    return symbol(start);
  }

  /**
   * Reads a text block; three quotes open one only when nothing but white space follows on their
   * line.
   */
  private JavaToken textBlock(int start, int afterQuotes) {
    int at = afterQuotes;
    while (unit(at) == ' ' || unit(at) == '\t' || unit(at) == '\f') {
      at = after(at);
    }
    if (unit(at) != END && !isLineEnd(unit(at))) {
      return new JavaToken(Kind.STRING, start, lineEnd(at), false);
    }
    while (at < text.length()) {
      int c = unit(at);
      if (c == '\\') {
        at = afterEscape(at);
      } else if (c == '"' && unit(after(at)) == '"' && unit(after(after(at))) == '"') {
        return token(Kind.TEXT_BLOCK, start, after(after(after(at))));
      } else {
        at = after(at);
      }
    }
    return new JavaToken(Kind.TEXT_BLOCK, start, text.length(), false);
  }

  private JavaToken quoted(Kind kind, int start, char quote) {
    int at = after(start);
    while (at < text.length()) {
      int c = unit(at);
      if (isLineEnd(c)) {
        break;
      }
      if (c == quote) {
        return token(kind, start, after(at));
      }
      at = c == '\\' && !isLineEnd(rawAt(after(at))) ? afterEscape(at) : after(at);
    }
    return new JavaToken(kind, start, Math.min(at, text.length()), false);
  }

  private JavaToken blockComment(int start, int from) {
    int at = from;
    while (at < text.length()) {
      if (unit(at) == '*' && unit(after(at)) == '/') {
        return token(Kind.BLOCK_COMMENT, start, after(after(at)));
      }
      at = after(at);
    }
    return new JavaToken(Kind.BLOCK_COMMENT, start, text.length(), false);
  }

  private JavaToken symbol(int start) {
    for (String symbol : SYMBOLS) {
      int at = start;
      int matched = 0;
      while (matched < symbol.length() && unit(at) == symbol.charAt(matched)) {
        at = after(at);
        matched++;
      }
      if (matched == symbol.length()) {
        return token(Kind.SYMBOL, start, at);
      }
    }
    int c = unit(start);
    if (SINGLE_SYMBOLS.indexOf(c) >= 0) {
      return token(Kind.SYMBOL, start, after(start));
    }
    int end = after(start);
    if (Character.isSupplementaryCodePoint(codePoint(start))) {
      end = after(end);
    }
    return token(Kind.UNKNOWN, start, end);
  }

  private int numberEnd(int start) {
    boolean hexadecimal = unit(start) == '0' && (unit(after(start)) | 0x20) == 'x';
    int at = start;
    int last = END;
    while (at < text.length()) {
      int c = unit(at);
      boolean sign = (c == '+' || c == '-') && (last | 0x20) == (hexadecimal ? 'p' : 'e');
      if (!sign && c != '.' && c != '_' && !isDigit(c) && !isAsciiLetter(c)) {
        break;
      }
      if (c == '.' && last == '.') {
        break;
      }
      last = c;
      at = after(at);
    }
    return at;
  }

  private int wordEnd(int start) {
    int at = start;
    while (at < text.length()) {
      int c = codePoint(at);
      if (!Character.isJavaIdentifierPart(c)) {
        break;
      }
      at = Character.isSupplementaryCodePoint(c) ? after(after(at)) : after(at);
    }
    return at;
  }

  /** Returns the position behind a backslash and the escaped character. */
  private int afterEscape(int at) {
    int changed = after(at);
    boolean rawBackslash = after(at) == at + 1;
    int end = rawBackslash && rawAt(changed) == '\\' ? changed + 1 : after(changed);
    return Math.min(end, text.length());
  }

  private int lineEnd(int from) {
    int at = from;
    while (at < text.length() && !isLineEnd(unit(at))) {
      at = after(at);
    }
    return at;
  }

  private int codePoint(int at) {
    int c = unit(at);
    if (c != END && Character.isHighSurrogate((char) c)) {
      int low = unit(after(at));
      if (low != END && Character.isLowSurrogate((char) low)) {
        return Character.toCodePoint((char) c, (char) low);
      }
    }
    return c;
  }

  /** Returns the UTF-16 unit at a position, with Unicode escapes translated. */
  private int unit(int at) {
    int digits = unicodeDigits(at);
    return digits < 0
        ? rawAt(at)
        : Integer.parseInt(text.subSequence(digits, digits + 4).toString(), 16);
  }

  private int after(int at) {
    int digits = unicodeDigits(at);
    return digits < 0 ? at + 1 : digits + 4;
  }

  /**
   * Returns the position of the four digits of a Unicode escape that starts here; -1 when none
   * does.
   */
  private int unicodeDigits(int at) {
    if (rawAt(at) != '\\' || rawAt(at + 1) != 'u') {
      return -1;
    }
    int digits = at + 1;
    while (rawAt(digits) == 'u') {
      digits++;
    }
    for (int i = digits; i < digits + 4; i++) {
      int c = rawAt(i);
      if (!isDigit(c) && !((c | 0x20) >= 'a' && (c | 0x20) <= 'f')) {
        return -1;
      }
    }
    return digits;
  }

  private int rawAt(int at) {
    return at < text.length() ? text.charAt(at) : END;
  }

  private static JavaToken token(Kind kind, int start, int end) {
    return new JavaToken(kind, start, end, true);
  }

  private static boolean isWhiteSpace(int c) {
    // Only the specification's white space; javac rejects others, such as a pasted no-break space.
    return c == ' ' || c == '\t' || c == '\f' || c == 0x1a || isLineEnd(c);
  }

  private static boolean isLineEnd(int c) {
    return c == '\n' || c == '\r';
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isAsciiLetter(int c) {
    return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
  }
}
