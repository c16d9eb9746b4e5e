package firesteel.save;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import firesteel.source.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.tools.Diagnostic;
import javax.tools.ToolProvider;

/**
 * The syntax trees of one snippet, with their positions in its text.
 *
 * @param trees statements, members, or one expression
 */
record JavaTrees(
    List<? extends Tree> trees,
    String source,
    CompilationUnitTree unit,
    SourcePositions positions) {

  /** Parses the statements of a text; empty when it is something else. */
  static Optional<JavaTrees> statements(String text) {
    return parse("class $ { void $() throws Throwable {\n", text, "\n} }")
        .map(
            parsed -> {
              BlockTree body = ((MethodTree) parsed.trees().get(0)).getBody();
              return parsed.with(body.getStatements());
            });
  }

  /** Parses a text as the members of a class; empty when it is something else. */
  static Optional<JavaTrees> members(String text) {
    return parse("class $ {\n", text, "\n}");
  }

  /** Parses a text as one expression without a semicolon; empty when it is something else. */
  static Optional<JavaTrees> expression(String text) {
    return parse("class $ { Object $ = (\n", text, "\n); }")
        .filter(parsed -> parsed.trees().size() == 1)
        .flatMap(parsed -> inner(parsed).map(expression -> parsed.with(List.of(expression))));
  }

  private static Optional<ExpressionTree> inner(JavaTrees parsed) {
    ExpressionTree value = ((VariableTree) parsed.trees().get(0)).getInitializer();
    return value instanceof ParenthesizedTree brackets
        ? Optional.of(brackets.getExpression())
        : Optional.empty();
  }

  private static Optional<JavaTrees> parse(String before, String text, String after) {
    List<Diagnostic<?>> problems = new ArrayList<>();
    String source = before + text + after;
    JavacTask task =
        (JavacTask)
            ToolProvider.getSystemJavaCompiler()
                .getTask(
                    Writer.nullWriter(),
                    null,
                    problems::add,
                    List.of("-proc:none"),
                    null,
                    List.of(new SourceText("Snippet", source)));
    try {
      CompilationUnitTree unit = task.parse().iterator().next();
      boolean wrong = problems.stream().anyMatch(p -> p.getKind() == Diagnostic.Kind.ERROR);
      if (wrong || unit.getTypeDecls().size() != 1) {
        return Optional.empty();
      }
      List<? extends Tree> members = ((ClassTree) unit.getTypeDecls().get(0)).getMembers();
      SourcePositions positions = Trees.instance(task).getSourcePositions();
      return Optional.of(new JavaTrees(members, source, unit, positions));
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory can be read", e);
    }
  }

  private JavaTrees with(List<? extends Tree> others) {
    return new JavaTrees(others, source, unit, positions);
  }

  /** Returns a tree's source text. */
  String text(Tree tree) {
    return source.substring(start(tree), end(tree));
  }

  private int start(Tree tree) {
    return (int) positions.getStartPosition(unit, tree);
  }

  private int end(Tree tree) {
    return (int) positions.getEndPosition(unit, tree);
  }

  /** Returns the number of the snippet's lines before a tree. */
  int linesBefore(Tree tree) {
    // The first line was put before the snippet.
    return (int) source.substring(0, start(tree)).chars().filter(c -> c == '\n').count() - 1;
  }

  /**
   * Adds modifiers to a declaration, after its annotations.
   *
   * @param afterAnnotations where the declaration's own annotations end
   */
  static String withModifiers(String added, String declaration, int afterAnnotations) {
    if (added.isEmpty()) {
      return declaration;
    }
    return afterAnnotations == 0
        ? added + " " + declaration
        : declaration.substring(0, afterAnnotations)
            + " "
            + added
            + declaration.substring(afterAnnotations);
  }

  /**
   * Returns the end of a member's last annotation, from the start of the snippet; 0 without any.
   */
  int afterAnnotations(List<? extends Tree> annotations) {
    int begin = source.indexOf('\n') + 1;
    return annotations.stream().mapToInt(tree -> end(tree) - begin).max().orElse(0);
  }
}
