package firesteel.source;

import java.util.Objects;

/**
 * One import, declaration or statement of a cell, as {@link SnippetScanner} finds it.
 *
 * @param kind what it declares
 * @param start where its first token starts, UTF-16 units from the start of the text
 * @param end where its last token ends, exclusive
 * @param name what it declares: the first variable, the method or the type; empty for the rest
 * @param nameEnd where the name ends; equal to the end when there is no name
 * @param closed whether it has its end, such as the semicolon, and is not the beginning of more
 */
public record SourceSnippet(
    Kind kind, int start, int end, String name, int nameEnd, boolean closed) {
  /** What a snippet is. */
  public enum Kind {
    IMPORT,
    TYPE,
    METHOD,
    VARIABLE,
    /** A statement or an expression, or what can't be told. */
    STATEMENT
  }

  public SourceSnippet {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(name, "name");
  }
}
