package firesteel.engine.eval;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/**
 * Decides whether the result of a call that ends with a semicolon is its purpose or incidental.
 *
 * @param changes whether the result says how a collection or map was changed
 * @param onReceiver whether the value may be the receiver itself
 * @param ofVariable whether the receiver is a variable, or reached from one by further calls
 */
record StatementCall(boolean changes, boolean onReceiver, boolean ofVariable) {
  static final StatementCall VALUE = new StatementCall(false, false, false);

  private static final Set<String> COLLECTION_CHANGES =
      Set.of(
          "add",
          "addAll",
          "offer",
          "offerFirst",
          "offerLast",
          "remove",
          "removeAll",
          "removeElement",
          "removeFirstOccurrence",
          "removeIf",
          "removeLastOccurrence",
          "retainAll",
          "set");

  private static final Set<String> MAP_CHANGES =
      Set.of(
          "compute",
          "computeIfAbsent",
          "computeIfPresent",
          "merge",
          "put",
          "putIfAbsent",
          "remove",
          "replace",
          "setProperty");

  /**
   * Classifies an attributed expression.
   *
   * @param path the path of the expression
   */
  static StatementCall of(JavacTask task, TreePath path) {
    if (!(path.getLeaf() instanceof MethodInvocationTree call)
        || !(call.getMethodSelect() instanceof MemberSelectTree select)) {
      return VALUE;
    }
    Trees trees = Trees.instance(task);
    TreePath selectPath = new TreePath(path, select);
    TreePath receiver = new TreePath(selectPath, select.getExpression());
    Element method = trees.getElement(selectPath);
    String name = select.getIdentifier().toString();
    if (method == null) {
      return VALUE;
    }
    if (method.getModifiers().contains(Modifier.STATIC)) {
      boolean fills =
          name.equals("addAll")
              && method.getEnclosingElement().toString().equals("java.util.Collections");
      return new StatementCall(fills, false, false);
    }
    TypeMirror on = trees.getTypeMirror(receiver);
    TypeMirror value = trees.getTypeMirror(path);
    if (on == null || value == null) {
      return VALUE;
    }
    boolean changes =
        COLLECTION_CHANGES.contains(name) && is(task, on, "java.util.Collection")
            || MAP_CHANGES.contains(name) && is(task, on, "java.util.Map");
    return new StatementCall(changes, !value.getKind().isPrimitive(), isVariable(trees, receiver));
  }

  private static boolean is(JavacTask task, TypeMirror type, String name) {
    Types types = task.getTypes();
    TypeMirror wanted = task.getElements().getTypeElement(name).asType();
    return type.getKind() != TypeKind.ERROR
        && types.isSubtype(types.erasure(type), types.erasure(wanted));
  }

  private static boolean isVariable(Trees trees, TreePath path) {
    ExpressionTree tree = (ExpressionTree) path.getLeaf();
    if (tree instanceof ParenthesizedTree inner) {
      return isVariable(trees, new TreePath(path, inner.getExpression()));
    }
    if (tree instanceof MethodInvocationTree call
        && call.getMethodSelect() instanceof MemberSelectTree select) {
      TreePath selected = new TreePath(path, select);
      return isVariable(trees, new TreePath(selected, select.getExpression()));
    }
    Element element = trees.getElement(path);
    return (tree instanceof IdentifierTree || tree instanceof MemberSelectTree)
        && element != null
        && element.getKind().isField();
  }
}
