package firesteel.engine.eval;

/**
 * One snippet of a piece of Java, as JShell wants them: one at a time.
 *
 * @param text the snippet, without white space before it; a missing last semicolon may be added
 * @param offset where it starts in the piece
 */
public record SnippetText(String text, int offset) {
  /**
   * Whether the snippet ends with a semicolon that its user wrote.
   *
   * @param piece the piece of Java that it is of
   */
  public boolean isStatementOf(String piece) {
    return text.endsWith(";") && piece.startsWith(text, offset);
  }
}
