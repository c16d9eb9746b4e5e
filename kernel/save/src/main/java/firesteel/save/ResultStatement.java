package firesteel.save;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import firesteel.api.session.Session;
import java.util.Set;
import java.util.regex.Pattern;

/** Writes the statement by which a class shows the value of a cell. */
final class ResultStatement {
  private static final Pattern DATASET = Pattern.compile("([\\w.]+\\.)?Dataset<.*");

  /** Expressions after which a call needs no brackets. */
  private static final Set<Tree.Kind> CLOSED =
      Set.of(Tree.Kind.METHOD_INVOCATION, Tree.Kind.IDENTIFIER, Tree.Kind.MEMBER_SELECT);

  private ResultStatement() {}

  /** Returns a statement that shows the value of an expression. */
  static String statement(Session session, String expression, ExpressionTree tree) {
    String type = session.typeOf(expression).orElse("");
    if (DATASET.matcher(type).matches()) {
      return (CLOSED.contains(tree.getKind()) ? expression : "(" + expression + ")") + ".show();";
    }
    String text = expression;
    if (type.endsWith("[][]")) {
      text = "java.util.Arrays.deepToString(" + expression + ")";
    } else if (type.endsWith("[]")) {
      text = "java.util.Arrays.toString(" + expression + ")";
    }
    return "System.out.println(" + text + ");";
  }
}
