package firesteel.engine.error;

import firesteel.api.error.CompileProblem;
import firesteel.source.JavaLexer;
import firesteel.source.JavaToken;
import firesteel.source.JavaToken.Kind;
import firesteel.source.SourceNames;
import java.util.Optional;
import java.util.regex.Pattern;

/** Shortens the messages of javac, and adds what to do about the most common errors. */
public final class JavacMessages {
  private static final Pattern JAVA_LANG = Pattern.compile("\\bjava\\.lang\\.(?=[A-Z])");

  /** Matches a location in JShell's wrapper class, which users don't know. */
  private static final Pattern EMPTY_LOCATION =
      Pattern.compile(
          "\\n\\s*location:\\s*(class|package)\\s*((REPL\\.)?\\$JShell\\$\\w+|REPL)?\\s*$");

  /**
   * Matches what JShell leaves of "method f in class REPL.$JShell$3 cannot be applied": a blank for
   * the class.
   */
  private static final Pattern IN_WRAPPER =
      Pattern.compile(" in (?:class )?(?:REPL\\.\\$JShell\\$\\w+)?(?= (?:cannot|and|match)\\b)");

  /** Matches advice to set compiler options, which cells can't do. */
  private static final Pattern PREVIEW =
      Pattern.compile(
          "( and (?:are|is) disabled by default)?\\.?\\s*\\(use --enable-preview [^)]*\\)");

  private JavacMessages() {}

  /** Returns a message without details of the kernel. */
  public static String simplify(String message) {
    String text = EMPTY_LOCATION.matcher(message).replaceAll("");
    text = IN_WRAPPER.matcher(text).replaceAll("");
    text = PREVIEW.matcher(text).replaceAll("");
    text = BestOverload.shorten(SourceNames.in(text));
    return JAVA_LANG.matcher(text).replaceAll("");
  }

  /** Returns whether a bracket or a quote is open at the end of a text. */
  private static boolean isOpen(String text) {
    int depth = 0;
    for (JavaToken token : JavaLexer.tokens(text)) {
      depth += token.kind() == Kind.OPEN ? 1 : token.kind() == Kind.CLOSE ? -1 : 0;
      if (!token.closed()) {
        return true;
      }
    }
    return depth > 0;
  }

  static Optional<String> hint(CompileProblem problem, int line) {
    return switch (problem.code()) {
      case "compiler.err.expected" ->
          problem.message().startsWith("';'")
              ? Optional.of("put a ; at the end of line " + line)
              : Optional.empty();
      case "compiler.err.premature.eof" ->
          Optional.of(
              isOpen(problem.source())
                  ? "a closing bracket or quote is missing before the end"
                  : "it is not complete: something has to follow");
      case "compiler.err.unclosed.comment" ->
          Optional.of("the comment's closing */ is missing: all below would be left out");
      case "compiler.err.unclosed.str.lit" -> Optional.of("the string's closing \" is missing");
      case "compiler.err.unreported.exception.need.to.catch.or.throw" ->
          Optional.of(
              "catch it inside the lambda or method, or declare it with throws; cells themselves"
                  + " may throw anything");
      case "compiler.err.local.variables.must.be.final",
          "compiler.err.cant.ref.non.effectively.final.var" ->
          Optional.of("copy the value into a variable that is assigned once, and use that");
      default -> Optional.empty();
    };
  }
}
