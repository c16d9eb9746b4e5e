package firesteel.engine.assist;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.tree.ErroneousTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.util.TreePath;
import firesteel.engine.assist.CallTargets.Target;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Sorts the overloads of a method, finds the one that a call means, and formats them. */
final class Overloads {
  private Overloads() {}

  /** Sorts overloads: those for Java before those for Scala, few parameters before many. */
  static List<Target> sorted(List<Target> targets) {
    return targets.stream()
        .sorted(
            Comparator.comparing((Target t) -> t.type().toString().contains("scala."))
                .thenComparing(t -> t.type().getParameterTypes().size())
                .thenComparing(t -> t.type().toString()))
        .toList();
  }

  /**
   * Returns the index of the overload that the compiler chose, or else of the first that may still
   * fit.
   */
  static int chosen(
      SourceCompiler.Parsed code,
      List<Target> targets,
      Element resolved,
      List<? extends ExpressionTree> arguments,
      TreePath call) {
    List<? extends ExpressionTree> whole =
        arguments.stream().filter(a -> !(a instanceof ErroneousTree)).toList();
    for (int i = 0; i < targets.size(); i++) {
      if (targets.get(i).method().equals(resolved) && !whole.isEmpty()) {
        return i;
      }
    }
    for (int i = 0; i < targets.size(); i++) {
      if (mayFit(code, targets.get(i), whole, arguments.size(), call)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean mayFit(
      SourceCompiler.Parsed code,
      Target target,
      List<? extends ExpressionTree> arguments,
      int written,
      TreePath call) {
    List<? extends TypeMirror> parameters = target.type().getParameterTypes();
    if (written > parameters.size() && !target.method().isVarArgs()) {
      return false;
    }
    for (int i = 0; i < arguments.size(); i++) {
      ExpressionTree argument = arguments.get(i);
      if (argument instanceof LambdaExpressionTree || argument instanceof MemberReferenceTree) {
        continue;
      }
      TypeMirror type = code.trees().getTypeMirror(new TreePath(call, argument));
      int last = parameters.size() - 1;
      TypeMirror parameter = parameters.get(Math.min(i, last));
      boolean fits =
          type == null
              || type.getKind() == TypeKind.ERROR
              || code.types().isAssignable(type, parameter)
              || (target.method().isVarArgs()
                  && i >= last
                  && parameter instanceof ArrayType array
                  && code.types().isAssignable(type, array.getComponentType()));
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  /**
   * Returns a method's declaration, with the type arguments of its receiver: {@code static <T>
   * List<T> of(T a)}.
   */
  static String declaration(Target target, List<String> parameterNames) {
    ExecutableElement method = target.method();
    boolean constructor = method.getKind() == ElementKind.CONSTRUCTOR;
    TypeElement owner = (TypeElement) method.getEnclosingElement();
    boolean notebook = owner.getSimpleName().contentEquals("$Cell");
    StringBuilder out = new StringBuilder();
    if (!notebook && method.getModifiers().contains(Modifier.STATIC)) {
      out.append("static ");
    }
    String typeParameters = Signatures.typeParameters(method.getTypeParameters());
    out.append(typeParameters).append(typeParameters.isEmpty() ? "" : " ");
    out.append(
        constructor
            ? owner.getSimpleName().toString()
            : Signatures.type(target.type().getReturnType()) + " " + method.getSimpleName());
    out.append('(');
    out.append(String.join(", ", Signatures.parameters(method, target.type(), parameterNames)));
    out.append(')');
    List<? extends TypeMirror> thrown = target.type().getThrownTypes();
    if (!thrown.isEmpty()) {
      out.append(" throws ");
      out.append(String.join(", ", thrown.stream().map(Signatures::type).toList()));
    }
    return out.toString();
  }

  /** Returns a method's documentation, or that of the method which it overrides. */
  static Optional<DocCommentTree> comment(
      SourceCompiler.Parsed code,
      SourceDocs docs,
      ExecutableElement method,
      Optional<SourceDocs.Found> found) {
    Optional<DocCommentTree> own = found.flatMap(SourceDocs.Found::comment);
    if (own.isPresent() && !JavadocInline.isInherited(own.get().getFullBody())) {
      return own;
    }
    TypeElement owner = (TypeElement) method.getEnclosingElement();
    for (TypeElement above : supertypes(code, owner)) {
      for (Element member : above.getEnclosedElements()) {
        if (member instanceof ExecutableElement candidate
            && candidate.getSimpleName().equals(method.getSimpleName())
            && code.elements().overrides(method, candidate, owner)) {
          Optional<DocCommentTree> inherited =
              docs.find(code.elements(), candidate).flatMap(SourceDocs.Found::comment);
          if (inherited.isPresent() && !JavadocInline.isInherited(inherited.get().getFullBody())) {
            return inherited;
          }
        }
      }
    }
    return own;
  }

  private static Set<TypeElement> supertypes(SourceCompiler.Parsed code, TypeElement type) {
    Set<TypeElement> found = new LinkedHashSet<>();
    for (TypeMirror above : code.types().directSupertypes(type.asType())) {
      TypeElement element = (TypeElement) ((DeclaredType) above).asElement();
      if (found.add(element)) {
        found.addAll(supertypes(code, element));
      }
    }
    return found;
  }
}
