package firesteel.engine.eval;

import java.util.stream.Collectors;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import jdk.jshell.UnresolvedReferenceException;

/** Explains calls of code that was declared but refers to what is not. */
final class UndefinedCode {
  private UndefinedCode() {}

  /** What to tell the user: the exception that ran, or for such a call what is missing. */
  static Throwable explain(JShell shell, JShellException told, Throwable thrown) {
    if (!(told instanceof UnresolvedReferenceException unresolved)) {
      return thrown;
    }
    String missing =
        shell.unresolvedDependencies(unresolved.getSnippet()).collect(Collectors.joining(" and "));
    String problems =
        shell
            .diagnostics(unresolved.getSnippet())
            .map(d -> d.getMessage(null))
            .collect(Collectors.joining("; "));
    IllegalStateException explained =
        new IllegalStateException(
            unresolved.getSnippet().name()
                + " can't be used until "
                + (missing.isEmpty() ? "this is mended: " + problems : missing + " is declared"));
    explained.setStackTrace(thrown.getStackTrace());
    return explained;
  }
}
