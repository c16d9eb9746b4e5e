package firesteel.engine.assist;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.Scope;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import firesteel.engine.assist.Candidate.Rank;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/**
 * Collects the meanings of a simple name at the marker: local variables, the notebook's
 * declarations, imports.
 */
final class ScopeCandidates {
  private final SourceCompiler.Parsed code;
  private final List<Candidate> found = new ArrayList<>();
  private final Set<Element> seen = new HashSet<>();
  private final Set<String> variables = new HashSet<>();

  private ScopeCandidates(SourceCompiler.Parsed code) {
    this.code = code;
  }

  static List<Candidate> collect(SourceCompiler.Parsed code, TreePath path) {
    ScopeCandidates candidates = new ScopeCandidates(code);
    Scope start = code.trees().getScope(path);
    Set<TypeElement> classes = new LinkedHashSet<>();
    candidates.skipDeclared(path);
    for (Scope scope = start; scope != null; scope = scope.getEnclosingScope()) {
      TypeElement enclosing = scope.getEnclosingClass();
      boolean imports = enclosing == null;
      if (imports && scope.getEnclosingScope() == null) {
        StarImports.members(code).forEach(m -> candidates.add(m, Rank.IMPORTED_MEMBER));
        break;
      }
      for (Element element : scope.getLocalElements()) {
        candidates.add(element, imports ? imported(element) : Rank.LOCAL);
      }
      if (enclosing != null && classes.add(enclosing)) {
        candidates.addMembers(enclosing);
      }
    }
    return candidates.found;
  }

  /** Leaves out a variable in its own initializer. */
  private void skipDeclared(TreePath path) {
    for (TreePath at = path; at != null; at = at.getParentPath()) {
      if (at.getLeaf() instanceof LambdaExpressionTree || at.getLeaf() instanceof ClassTree) {
        return;
      }
      if (at.getLeaf() instanceof VariableTree variable) {
        variables.add(variable.getName().toString());
      }
    }
  }

  private static Rank imported(Element element) {
    return element.getKind().isClass() || element.getKind().isInterface()
        ? Rank.IMPORTED_TYPE
        : Rank.IMPORTED_MEMBER;
  }

  private void addMembers(TypeElement type) {
    boolean notebook = isSynthetic(type);
    for (Element member : code.elements().getAllMembers(type)) {
      boolean ofObject = Signatures.isObject(member.getEnclosingElement().asType());
      if (notebook && ofObject) {
        continue;
      }
      Rank rank = notebook ? notebookRank(member) : Rank.LOCAL;
      add(member, ofObject ? Rank.OBJECT_MEMBER : rank);
    }
  }

  private static boolean isSynthetic(TypeElement type) {
    return type.getSimpleName().toString().startsWith("$");
  }

  private static Rank notebookRank(Element member) {
    return switch (member.getKind()) {
      case METHOD -> Rank.NOTEBOOK_METHOD;
      case FIELD -> Rank.NOTEBOOK_VARIABLE;
      default -> Rank.NOTEBOOK_TYPE;
    };
  }

  private void add(Element element, Rank rank) {
    String name = element.getSimpleName().toString();
    if (name.isEmpty()
        || name.startsWith("$")
        || name.startsWith("<")
        || name.equals("this")
        || name.equals("super")
        || element.getKind() == ElementKind.CONSTRUCTOR
        || !seen.add(element)) {
      return;
    }
    if (element.getKind().isField() || element.getKind() == ElementKind.LOCAL_VARIABLE) {
      // An inner variable hides an outer one of the same name.
      if (!variables.add(name)) {
        return;
      }
    }
    found.add(new Candidate(name, element, type(element), rank));
  }

  private TypeMirror type(Element element) {
    Element owner = element.getEnclosingElement();
    if (!element.getModifiers().contains(Modifier.STATIC)
        && owner instanceof TypeElement type
        && type.asType() instanceof DeclaredType declared
        && (element.getKind() == ElementKind.METHOD || element.getKind().isField())) {
      return code.types().asMemberOf(declared, element);
    }
    return element.asType();
  }
}
