package firesteel.engine.assist;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Scope;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import firesteel.engine.assist.Candidate.Rank;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;

/** Collects the names that may follow a dot, or the two colons of a method reference. */
final class MemberCandidates {
  private static final Set<String> OF_EVERY_OBJECT = Set.of("equals", "hashCode", "toString");

  private final SourceCompiler.Parsed code;
  private final Scope scope;
  private final List<Candidate> found = new ArrayList<>();

  private MemberCandidates(SourceCompiler.Parsed code, Scope scope) {
    this.code = code;
    this.scope = scope;
  }

  /**
   * Returns the members of the expression or type before the marker; empty when the compiler
   * doesn't know its type.
   */
  static List<Candidate> collect(SourceCompiler.Parsed code, TreePath path) {
    Tree leaf = path.getLeaf();
    boolean reference = leaf instanceof MemberReferenceTree;
    ExpressionTree receiver =
        leaf instanceof MemberReferenceTree r
            ? r.getQualifierExpression()
            : ((MemberSelectTree) leaf).getExpression();
    TreePath receiverPath = new TreePath(path, receiver);
    MemberCandidates members = new MemberCandidates(code, code.trees().getScope(path));
    Element element = code.trees().getElement(receiverPath);
    if (element instanceof PackageElement) {
      return List.of();
    }
    TypeMirror type = code.trees().getTypeMirror(receiverPath);
    if (type == null || type.getKind() == TypeKind.ERROR) {
      type = LambdaParameters.type(code, receiverPath).orElse(type);
    }
    boolean isType = element instanceof TypeElement || isPrimitive(receiver);
    boolean isSuper =
        receiver instanceof IdentifierTree name && name.getName().contentEquals("super");
    if (type != null) {
      members.addMembers(type, isType, reference, isSuper);
    }
    return members.found;
  }

  private static boolean isPrimitive(ExpressionTree receiver) {
    return receiver.getKind() == Tree.Kind.PRIMITIVE_TYPE
        || receiver.getKind() == Tree.Kind.ARRAY_TYPE;
  }

  private void addMembers(TypeMirror type, boolean isType, boolean reference, boolean isSuper) {
    if (type instanceof ArrayType && !isType) {
      addArrayMembers();
      return;
    }
    DeclaredType declared = declared(type);
    if (declared == null) {
      return;
    }
    TypeElement owner = (TypeElement) declared.asElement();
    for (Element member : code.elements().getAllMembers(owner)) {
      String name = member.getSimpleName().toString();
      boolean method = member.getKind() == ElementKind.METHOD;
      boolean field = member.getKind().isField();
      boolean isStatic = member.getModifiers().contains(Modifier.STATIC);
      boolean fits =
          reference
              ? method && (isType || !isStatic)
              : (method || field) ? isStatic == isType : isType && isStaticType(member);
      // Scala's compiler generates names such as $init$ and foo$default$1, which users don't call.
      if (!fits || name.indexOf('$') >= 0 || name.startsWith("<")) {
        continue;
      }
      if (!isSuper && !code.trees().isAccessible(scope, member, declared)) {
        continue;
      }
      found.add(new Candidate(name, member, memberType(declared, member), rank(owner, member)));
    }
  }

  private void addArrayMembers() {
    TypeElement object = code.elements().getTypeElement("java.lang.Object");
    for (Element member : code.elements().getAllMembers(object)) {
      if (member.getKind() == ElementKind.METHOD
          && member.getModifiers().contains(Modifier.PUBLIC)) {
        found.add(
            new Candidate(
                member.getSimpleName().toString(), member, member.asType(), Rank.OBJECT_MEMBER));
      }
    }
  }

  private static boolean isStaticType(Element member) {
    return member.getKind().isClass() || member.getKind().isInterface();
  }

  private TypeMirror memberType(DeclaredType receiver, Element member) {
    return member.getKind() == ElementKind.METHOD || member.getKind().isField()
        ? code.types().asMemberOf(receiver, member)
        : member.asType();
  }

  private static Rank rank(TypeElement owner, Element member) {
    Element declaring = member.getEnclosingElement();
    if (OF_EVERY_OBJECT.contains(member.getSimpleName().toString())
        || Signatures.isObject(declaring.asType())) {
      return Rank.OBJECT_MEMBER;
    }
    return declaring.equals(owner) ? Rank.OWN_MEMBER : Rank.INHERITED_MEMBER;
  }

  private DeclaredType declared(TypeMirror type) {
    return switch (type.getKind()) {
      case DECLARED -> {
        TypeMirror captured = code.types().capture(type);
        yield captured instanceof DeclaredType declared ? declared : (DeclaredType) type;
      }
      case TYPEVAR -> declared(((TypeVariable) type).getUpperBound());
      case WILDCARD -> {
        TypeMirror bound = ((WildcardType) type).getExtendsBound();
        yield bound == null ? null : declared(bound);
      }
      case INTERSECTION -> declared(((IntersectionType) type).getBounds().get(0));
      default -> null;
    };
  }
}
