package firesteel.terminal;

import firesteel.source.JavaLexer;
import firesteel.source.JavaToken;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;
import org.jline.reader.Highlighter;
import org.jline.reader.LineReader;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;

/**
 * Colours Java, SQL, magics and shell lines, and marks the bracket that matches the one before the
 * cursor.
 */
final class CellHighlighter implements Highlighter {
  private static final AttributedStyle KEYWORD =
      AttributedStyle.DEFAULT.foreground(AttributedStyle.MAGENTA);
  private static final AttributedStyle QUOTED =
      AttributedStyle.DEFAULT.foreground(AttributedStyle.GREEN);
  private static final AttributedStyle NUMBER =
      AttributedStyle.DEFAULT.foreground(AttributedStyle.CYAN);
  private static final AttributedStyle COMMENT =
      AttributedStyle.DEFAULT.foreground(AttributedStyle.BRIGHT);
  private static final AttributedStyle MAGIC =
      AttributedStyle.DEFAULT.foreground(AttributedStyle.BLUE).bold();
  private static final Pattern OTHER_LINE = Pattern.compile("(?m)^[ \\t]*(%%?\\w+|!)");
  private static final Pattern SQL_WORD =
      Pattern.compile(
          "'(?:[^']|'')*'?|\"[^\"]*\"?|--[^\n]*|\\b\\d+(?:\\.\\d+)?\\b|\\b[A-Za-z_]\\w*\\b");
  private static final Set<String> CONTEXTUAL =
      Set.of("var", "record", "sealed", "permits", "yield", "when");
  private static final Set<String> SQL_KEYWORDS =
      Set.of(
          ("add all alter and anti any array as asc between by cache case cast create cross current database delete"
                  + " desc describe distinct drop else end except exists explain external false filter first from"
                  + " full function group having if in inner insert intersect interval into is join last lateral left"
                  + " like limit map not null offset on or order outer over overwrite partition pivot qualify refresh"
                  + " replace right rlike rollup select semi set show sort struct table temporary then to true"
                  + " truncate uncache union unpivot update use using values view when where window with")
              .split(" "));

  private final boolean coloured;

  CellHighlighter(boolean coloured) {
    this.coloured = coloured;
  }

  @Override
  public AttributedString highlight(LineReader reader, String buffer) {
    if (!coloured) {
      return new AttributedString(buffer);
    }
    StyledText text = new StyledText(buffer);
    Matcher other = OTHER_LINE.matcher(buffer);
    boolean cellMagic = buffer.stripLeading().startsWith("%%");
    if (cellMagic && buffer.stripLeading().startsWith("%%sql")) {
      highlightSql(text, buffer);
    } else if (!cellMagic) {
      List<JavaToken> tokens = JavaLexer.tokens(buffer);
      highlightJava(text, buffer, tokens);
      matchBracket(text, tokens, reader.getBuffer().cursor());
    }
    while (other.find()) {
      text.style(other.start(1), other.end(1), MAGIC);
    }
    return text.toAttributedString();
  }

  private static void highlightJava(StyledText text, String buffer, List<JavaToken> tokens) {
    for (JavaToken token : tokens) {
      AttributedStyle style = style(token, buffer);
      if (style != null) {
        text.style(token.start(), token.end(), style);
      }
    }
  }

  private static AttributedStyle style(JavaToken token, String buffer) {
    if (token.isComment()) {
      return COMMENT;
    }
    if (token.isQuoted()) {
      return QUOTED;
    }
    if (token.kind() == JavaToken.Kind.NUMBER) {
      return NUMBER;
    }
    String word = token.text(buffer);
    return token.kind() == JavaToken.Kind.WORD
            && (SourceVersion.isKeyword(word) || CONTEXTUAL.contains(word))
        ? KEYWORD
        : null;
  }

  private static void highlightSql(StyledText text, String buffer) {
    Matcher word = SQL_WORD.matcher(buffer);
    int body = Math.max(0, buffer.indexOf('\n'));
    for (int from = body; word.find(from); from = word.end()) {
      char first = word.group().charAt(0);
      if (first == '\'' || first == '"') {
        text.style(word.start(), word.end(), QUOTED);
      } else if (first == '-') {
        text.style(word.start(), word.end(), COMMENT);
      } else if (Character.isDigit(first)) {
        text.style(word.start(), word.end(), NUMBER);
      } else if (SQL_KEYWORDS.contains(word.group().toLowerCase(Locale.ROOT))) {
        text.style(word.start(), word.end(), KEYWORD);
      }
    }
  }

  /** Underlines the bracket before the cursor and the matching one. */
  private static void matchBracket(StyledText text, List<JavaToken> tokens, int cursor) {
    Deque<JavaToken> open = new ArrayDeque<>();
    for (JavaToken token : tokens) {
      if (token.kind() == JavaToken.Kind.OPEN) {
        open.push(token);
      } else if (token.kind() == JavaToken.Kind.CLOSE && !open.isEmpty()) {
        JavaToken opening = open.pop();
        if (token.end() == cursor || opening.end() == cursor) {
          text.style(opening.start(), opening.end(), AttributedStyle.BOLD.underline());
          text.style(token.start(), token.end(), AttributedStyle.BOLD.underline());
        }
      }
    }
  }
}
