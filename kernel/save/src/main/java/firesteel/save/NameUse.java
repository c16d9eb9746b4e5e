package firesteel.save;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.HashSet;
import java.util.Set;

/**
 * Finds which names code uses, and how. Compares names only, whatever they refer to: a variable
 * that only seems to be used somewhere becomes a field needlessly, which does no harm.
 */
final class NameUse extends TreeScanner<Void, Void> {
  /** All names that are read, written or called. */
  final Set<String> used = new HashSet<>();

  /** Names within lambdas and nested classes. */
  final Set<String> captured = new HashSet<>();

  /** Names that are assigned another value. */
  final Set<String> assigned = new HashSet<>();

  /** Names of the code's own local variables and parameters. */
  final Set<String> declared = new HashSet<>();

  /** Methods that are called by their simple names. */
  final Set<String> called = new HashSet<>();

  private int depth;

  void scan(Iterable<? extends Tree> trees) {
    scan(trees, null);
  }

  void scan(Tree tree) {
    scan(tree, null);
  }

  @Override
  public Void visitIdentifier(IdentifierTree name, Void unused) {
    used.add(name.getName().toString());
    if (depth > 0) {
      captured.add(name.getName().toString());
    }
    return null;
  }

  @Override
  public Void visitVariable(VariableTree variable, Void unused) {
    declared.add(variable.getName().toString());
    return super.visitVariable(variable, unused);
  }

  @Override
  public Void visitMethodInvocation(MethodInvocationTree call, Void unused) {
    if (call.getMethodSelect() instanceof IdentifierTree name) {
      called.add(name.getName().toString());
    }
    return super.visitMethodInvocation(call, unused);
  }

  @Override
  public Void visitLambdaExpression(LambdaExpressionTree lambda, Void unused) {
    depth++;
    super.visitLambdaExpression(lambda, unused);
    depth--;
    return null;
  }

  @Override
  public Void visitClass(ClassTree type, Void unused) {
    depth++;
    super.visitClass(type, unused);
    depth--;
    return null;
  }

  @Override
  public Void visitAssignment(AssignmentTree assignment, Void unused) {
    addAssigned(assignment.getVariable());
    return super.visitAssignment(assignment, unused);
  }

  @Override
  public Void visitCompoundAssignment(CompoundAssignmentTree assignment, Void unused) {
    addAssigned(assignment.getVariable());
    return super.visitCompoundAssignment(assignment, unused);
  }

  @Override
  public Void visitUnary(UnaryTree unary, Void unused) {
    // Other unary operators too, such as a minus sign, to keep it simple.
    addAssigned(unary.getExpression());
    return super.visitUnary(unary, unused);
  }

  private void addAssigned(Tree target) {
    if (target instanceof IdentifierTree name) {
      assigned.add(name.getName().toString());
    }
  }
}
