package firesteel.engine.eval;

/**
 * One snippet of a piece of Java, as JShell wants them: one at a time.
 *
 * @param text the snippet, without white space before it; a missing last semicolon may be added
 * @param offset where it starts in the piece
 */
public record SnippetText(String text, int offset) {}
