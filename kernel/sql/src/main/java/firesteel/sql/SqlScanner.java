package firesteel.sql;

import firesteel.source.JavaLexer;
import firesteel.source.JavaToken;
import firesteel.sql.SqlToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Splits SQL into tokens, whatever state it is in: it never fails, and an unfinished piece becomes
 * a token that is not closed.
 */
final class SqlScanner {
  private final String sql;
  private final SqlDialect dialect;
  private final List<SqlToken> tokens = new ArrayList<>();
  private int at;

  private SqlScanner(String sql, SqlDialect dialect) {
    this.sql = sql;
    this.dialect = dialect;
  }

  /** Returns all tokens in order, comments included. */
  static List<SqlToken> tokens(String sql, SqlDialect dialect) {
    return new SqlScanner(sql, dialect).scan();
  }

  private List<SqlToken> scan() {
    while (true) {
      while (at < sql.length() && isBlank(sql.charAt(at))) {
        at++;
      }
      if (at >= sql.length()) {
        return List.copyOf(tokens);
      }
      next();
    }
  }

  /** Whether it is white space, or the byte order mark with which texts from files may begin. */
  private static boolean isBlank(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF';
  }

  private void next() {
    char c = sql.charAt(at);
    if (sql.startsWith("--", at)) {
      lineComment();
    } else if (sql.startsWith("/*", at)) {
      blockComment();
    } else if (sql.startsWith("${", at)) {
      parameter();
    } else if (c == '\'') {
      quoted(Kind.STRING, at, dialect.backslashEscapes());
    } else if (c == '"') {
      boolean string = dialect.doubleQuotesAreStrings();
      quoted(string ? Kind.STRING : Kind.QUOTED_NAME, at, string);
    } else if (c == '`') {
      quoted(Kind.QUOTED_NAME, at, false);
    } else if (c == '$' && dialect.dollarQuotes() && dollarQuoted()) {
      return;
    } else if (Character.isDigit(c)) {
      number();
    } else if (Character.isJavaIdentifierStart(c) && c != '$') {
      word();
    } else {
      add(Kind.SYMBOL, at, at + 1, true);
    }
  }

  private void add(Kind kind, int start, int end, boolean closed) {
    tokens.add(new SqlToken(kind, start, end, closed));
    at = end;
  }

  private void lineComment() {
    int end = at;
    while (end < sql.length() && sql.charAt(end) != '\n' && sql.charAt(end) != '\r') {
      boolean goesOn = dialect == SqlDialect.SPARK && sql.startsWith("\\\n", end);
      end += goesOn ? 2 : 1;
    }
    add(Kind.COMMENT, at, end, true);
  }

  private void blockComment() {
    int depth = 1;
    int end = at + 2;
    while (end < sql.length() && depth > 0) {
      if (sql.startsWith("/*", end)) {
        depth++;
        end += 2;
      } else if (sql.startsWith("*/", end)) {
        depth--;
        end += 2;
      } else {
        end++;
      }
    }
    add(Kind.COMMENT, at, end, depth == 0);
  }

  /** Reads from a quote to the next one that is neither doubled nor escaped. */
  private void quoted(Kind kind, int quoteAt, boolean backslash) {
    char quote = sql.charAt(quoteAt);
    int end = quoteAt + 1;
    while (end < sql.length()) {
      char c = sql.charAt(end);
      if (c == '\\' && backslash) {
        end = Math.min(sql.length(), end + 2);
      } else if (c == quote && end + 1 < sql.length() && sql.charAt(end + 1) == quote) {
        end += 2;
      } else if (c == quote) {
        add(kind, at, end + 1, true);
        return;
      } else {
        end++;
      }
    }
    add(kind, at, sql.length(), false);
  }

  /** Reads PostgreSQL's {@code $tag$ ... $tag$}. */
  private boolean dollarQuoted() {
    int end = at + 1;
    while (end < sql.length()
        && sql.charAt(end) != '$'
        && Character.isJavaIdentifierPart(sql.charAt(end))) {
      end++;
    }
    if (!sql.startsWith("$", end) || Character.isDigit(sql.charAt(at + 1))) {
      return false;
    }
    String tag = sql.substring(at, end + 1);
    int close = sql.indexOf(tag, end + 1);
    add(Kind.STRING, at, close < 0 ? sql.length() : close + tag.length(), close >= 0);
    return true;
  }

  private void number() {
    int end = at;
    while (end < sql.length()
        && (Character.isLetterOrDigit(sql.charAt(end)) || sql.charAt(end) == '.')) {
      boolean exponent = sql.charAt(end) == 'e' || sql.charAt(end) == 'E';
      boolean signed = exponent && end + 1 < sql.length() && "+-".indexOf(sql.charAt(end + 1)) >= 0;
      end += signed ? 2 : 1;
    }
    add(Kind.NUMBER, at, end, true);
  }

  private void word() {
    int end = at;
    while (end < sql.length()
        && Character.isJavaIdentifierPart(sql.charAt(end))
        && !sql.startsWith("${", end)) {
      end++;
    }
    String prefix = sql.substring(at, end);
    boolean quote = end < sql.length() && "'\"".indexOf(sql.charAt(end)) >= 0;
    if (quote && dialect == SqlDialect.SPARK && prefix.equalsIgnoreCase("r")) {
      rawString(end);
    } else if (quote
        && dialect == SqlDialect.STANDARD
        && prefix.equalsIgnoreCase("e")
        && sql.charAt(end) == '\'') {
      quoted(Kind.STRING, end, true);
    } else {
      add(Kind.WORD, at, end, true);
    }
  }

  /** Reads Spark's {@code r'...'}, which has no escapes. */
  private void rawString(int quoteAt) {
    int close = sql.indexOf(sql.charAt(quoteAt), quoteAt + 1);
    add(Kind.STRING, at, close < 0 ? sql.length() : close + 1, close >= 0);
  }

  /** Reads to the closing brace by the rules of Java: a brace in a string doesn't close it. */
  private void parameter() {
    JavaLexer java = new JavaLexer(sql);
    java.moveTo(at + 2);
    int depth = 1;
    Optional<JavaToken> next = java.next();
    for (; next.isPresent(); next = java.next()) {
      JavaToken token = next.get();
      if (token.is(sql, "{")) {
        depth++;
      } else if (token.is(sql, "}") && --depth == 0) {
        add(Kind.PARAMETER, at, token.end(), true);
        return;
      }
    }
    add(Kind.PARAMETER, at, sql.length(), false);
  }
}
