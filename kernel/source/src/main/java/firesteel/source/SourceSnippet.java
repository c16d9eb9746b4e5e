package firesteel.source;

import java.util.Objects;

/**
 * One import, declaration or statement of a cell, as {@link SnippetScanner} finds it.
 *
 * @param kind what it declares
 * @param start where its first token starts, UTF-16 units from the start of the text
 * @param end where its last token ends, exclusive
 * @param name the name of the first variable, the method or the type that it declares; empty for
 *     other kinds
 * @param nameEnd where the name ends; equal to the end when there is no name
 * @param closed whether it has its end, such as the semicolon
 */
public record SourceSnippet(
    Kind kind, int start, int end, String name, int nameEnd, boolean closed) {
  /** The kinds of snippets. */
  public enum Kind {
    IMPORT,
    TYPE,
    METHOD,
    VARIABLE,
    /** A statement, an expression, or a snippet of unknown kind. */
    STATEMENT
  }

  public SourceSnippet {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(name, "name");
  }
}
