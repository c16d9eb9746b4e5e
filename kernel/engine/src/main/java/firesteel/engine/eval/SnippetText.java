package firesteel.engine.eval;

import firesteel.source.JavaLexer;
import firesteel.source.JavaToken;
import java.util.List;

/**
 * One snippet of a piece of Java, in the form that JShell evaluates.
 *
 * @param text the snippet, without white space before it; a missing last semicolon may be added
 * @param offset where it starts in the piece
 */
public record SnippetText(String text, int offset) {
  /** The snippet without a comment behind its last semicolon. */
  SnippetText withoutLastComment() {
    if (text.endsWith(";") || text.endsWith("}")) {
      return this;
    }
    List<JavaToken> tokens =
        JavaLexer.tokens(text).stream().filter(token -> !token.isComment()).toList();
    JavaToken last = tokens.isEmpty() ? null : tokens.get(tokens.size() - 1);
    return last != null && last.is(text, ";")
        ? new SnippetText(text.substring(0, last.end()), offset)
        : this;
  }

  /**
   * Returns whether the snippet ends with a semicolon that the user wrote.
   *
   * @param piece the Java that it was cut from
   */
  public boolean isStatementOf(String piece) {
    return text.endsWith(";") && piece.startsWith(text, offset);
  }
}
