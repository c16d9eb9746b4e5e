package firesteel.engine.eval;

import firesteel.engine.bytecode.SourceLines;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SourceCodeAnalysis.SnippetWrapper;

/**
 * Knows where each snippet stands, and translates the lines of the classes that JShell wraps around
 * snippets to lines of cells.
 */
final class SnippetOrigins {
  private static final Pattern WRAPPER = Pattern.compile("REPL\\.\\$JShell\\$(\\d+)[A-Z]*");

  private record Placed(String text, Origin origin) {}

  private final Map<String, Placed> placed = new ConcurrentHashMap<>();
  private final Map<String, SourceLines> expressions = new ConcurrentHashMap<>();
  private Placed current;

  /** Says what is evaluated now; guarded by the evaluator's lock. */
  void evaluating(String text, Origin origin) {
    current = new Placed(text, origin);
  }

  Optional<Origin> originOf(String snippetId) {
    return Optional.ofNullable(placed.get(snippetId)).map(Placed::origin);
  }

  /** Places a snippet that has no class yet where the current one stands. */
  void place(String snippetId) {
    placed.putIfAbsent(snippetId, current);
  }

  void forget(String snippetId) {
    placed.remove(snippetId);
  }

  /**
   * Places the current snippet, compiled as an expression by itself.
   *
   * @param className its class
   * @param firstLine the line of the class's source where the snippet starts
   */
  void placeExpression(String className, int firstLine) {
    int last = newlinesBefore(current.text(), current.text().length());
    int[] lines = new int[firstLine + last];
    for (int i = 0; i < lines.length; i++) {
      lines[i] = current.origin().line() + Math.max(0, i + 1 - firstLine);
    }
    expressions.put(className, new SourceLines(current.origin().source(), lines));
  }

  void forgetExpression(String className) {
    expressions.remove(className);
  }

  /** The name of the top-level wrapper class of a snippet class. */
  static String wrapperOf(String className) {
    int nested = className.indexOf('$', "REPL.$JShell$".length());
    return nested < 0 ? className : className.substring(0, nested);
  }

  /** Where the lines of a wrapper class come from; called while its batch is being loaded. */
  Optional<SourceLines> linesOf(JShell shell, String wrapperClass) {
    SourceLines expression = expressions.get(wrapperClass);
    if (expression != null) {
      return Optional.of(expression);
    }
    Matcher name = WRAPPER.matcher(wrapperClass);
    if (!name.matches()) {
      return Optional.empty();
    }
    String id = name.group(1);
    Snippet snippet = shell.snippets().filter(s -> s.id().equals(id)).findFirst().orElse(null);
    if (snippet == null) {
      return Optional.empty();
    }
    if (current != null && snippet.source().equals(current.text())) {
      placed.put(id, current);
    }
    Placed where = placed.get(id);
    if (where == null) {
      return Optional.empty();
    }
    SnippetWrapper wrapper = shell.sourceCodeAnalysis().wrapper(snippet);
    return Optional.of(
        new SourceLines(
            where.origin().source(), lines(wrapper, where.text(), where.origin().line())));
  }

  private static int[] lines(SnippetWrapper wrapper, String snippet, int firstLine) {
    String wrapped = wrapper.wrapped();
    String[] classLines = wrapped.split("\n", -1);
    int[] lines = new int[classLines.length];
    int offset = 0;
    for (int i = 0; i < classLines.length; i++) {
      String line = classLines[i];
      int start = offset + line.length() - line.stripLeading().length();
      int inSnippet = Math.max(0, wrapper.wrappedToSourcePosition(start));
      lines[i] = firstLine + newlinesBefore(snippet, inSnippet);
      offset += line.length() + 1;
    }
    return lines;
  }

  static int newlinesBefore(String text, int end) {
    int count = 0;
    for (int i = 0; i < Math.min(end, text.length()); i++) {
      if (text.charAt(i) == '\n') {
        count++;
      }
    }
    return count;
  }
}
