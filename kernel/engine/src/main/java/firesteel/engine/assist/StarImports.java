package firesteel.engine.assist;

import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MemberSelectTree;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/**
 * Lists what import declarations with a star import. The compiler's own scope would read every
 * class of the imported packages: some thousand files for each question.
 */
final class StarImports {
  private StarImports() {}

  /** Returns the packages (or classes with nested classes) whose types are imported by a star. */
  static List<String> packages(SourceCompiler.Parsed code) {
    List<String> packages = new ArrayList<>();
    packages.add("java.lang");
    for (ImportTree declaration : code.unit().getImports()) {
      if (!declaration.isStatic() && isStar(declaration)) {
        packages.add(qualifier(declaration));
      }
    }
    return packages;
  }

  /** Returns the static methods and fields that are imported by a star. */
  static List<Element> members(SourceCompiler.Parsed code) {
    List<Element> members = new ArrayList<>();
    for (ImportTree declaration : code.unit().getImports()) {
      if (!declaration.isStatic() || !isStar(declaration)) {
        continue;
      }
      TypeElement type = code.elements().getTypeElement(qualifier(declaration));
      if (type != null) {
        for (Element member : code.elements().getAllMembers(type)) {
          if (member.getModifiers().contains(Modifier.STATIC)
              && member.getModifiers().contains(Modifier.PUBLIC)) {
            members.add(member);
          }
        }
      }
    }
    return members;
  }

  private static boolean isStar(ImportTree declaration) {
    return declaration.getQualifiedIdentifier() instanceof MemberSelectTree name
        && name.getIdentifier().contentEquals("*");
  }

  private static String qualifier(ImportTree declaration) {
    return ((MemberSelectTree) declaration.getQualifiedIdentifier()).getExpression().toString();
  }
}
