package firesteel.engine.eval;

import firesteel.source.JavaLexer;
import firesteel.source.JavaToken;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.JShell;
import jdk.jshell.MethodSnippet;
import jdk.jshell.Snippet;

/**
 * Finds the imports that an expression needs: those of cells' declarations that it mentions, and
 * the notebook's own imports only if it mentions any other name, since the compiler lists all
 * packages for them. Declarations of cells hide the classes of packages, so leaving these out
 * doesn't change the meaning.
 */
final class ExpressionImports {
  private static final Set<String> KEYWORDS =
      Set.of(
          "true",
          "false",
          "null",
          "new",
          "instanceof",
          "boolean",
          "byte",
          "char",
          "short",
          "int",
          "long",
          "float",
          "double");

  private final String text;
  private final boolean ofDeclarations;

  private ExpressionImports(String text, boolean ofDeclarations) {
    this.text = text;
    this.ofDeclarations = ofDeclarations;
  }

  /** The import declarations, each in its own line. */
  String text() {
    return text;
  }

  /** Returns whether the expression mentions anything that cells declared. */
  boolean ofDeclarations() {
    return ofDeclarations;
  }

  /** Returns the imports that an expression needs. */
  static ExpressionImports of(JShell shell, String expression) {
    Set<String> names = namesIn(expression);
    if (names.isEmpty()) {
      return new ExpressionImports("", false);
    }
    StringBuilder declarations = new StringBuilder();
    Set<String> found = new HashSet<>();
    for (Snippet snippet : (Iterable<Snippet>) shell.snippets()::iterator) {
      if (snippet instanceof DeclarationSnippet declared
          && shell.status(declared).isDefined()
          && (names.contains(declared.name()) || names.contains(declared.name() + "("))) {
        found.add(key(declared));
        String wrapper = shell.sourceCodeAnalysis().wrapper(declared).fullClassName();
        declarations.append("import static %s.%s;\n".formatted(wrapper, declared.name()));
      }
    }
    String packages =
        found.containsAll(names) ? "" : String.join("\n", NotebookImports.of(shell)) + "\n";
    return new ExpressionImports(packages + declarations, !found.isEmpty());
  }

  /** Returns the key of a declaration as in {@link #namesIn}: a method's name with a bracket. */
  private static String key(DeclarationSnippet snippet) {
    return snippet instanceof MethodSnippet ? snippet.name() + "(" : snippet.name();
  }

  /** Returns the names that follow no dot; those of calls with a bracket. */
  private static Set<String> namesIn(String expression) {
    List<JavaToken> tokens =
        JavaLexer.tokens(expression).stream().filter(t -> !t.isComment()).toList();
    Set<String> names = new HashSet<>();
    String before = "";
    for (int i = 0; i < tokens.size(); i++) {
      String text = tokens.get(i).text(expression);
      boolean isName = tokens.get(i).kind() == JavaToken.Kind.WORD && !KEYWORDS.contains(text);
      if (isName && !before.equals(".")) {
        boolean called = i + 1 < tokens.size() && tokens.get(i + 1).is("(", expression);
        names.add(called ? text + "(" : text);
      }
      before = text;
    }
    return names;
  }
}
