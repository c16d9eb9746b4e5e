package firesteel.engine.eval;

import firesteel.api.session.Origin;
import firesteel.engine.bytecode.SourceLines;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SourceCodeAnalysis.SnippetWrapper;

/**
 * Records the position of each snippet, and maps the lines of JShell's wrapper classes to lines of
 * cells.
 */
final class SnippetOrigins {
  private static final Pattern WRAPPER =
      Pattern.compile("REPL\\.\\$JShell\\$(\\d+[A-Z]*(?:_\\d+[A-Z]*)*)");

  private record Placed(String text, Origin origin) {}

  private final Map<String, Placed> placed = new ConcurrentHashMap<>();
  private final Map<String, SourceLines> expressions = new ConcurrentHashMap<>();
  private List<Placed> current = List.of();

  /** Sets the snippet that is evaluated now; guarded by the evaluator's lock. */
  void evaluating(String text, Origin origin) {
    current = List.of(new Placed(text, origin));
  }

  /** Sets the snippets that are declared together now; guarded by the evaluator's lock. */
  void evaluating(List<String> texts, List<Origin> origins) {
    current =
        IntStream.range(0, texts.size())
            .mapToObj(i -> new Placed(texts.get(i), origins.get(i)))
            .toList();
  }

  private Optional<Placed> current(Snippet snippet) {
    return current.stream().filter(p -> p.text().equals(snippet.source())).findFirst();
  }

  /** Moves a snippet that was declared earlier to the current position. */
  void moved(Snippet snippet, Origin origin) {
    Placed before = placed.get(snippet.id());
    placed.put(snippet.id(), new Placed(before == null ? snippet.source() : before.text(), origin));
  }

  Optional<Origin> originOf(String snippetId) {
    return Optional.ofNullable(placed.get(snippetId)).map(Placed::origin);
  }

  /** Assigns the current position to a snippet that has no class yet. */
  void place(Snippet snippet) {
    current(snippet).ifPresent(here -> placed.put(snippet.id(), here));
  }

  void forget(String snippetId) {
    placed.remove(snippetId);
  }

  /**
   * Assigns the current position to a snippet that was compiled as an expression.
   *
   * @param className its class
   * @param firstLine the line of the class's source where the snippet starts
   */
  void placeExpression(String className, int firstLine) {
    Placed here = current.get(0);
    int last = newlinesBefore(here.text(), here.text().length());
    int[] lines = new int[firstLine + last];
    for (int i = 0; i < lines.length; i++) {
      lines[i] = here.origin().line() + Math.max(0, i + 1 - firstLine);
    }
    expressions.put(className, new SourceLines(here.origin().source(), lines));
  }

  void forgetExpression(String className) {
    expressions.remove(className);
  }

  /** Returns the name of the top-level wrapper class of a snippet class. */
  static String wrapperOf(String className) {
    int nested = className.indexOf('$', "REPL.$JShell$".length());
    return nested < 0 ? className : className.substring(0, nested);
  }

  /** Returns the origin of the lines of a wrapper class; called while its batch is being loaded. */
  Optional<SourceLines> linesOf(JShell shell, String wrapperClass) {
    SourceLines expression = expressions.get(wrapperClass);
    if (expression != null) {
      return Optional.of(expression);
    }
    List<Part> parts = new ArrayList<>();
    ids(wrapperClass).forEach(id -> snippetWith(shell, id).ifPresent(parts::add));
    return parts.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new SourceLines(
                parts.stream().map(Part::source).distinct().collect(Collectors.joining(" or ")),
                lines(parts)));
  }

  /** A snippet of a wrapper class, with its position. */
  private record Part(SnippetWrapper wrapper, Placed placed) {
    String source() {
      return placed.origin().source();
    }
  }

  /** Returns the declaration of a class: the one in force, if it was declared again. */
  Optional<DeclarationSnippet> declarationOf(JShell shell, String className) {
    return ids(wrapperOf(className)).stream()
        .map(id -> withId(shell, id))
        .filter(DeclarationSnippet.class::isInstance)
        .map(DeclarationSnippet.class::cast)
        .findFirst();
  }

  /**
   * Returns the ids of the snippets in a wrapper class: overloads that call each other share one.
   */
  private static List<String> ids(String wrapperClass) {
    Matcher name = WRAPPER.matcher(wrapperClass);
    return name.matches()
        ? Arrays.stream(name.group(1).split("_")).map(id -> id.replaceAll("[A-Z]+$", "")).toList()
        : List.of();
  }

  /** Returns the snippet with an id; null when there is none. */
  private static Snippet withId(JShell shell, String id) {
    // Earlier versions of a declaration have the same id.
    List<Snippet> all = shell.snippets().filter(s -> s.id().equals(id)).toList();
    return all.stream()
        .filter(s -> shell.status(s).isActive())
        .findFirst()
        .orElse(all.isEmpty() ? null : all.get(all.size() - 1));
  }

  private Optional<Part> snippetWith(JShell shell, String id) {
    Snippet snippet = withId(shell, id);
    if (snippet == null) {
      return Optional.empty();
    }
    current(snippet).ifPresent(here -> placed.put(id, here));
    Placed where = placed.get(id);
    return where == null
        ? Optional.empty()
        : Optional.of(new Part(shell.sourceCodeAnalysis().wrapper(snippet), where));
  }

  private static int[] lines(List<Part> parts) {
    SnippetWrapper wrapper = parts.get(0).wrapper();
    String[] classLines = wrapper.wrapped().split("\n", -1);
    int[] lines = new int[classLines.length];
    int offset = 0;
    for (int i = 0; i < classLines.length; i++) {
      String line = classLines[i];
      int start = offset + line.length() - line.stripLeading().length();
      int inSnippet = Math.max(0, wrapper.wrappedToSourcePosition(start));
      Placed placed =
          parts.stream()
              .map(Part::placed)
              .filter(p -> p.text().startsWith(line.strip(), inSnippet))
              .findFirst()
              .orElse(parts.get(0).placed());
      lines[i] = placed.origin().line() + newlinesBefore(placed.text(), inSnippet);
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
