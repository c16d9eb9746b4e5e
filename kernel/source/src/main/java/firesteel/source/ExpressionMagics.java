package firesteel.source;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds line magics that are used as a value, as in IJava: {@code List<String> added = %jars
 * libs/*.jar}. The magic follows an equals sign and takes the rest of the line; a semicolon at its
 * end belongs to the statement. A percent sign there is never Java's remainder operator.
 */
public final class ExpressionMagics {
  /** The method that replaces the magic in the compiled code. */
  private static final String CALL = "firesteel.api.notebook.MagicCalls.line";

  private static final Pattern MAGIC =
      Pattern.compile("%([A-Za-z_]\\w*)(?:[ \\t]+([^\\n]*?))?[ \\t;]*(?=\\R|$)");

  /**
   * A magic in a Java text.
   *
   * @param start where its percent sign stands
   * @param end where its line ends, exclusive
   */
  record Found(int start, int end, String name, String arguments) {
    /** Returns Java of the same length, for callers that only analyse the text. */
    String placeholder() {
      String value = end - start < "null;".length() ? "0;" : "null;";
      return value + " ".repeat(end - start - value.length());
    }

    private String call() {
      return CALL + "(" + literal(name) + ", " + literal(arguments) + ");";
    }
  }

  private ExpressionMagics() {}

  /** Replaces the magics in Java text by calls. */
  public static EditedText in(String java) {
    if (java.indexOf('%') < 0) {
      return EditedText.unchanged(java);
    }
    EditedText.Builder text = new EditedText.Builder(java);
    JavaLexer lexer = new JavaLexer(java);
    JavaToken before = null;
    for (Optional<JavaToken> next = lexer.next(); next.isPresent(); next = lexer.next()) {
      Optional<Found> magic = at(java, next.get(), before);
      if (magic.isPresent()) {
        text.replace(magic.get().start(), magic.get().end(), magic.get().call());
        lexer.moveTo(magic.get().end());
        before = null;
      } else if (!next.get().isComment()) {
        before = next.get();
      }
    }
    return text.build();
  }

  /** Returns the magic that starts with a token, given the token before it (null for none). */
  static Optional<Found> at(String java, JavaToken token, JavaToken before) {
    if (before == null || !before.is(java, "=") || java.charAt(token.start()) != '%') {
      return Optional.empty();
    }
    Matcher magic = MAGIC.matcher(java).region(token.start(), java.length());
    if (!magic.lookingAt()) {
      return Optional.empty();
    }
    String arguments = magic.group(2) == null ? "" : magic.group(2);
    return Optional.of(new Found(token.start(), magic.end(), magic.group(1), arguments));
  }

  private static String literal(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
