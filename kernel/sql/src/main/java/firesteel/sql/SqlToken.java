package firesteel.sql;

import java.util.Locale;

/**
 * A piece of SQL text; white space lies between tokens.
 *
 * @param start where it starts, UTF-16 units from the start of the text
 * @param end where it ends, exclusive
 * @param closed false when its end is missing (of a string, a quoted name, a comment, a parameter);
 *     it then extends to the end of the text
 */
record SqlToken(Kind kind, int start, int end, boolean closed) {
  enum Kind {
    /** A keyword or a name without quotes. */
    WORD,
    NUMBER,
    STRING,
    /** A name in quotes: back-ticks or, but for Spark, double quotes. */
    QUOTED_NAME,
    COMMENT,
    /** {@code ${expression}}. */
    PARAMETER,
    /** Any other character. */
    SYMBOL
  }

  String text(String sql) {
    return sql.substring(start, end);
  }

  /** Whether it is this keyword, in any case. */
  boolean isWord(String sql, String upperCase) {
    return kind == Kind.WORD
        && end - start == upperCase.length()
        && text(sql).toUpperCase(Locale.ROOT).equals(upperCase);
  }

  boolean isSymbol(String sql, char symbol) {
    return kind == Kind.SYMBOL && sql.charAt(start) == symbol;
  }

  /** Returns the name that a word or a quoted name stands for. */
  String name(String sql) {
    String text = text(sql);
    if (kind != Kind.QUOTED_NAME) {
      return text;
    }
    String quote = text.substring(0, 1);
    String inner = text.substring(1, closed ? text.length() - 1 : text.length());
    return inner.replace(quote + quote, quote);
  }
}
