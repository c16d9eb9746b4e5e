package firesteel.engine.assist;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.TreePath;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * Finds the types that an expression should have at its place; proposals of these types come first.
 */
final class ExpectedTypes {
  private ExpectedTypes() {}

  /** Returns the types that the context expects; empty when it accepts any type. */
  static List<TypeMirror> at(SourceCompiler.Parsed code, TreePath expression) {
    List<TypeMirror> types = new ArrayList<>();
    for (TypeMirror type : wanted(code, expression)) {
      // Other kinds can't be compared; with an unresolved var, the compiler would overflow the
      // stack.
      boolean known =
          type != null
              && (type.getKind().isPrimitive()
                  || type.getKind() == TypeKind.ARRAY
                  || type.getKind() == TypeKind.DECLARED);
      if (known && !Signatures.isObject(type)) {
        types.add(type);
      }
    }
    return types;
  }

  private static List<TypeMirror> wanted(SourceCompiler.Parsed code, TreePath path) {
    Tree tree = path.getLeaf();
    TreePath parentPath = path.getParentPath();
    Tree parent = parentPath.getLeaf();
    if (parent instanceof VariableTree variable && variable.getInitializer() == tree) {
      return variable.getType() == null
          ? List.of()
          : list(code.trees().getTypeMirror(new TreePath(parentPath, variable.getType())));
    }
    if (parent instanceof AssignmentTree assignment && assignment.getExpression() == tree) {
      return list(code.trees().getTypeMirror(new TreePath(parentPath, assignment.getVariable())));
    }
    if (parent instanceof ReturnTree) {
      return returned(code, parentPath);
    }
    if (parent instanceof MethodInvocationTree call) {
      return argument(code, parentPath, call.getArguments().indexOf(tree));
    }
    if (parent instanceof NewClassTree creation) {
      return argument(code, parentPath, creation.getArguments().indexOf(tree));
    }
    if (parent instanceof BinaryTree binary) {
      return operand(code, parentPath, binary, tree);
    }
    if (parent instanceof ParenthesizedTree) {
      Tree outer = parentPath.getParentPath().getLeaf();
      return outer instanceof IfTree || outer instanceof WhileLoopTree
          ? list(code.types().getPrimitiveType(TypeKind.BOOLEAN))
          : wanted(code, parentPath);
    }
    return List.of();
  }

  private static List<TypeMirror> returned(SourceCompiler.Parsed code, TreePath statement) {
    for (TreePath path = statement; path != null; path = path.getParentPath()) {
      if (path.getLeaf() instanceof LambdaExpressionTree) {
        return List.of();
      }
      if (path.getLeaf() instanceof MethodTree method) {
        return method.getReturnType() == null
            ? List.of()
            : list(code.trees().getTypeMirror(new TreePath(path, method.getReturnType())));
      }
    }
    return List.of();
  }

  private static List<TypeMirror> argument(SourceCompiler.Parsed code, TreePath call, int index) {
    List<TypeMirror> types = new ArrayList<>();
    if (index < 0) {
      return types;
    }
    for (CallTargets.Target target : CallTargets.of(code, call)) {
      List<? extends TypeMirror> parameters = target.type().getParameterTypes();
      int last = parameters.size() - 1;
      if (target.method().isVarArgs() && index >= last) {
        types.add(((ArrayType) parameters.get(last)).getComponentType());
      } else if (index <= last) {
        types.add(parameters.get(index));
      }
    }
    return types;
  }

  private static List<TypeMirror> operand(
      SourceCompiler.Parsed code, TreePath parentPath, BinaryTree binary, Tree tree) {
    if (binary.getKind() == Tree.Kind.CONDITIONAL_AND
        || binary.getKind() == Tree.Kind.CONDITIONAL_OR) {
      return list(code.types().getPrimitiveType(TypeKind.BOOLEAN));
    }
    ExpressionTree other =
        binary.getLeftOperand() == tree ? binary.getRightOperand() : binary.getLeftOperand();
    return list(code.trees().getTypeMirror(new TreePath(parentPath, other)));
  }

  private static List<TypeMirror> list(TypeMirror type) {
    return type == null ? List.of() : List.of(type);
  }
}
