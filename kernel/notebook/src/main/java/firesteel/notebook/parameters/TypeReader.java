package firesteel.notebook.parameters;

import com.sun.source.tree.ArrayTypeTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.PrimitiveTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import firesteel.notebook.parameters.SequenceType.Form;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the type of a parameter in its declaration, or in the initializer of a {@code var}. */
final class TypeReader {
  private static final Set<String> LISTS =
      Set.of("java.util.List", "java.util.Collection", "java.lang.Iterable");

  /** The methods by which a class makes an instance of itself. */
  private static final String FACTORY = "of|of[A-Z]\\w*|parse|create|valueOf|now";

  private final TypeNames names;

  TypeReader(TypeNames names) {
    this.names = names;
  }

  /** A type with its name for messages. */
  record Found(String shown, ParameterType type) {}

  /** Returns the type of a variable; empty when its values can't be given as text. */
  Optional<Found> of(VariableTree variable) {
    Tree type = variable.getType();
    if (type != null && !type.toString().equals("var")) {
      return declared(type);
    }
    return variable.getInitializer() == null ? Optional.empty() : value(variable.getInitializer());
  }

  private Optional<Found> declared(Tree type) {
    if (type instanceof ArrayTypeTree array) {
      return declared(array.getType()).flatMap(TypeReader::array);
    }
    if (type instanceof ParameterizedTypeTree generic) {
      return generic(generic);
    }
    return type instanceof PrimitiveTypeTree
            || type instanceof IdentifierTree
            || type instanceof MemberSelectTree
        ? named(type.toString())
        : Optional.empty();
  }

  private Optional<Found> named(String written) {
    String name = names.qualified(written).orElse(written);
    return names
        .constants(written)
        .<ParameterType>map(constants -> new EnumType(written, constants))
        .or(() -> ScalarType.of(name, written))
        .map(type -> new Found(written, type));
  }

  private Optional<Found> generic(ParameterizedTypeTree generic) {
    String written = generic.getType().toString();
    String name = names.qualified(written).orElse("");
    List<Optional<Found>> arguments =
        generic.getTypeArguments().stream().map(argument -> declared(argument)).toList();
    if (arguments.isEmpty() || arguments.stream().anyMatch(Optional::isEmpty)) {
      return Optional.empty();
    }
    Found first = arguments.get(0).get();
    if (LISTS.contains(name)) {
      return Optional.of(list(name.endsWith("List") ? written : "List", written, first));
    }
    if (name.equals("java.util.Set")) {
      return Optional.of(set(written, first));
    }
    if (name.equals("java.util.Map") && arguments.size() == 2) {
      Found second = arguments.get(1).get();
      return Optional.of(
          new Found(
              "%s<%s, %s>".formatted(written, first.shown, second.shown),
              new MapType(written, first.type, second.type)));
    }
    return Optional.empty();
  }

  /** Returns an array; empty for arrays of generic types, which Java can't create. */
  private static Optional<Found> array(Found item) {
    String shown = item.shown + "[]";
    return item.shown.endsWith(">")
        ? Optional.empty()
        : Optional.of(
            new Found(
                shown,
                new SequenceType(new Form("new " + shown + " {", "}", false), item.type, true)));
  }

  private static Found list(String made, String written, Found item) {
    return new Found(
        written + "<" + item.shown + ">",
        new SequenceType(new Form(made + ".of(", ")", false), item.type, false));
  }

  private static Found set(String written, Found item) {
    return new Found(
        written + "<" + item.shown + ">",
        new SequenceType(new Form(written + ".of(", ")", true), item.type, false));
  }

  /** Returns the type of an expression, as far as its own text tells it. */
  private Optional<Found> value(ExpressionTree value) {
    if (value instanceof ParenthesizedTree inner) {
      return value(inner.getExpression());
    }
    if (value instanceof LiteralTree literal) {
      return literal(literal);
    }
    if (value instanceof UnaryTree sign) {
      return value(sign.getExpression());
    }
    if (value instanceof BinaryTree sum) {
      return value(sum.getLeftOperand())
          .or(() -> value(sum.getRightOperand()))
          .filter(side -> side.shown.equals("String") && sum.getKind() == Tree.Kind.PLUS);
    }
    if (value instanceof TypeCastTree cast) {
      return declared(cast.getType());
    }
    if (value instanceof NewClassTree created) {
      return created.getClassBody() == null ? declared(created.getIdentifier()) : Optional.empty();
    }
    if (value instanceof NewArrayTree created && created.getType() != null) {
      return declared(created.getType()).flatMap(TypeReader::array);
    }
    if (value instanceof MemberSelectTree constant) {
      String owner = constant.getExpression().toString();
      return names
          .constants(owner)
          .filter(constants -> constants.contains(constant.getIdentifier().toString()))
          .flatMap(constants -> named(owner));
    }
    return value instanceof MethodInvocationTree call ? call(call) : Optional.empty();
  }

  private Optional<Found> call(MethodInvocationTree call) {
    if (!(call.getMethodSelect() instanceof MemberSelectTree method)
        || !method.getIdentifier().toString().matches(FACTORY)) {
      return Optional.empty();
    }
    String owner = method.getExpression().toString();
    String name = names.qualified(owner).orElse("");
    boolean list = name.equals("java.util.List");
    if ((list || name.equals("java.util.Set")) && !call.getArguments().isEmpty()) {
      return value(call.getArguments().get(0))
          .flatMap(item -> named(boxed(item.shown)))
          .map(item -> list ? list(owner, owner, item) : set(owner, item));
    }
    return ScalarType.isKnown(name) || names.constants(owner).isPresent()
        ? named(owner)
        : Optional.empty();
  }

  private static String boxed(String type) {
    return switch (type) {
      case "int" -> "Integer";
      case "char" -> "Character";
      case "byte", "short", "long", "float", "double", "boolean" ->
          Character.toUpperCase(type.charAt(0)) + type.substring(1);
      default -> type;
    };
  }

  private Optional<Found> literal(LiteralTree literal) {
    return switch (literal.getKind()) {
      case INT_LITERAL -> named("int");
      case LONG_LITERAL -> named("long");
      case FLOAT_LITERAL -> named("float");
      case DOUBLE_LITERAL -> named("double");
      case BOOLEAN_LITERAL -> named("boolean");
      case CHAR_LITERAL -> named("char");
      case STRING_LITERAL -> named("String");
      default -> Optional.empty();
    };
  }
}
