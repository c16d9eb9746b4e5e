package firesteel.engine.assist;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;

/** Formats types, methods and classes as a line of Java with simple names. */
final class Signatures {
  private static final Pattern NO_NAME = Pattern.compile("arg\\d+|");

  private Signatures() {}

  /** Returns a type with simple names: {@code Map<String, List<Row>>}. */
  static String type(TypeMirror type) {
    return type(type, 0);
  }

  private static String type(TypeMirror type, int depth) {
    if (depth > 8) {
      return "...";
    }
    switch (type.getKind()) {
      case DECLARED, ERROR -> {
        DeclaredType declared = (DeclaredType) type;
        String name = declared.asElement().getSimpleName().toString();
        if (name.isEmpty()) {
          return anonymous((TypeElement) declared.asElement());
        }
        return declared.getTypeArguments().isEmpty()
            ? name
            : name + "<" + types(declared.getTypeArguments(), depth) + ">";
      }
      case ARRAY -> {
        return type(((ArrayType) type).getComponentType(), depth) + "[]";
      }
      case TYPEVAR -> {
        TypeVariable variable = (TypeVariable) type;
        String name = variable.asElement().getSimpleName().toString();
        // A captured wildcard has no readable name, so show its bound.
        return name.startsWith("<") ? type(variable.getUpperBound(), depth + 1) : name;
      }
      case WILDCARD -> {
        WildcardType wildcard = (WildcardType) type;
        if (wildcard.getExtendsBound() != null) {
          return "? extends " + type(wildcard.getExtendsBound(), depth + 1);
        }
        return wildcard.getSuperBound() != null
            ? "? super " + type(wildcard.getSuperBound(), depth + 1)
            : "?";
      }
      case INTERSECTION -> {
        return ((IntersectionType) type)
            .getBounds().stream().map(t -> type(t, depth + 1)).collect(Collectors.joining(" & "));
      }
      case NULL -> {
        return "null";
      }
      default -> {
        return type.getKind().isPrimitive() || type.getKind() == TypeKind.VOID
            ? type.getKind().name().toLowerCase(java.util.Locale.ROOT)
            : type.toString();
      }
    }
  }

  private static String types(List<? extends TypeMirror> types, int depth) {
    return types.stream().map(t -> type(t, depth + 1)).collect(Collectors.joining(", "));
  }

  private static String anonymous(TypeElement element) {
    TypeMirror shown =
        element.getInterfaces().isEmpty()
            ? element.getSuperclass()
            : element.getInterfaces().get(0);
    return type(shown);
  }

  /**
   * Returns the parameters and, except for constructors, the result type: {@code (String condition)
   * : Dataset<Row>}.
   *
   * @param method the method
   * @param type its type as a member of the receiver's type
   */
  static String method(ExecutableElement method, ExecutableType type) {
    String parameters = "(" + String.join(", ", parameters(method, type, List.of())) + ")";
    return method.getKind() == ElementKind.CONSTRUCTOR
        ? parameters
        : parameters + " : " + type(type.getReturnType());
  }

  /**
   * Returns the parameters, one string each.
   *
   * @param names the names from the source, which are better than those of the class file; may be
   *     empty
   */
  static List<String> parameters(
      ExecutableElement method, ExecutableType type, List<String> names) {
    int count = type.getParameterTypes().size();
    return IntStream.range(0, count)
        .mapToObj(
            i -> {
              TypeMirror parameter = type.getParameterTypes().get(i);
              boolean rest = method.isVarArgs() && i == count - 1;
              String typeName =
                  rest && parameter.getKind() == TypeKind.ARRAY
                      ? type(((ArrayType) parameter).getComponentType()) + "..."
                      : type(parameter);
              String own =
                  i < method.getParameters().size()
                      ? method.getParameters().get(i).getSimpleName().toString()
                      : "";
              String name = names.size() == count ? names.get(i) : own;
              // Class files without parameter names have arg0, arg1, which don't help.
              return NO_NAME.matcher(name).matches() ? typeName : typeName + " " + name;
            })
        .toList();
  }

  /**
   * Returns the type parameters with their bounds: {@code <K, V extends Comparable<V>>}; may be
   * empty.
   */
  static String typeParameters(List<? extends TypeParameterElement> parameters) {
    if (parameters.isEmpty()) {
      return "";
    }
    return parameters.stream()
        .map(
            p -> {
              List<? extends TypeMirror> bounds =
                  p.getBounds().stream().filter(b -> !isObject(b)).toList();
              return bounds.isEmpty()
                  ? p.getSimpleName().toString()
                  : p.getSimpleName()
                      + " extends "
                      + bounds.stream().map(Signatures::type).collect(Collectors.joining(" & "));
            })
        .collect(Collectors.joining(", ", "<", ">"));
  }

  /** Returns whether a type is {@code java.lang.Object}. */
  static boolean isObject(TypeMirror type) {
    return type instanceof DeclaredType declared
        && declared.getKind() == TypeKind.DECLARED
        && ((TypeElement) declared.asElement())
            .getQualifiedName()
            .contentEquals("java.lang.Object");
  }

  private static final Map<ElementKind, String> TYPE_WORDS =
      Map.of(
          ElementKind.CLASS, "class",
          ElementKind.INTERFACE, "interface",
          ElementKind.ENUM, "enum",
          ElementKind.RECORD, "record",
          ElementKind.ANNOTATION_TYPE, "@interface");

  /**
   * Returns a type's declaration without its body: {@code public class A<T> extends B implements
   * C}.
   */
  static String declaration(TypeElement element) {
    StringBuilder out = new StringBuilder();
    element.getModifiers().stream()
        .map(Object::toString)
        .filter(m -> !(element.getKind().isInterface() && m.equals("abstract")))
        .filter(m -> element.getKind() != ElementKind.RECORD || !m.equals("final"))
        .forEach(m -> out.append(m).append(' '));
    out.append(TYPE_WORDS.getOrDefault(element.getKind(), "class")).append(' ');
    out.append(element.getSimpleName()).append(typeParameters(element.getTypeParameters()));
    if (element.getKind() == ElementKind.RECORD) {
      out.append(
          element.getRecordComponents().stream()
              .map(c -> type(c.asType()) + " " + c.getSimpleName())
              .collect(Collectors.joining(", ", "(", ")")));
    }
    TypeMirror superclass = element.getSuperclass();
    if (superclass.getKind() == TypeKind.DECLARED
        && !isObject(superclass)
        && element.getKind() == ElementKind.CLASS) {
      out.append(" extends ").append(type(superclass));
    }
    if (!element.getInterfaces().isEmpty()) {
      out.append(element.getKind().isInterface() ? " extends " : " implements ");
      out.append(
          element.getInterfaces().stream().map(Signatures::type).collect(Collectors.joining(", ")));
    }
    return out.toString();
  }

  /** Returns the package and outer classes of a type, or an empty string for the notebook's own. */
  static String home(Element element) {
    Element outer = element.getEnclosingElement();
    String name = outer == null ? "" : outer.toString();
    return name.startsWith("REPL") ? "" : name;
  }
}
