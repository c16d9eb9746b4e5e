package firesteel.engine.eval;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import firesteel.source.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.OptionalInt;
import javax.tools.JavaFileManager;

/**
 * Finds a {@code return} outside of the snippet's methods. JShell, which makes a method of each
 * statement, would only end that statement, drop the value, and run the statements below.
 */
final class TopLevelReturn {
  private static final String HEAD = "class S { Object m() {";

  private TopLevelReturn() {}

  /** Returns its position in a statement; empty when there is none. */
  static OptionalInt in(String statement, CompilerTasks tasks, JavaFileManager files) {
    if (!statement.contains("return")) {
      return OptionalInt.empty();
    }
    SourceText source = new SourceText("S", HEAD + statement + "\n}}");
    return tasks.run(files, problem -> {}, source, TopLevelReturn::find);
  }

  private static OptionalInt find(JavacTask task) {
    long[] found = {-1};
    try {
      CompilationUnitTree unit = task.parse().iterator().next();
      var positions = Trees.instance(task).getSourcePositions();
      TreeScanner<Void, Void> scanner =
          new TreeScanner<>() {
            @Override
            public Void visitReturn(ReturnTree node, Void nothing) {
              if (found[0] < 0) {
                found[0] = positions.getStartPosition(unit, node);
              }
              return null;
            }

            @Override
            public Void visitClass(ClassTree node, Void nothing) {
              return null;
            }

            @Override
            public Void visitLambdaExpression(LambdaExpressionTree node, Void nothing) {
              return null;
            }
          };
      if (unit.getTypeDecls().size() == 1
          && unit.getTypeDecls().get(0) instanceof ClassTree type
          && type.getMembers().size() == 1
          && type.getMembers().get(0) instanceof MethodTree method) {
        scanner.scan(method.getBody(), null);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    int position = (int) found[0] - HEAD.length();
    return position < 0 ? OptionalInt.empty() : OptionalInt.of(position);
  }
}
