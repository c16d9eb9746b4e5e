package firesteel.engine.magic;

import java.util.ArrayList;
import java.util.List;

/**
 * One word of a magic's line. Blanks separate words; single quotes keep what is in them as it is;
 * in double quotes a backslash escapes a double quote or a backslash, outside quotes a blank, a
 * quote or a backslash.
 *
 * @param text the word without its quotes
 * @param start its start in the line, quote included
 * @param end where it ends, exclusive
 * @param openQuote the quote that isn't closed, or 0
 */
record Word(String text, int start, int end, char openQuote) {
  /** Returns all words from a position on. */
  static List<Word> split(String line, int from) {
    List<Word> words = new ArrayList<>();
    for (Word word = next(line, from); word != null; word = next(line, word.end)) {
      words.add(word);
    }
    return words;
  }

  /** Returns the first word at or behind a position, or null. */
  static Word next(String line, int from) {
    int at = skipBlanks(line, from);
    if (at == line.length()) {
      return null;
    }
    int start = at;
    StringBuilder text = new StringBuilder();
    char quote = 0;
    for (; at < line.length(); at++) {
      char c = line.charAt(at);
      if (quote == 0 && Character.isWhitespace(c)) {
        break;
      } else if (quote == 0 && (c == '"' || c == '\'')) {
        quote = c;
      } else if (c == quote && quote != 0) {
        quote = 0;
      } else if (c == '\\' && at + 1 < line.length() && escapes(quote, line.charAt(at + 1))) {
        at++;
        text.append(line.charAt(at));
      } else {
        text.append(c);
      }
    }
    return new Word(text.toString(), start, at, quote);
  }

  private static boolean escapes(char quote, char next) {
    return switch (quote) {
      case '\'' -> false;
      case '"' -> next == '"' || next == '\\';
      default -> next == '"' || next == '\'' || next == '\\' || Character.isWhitespace(next);
    };
  }

  static int skipBlanks(String line, int from) {
    int at = from;
    while (at < line.length() && Character.isWhitespace(line.charAt(at))) {
      at++;
    }
    return at;
  }
}
