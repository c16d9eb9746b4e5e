package firesteel.engine.assist;

import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;

/**
 * Finds the type of a lambda's parameter where the compiler doesn't know it because the call is
 * ambiguous: Spark's {@code ds.map(x -> ...)} has overloads for Scala and for Java, but whatever
 * the overload, x is an element of ds.
 */
final class LambdaParameters {
  private LambdaParameters() {}

  /**
   * Returns the type of a name that is a parameter of an enclosing lambda, when the overloads of
   * the call agree on it.
   */
  static Optional<TypeMirror> type(SourceCompiler.Parsed code, TreePath name) {
    if (!(name.getLeaf() instanceof IdentifierTree identifier)) {
      return Optional.empty();
    }
    for (TreePath path = name; path != null; path = path.getParentPath()) {
      if (path.getLeaf() instanceof LambdaExpressionTree lambda) {
        List<? extends VariableTree> parameters = lambda.getParameters();
        for (int i = 0; i < parameters.size(); i++) {
          if (parameters.get(i).getName().equals(identifier.getName())) {
            return parameterType(code, path, lambda, i);
          }
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<TypeMirror> parameterType(
      SourceCompiler.Parsed code, TreePath path, LambdaExpressionTree lambda, int index) {
    Tree parent = path.getParentPath().getLeaf();
    if (!(parent instanceof MethodInvocationTree call)) {
      return Optional.empty();
    }
    int argument = call.getArguments().indexOf(lambda);
    Map<String, TypeMirror> types = new LinkedHashMap<>();
    Map<String, TypeMirror> scalaTypes = new LinkedHashMap<>();
    for (CallTargets.Target target : CallTargets.of(code, path.getParentPath())) {
      List<? extends TypeMirror> parameters = target.type().getParameterTypes();
      if (argument < 0 || argument >= parameters.size()) {
        continue;
      }
      TypeMirror function = parameters.get(argument);
      Map<String, TypeMirror> those = isScala(function) ? scalaTypes : types;
      functionType(code, function, lambda.getParameters().size())
          .map(f -> concrete(f.getParameterTypes().get(index)))
          .ifPresent(t -> those.putIfAbsent(t.toString(), t));
    }
    Map<String, TypeMirror> meant = types.isEmpty() ? scalaTypes : types;
    meant.remove("java.lang.Object");
    return meant.size() == 1 ? Optional.of(meant.values().iterator().next()) : Optional.empty();
  }

  private static boolean isScala(TypeMirror type) {
    return type.toString().startsWith("scala.");
  }

  private static TypeMirror concrete(TypeMirror type) {
    if (type instanceof WildcardType wildcard) {
      TypeMirror bound = wildcard.getSuperBound();
      return bound != null ? bound : Optional.ofNullable(wildcard.getExtendsBound()).orElse(type);
    }
    return type;
  }

  /**
   * Returns the type of the single abstract method of an interface, when it has the given number of
   * parameters.
   */
  private static Optional<ExecutableType> functionType(
      SourceCompiler.Parsed code, TypeMirror type, int parameters) {
    if (type.getKind() != TypeKind.DECLARED) {
      return Optional.empty();
    }
    DeclaredType declared = (DeclaredType) type;
    Element element = declared.asElement();
    if (!element.getKind().isInterface()) {
      return Optional.empty();
    }
    ExecutableElement single = null;
    for (Element member : code.elements().getAllMembers((TypeElement) element)) {
      if (member.getKind() == ElementKind.METHOD
          && member.getModifiers().contains(Modifier.ABSTRACT)
          && !overridesObject(code, (ExecutableElement) member)) {
        if (single != null) {
          return Optional.empty();
        }
        single = (ExecutableElement) member;
      }
    }
    if (single == null || single.getParameters().size() != parameters) {
      return Optional.empty();
    }
    return Optional.of((ExecutableType) code.types().asMemberOf(declared, single));
  }

  private static boolean overridesObject(SourceCompiler.Parsed code, ExecutableElement method) {
    return code.elements().getTypeElement("java.lang.Object").getEnclosedElements().stream()
        .anyMatch(
            o ->
                o.getSimpleName().equals(method.getSimpleName())
                    && ((ExecutableElement) o).getParameters().size()
                        == method.getParameters().size());
  }
}
