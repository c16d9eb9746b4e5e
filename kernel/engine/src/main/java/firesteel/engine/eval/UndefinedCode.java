package firesteel.engine.eval;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet.Status;
import jdk.jshell.spi.SPIResolutionException;

/** Explains calls of code that refers to names that aren't declared. */
final class UndefinedCode {
  private UndefinedCode() {}

  /** Returns an exception that says what is missing for such a call, or else the given one. */
  static Throwable explain(JShell shell, SnippetOrigins origins, Throwable thrown) {
    if (!(thrown instanceof SPIResolutionException)) {
      return thrown;
    }
    // JShell throws it in place of the code, so the code's class is the first frame.
    StackTraceElement[] frames = thrown.getStackTrace();
    Optional<DeclarationSnippet> called =
        frames.length == 0
            ? Optional.empty()
            : origins.declarationOf(shell, frames[0].getClassName());
    IllegalStateException explained =
        new IllegalStateException(
            called
                .map(declaration -> explain(shell, declaration))
                .orElse("this code can't be used: what it refers to was not declared"));
    explained.setStackTrace(frames);
    return explained;
  }

  private static String explain(JShell shell, DeclarationSnippet called) {
    if (shell.status(called) == Status.VALID) {
      return called.name() + " can be used by now: run the cell that made this object again";
    }
    List<String> names = shell.unresolvedDependencies(called).toList();
    String missing = String.join(" and ", names) + (names.size() > 1 ? " are" : " is");
    String problems =
        shell.diagnostics(called).map(d -> d.getMessage(null)).collect(Collectors.joining("; "));
    return called.name()
        + " can't be used until "
        + (names.isEmpty() ? "this is fixed: " + problems : missing + " declared");
  }
}
