package firesteel.engine.assist;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Scope;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.Name;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;

/** Finds the methods or constructors that a call may mean, by its name and receiver. */
final class CallTargets {
  /**
   * One overload of a called method or constructor.
   *
   * @param method the method or constructor
   * @param type its type as a member of the receiver's type
   */
  record Target(ExecutableElement method, ExecutableType type) {}

  private CallTargets() {}

  /** Returns all overloads of a call; empty when the receiver's type isn't known. */
  static List<Target> of(SourceCompiler.Parsed code, TreePath call) {
    Tree tree = call.getLeaf();
    if (tree instanceof NewClassTree creation) {
      TypeMirror type = code.trees().getTypeMirror(new TreePath(call, creation.getIdentifier()));
      return type instanceof DeclaredType declared
          ? named(code, call, declared, null, false)
          : List.of();
    }
    if (!(tree instanceof MethodInvocationTree invocation)) {
      return List.of();
    }
    ExpressionTree select = invocation.getMethodSelect();
    if (select instanceof MemberSelectTree member) {
      TreePath selectPath = new TreePath(call, select);
      TreePath receiver = new TreePath(selectPath, member.getExpression());
      TypeMirror type = code.trees().getTypeMirror(receiver);
      if (!(type instanceof DeclaredType known) || known.getKind().name().equals("ERROR")) {
        type = LambdaParameters.type(code, receiver).orElse(type);
      }
      if (type instanceof TypeVariable variable) {
        type = variable.getUpperBound();
      }
      boolean isStatic = code.trees().getElement(receiver) instanceof TypeElement;
      return type instanceof DeclaredType declared
          ? named(code, call, declared, member.getIdentifier(), isStatic)
          : List.of();
    }
    return select instanceof IdentifierTree name ? inScope(code, call, name.getName()) : List.of();
  }

  private static List<Target> named(
      SourceCompiler.Parsed code, TreePath call, DeclaredType type, Name name, boolean isStatic) {
    Scope scope = code.trees().getScope(call);
    List<Target> targets = new ArrayList<>();
    TypeElement owner = (TypeElement) type.asElement();
    List<? extends Element> members =
        name == null ? owner.getEnclosedElements() : code.elements().getAllMembers(owner);
    for (Element member : members) {
      boolean wanted =
          name == null
              ? member.getKind() == ElementKind.CONSTRUCTOR
              : member.getKind() == ElementKind.METHOD
                  && member.getSimpleName().equals(name)
                  && (!isStatic || member.getModifiers().contains(Modifier.STATIC));
      if (wanted && code.trees().isAccessible(scope, member, type)) {
        TypeMirror memberType = code.types().asMemberOf(type, member);
        targets.add(new Target((ExecutableElement) member, (ExecutableType) memberType));
      }
    }
    return targets;
  }

  private static List<Target> inScope(SourceCompiler.Parsed code, TreePath call, Name name) {
    List<Target> targets = new ArrayList<>();
    Set<Element> seen = new LinkedHashSet<>();
    for (Scope scope = code.trees().getScope(call);
        scope != null;
        scope = scope.getEnclosingScope()) {
      if (scope.getEnclosingClass() != null) {
        seen.addAll(code.elements().getAllMembers(scope.getEnclosingClass()));
      } else if (scope.getEnclosingScope() == null) {
        seen.addAll(StarImports.members(code));
      } else {
        scope.getLocalElements().forEach(seen::add);
      }
    }
    for (Element element : seen) {
      if (element.getKind() == ElementKind.METHOD && element.getSimpleName().equals(name)) {
        targets.add(new Target((ExecutableElement) element, (ExecutableType) element.asType()));
      }
    }
    return targets;
  }
}
