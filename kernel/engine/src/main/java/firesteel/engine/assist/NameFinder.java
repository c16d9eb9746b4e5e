package firesteel.engine.assist;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ErroneousTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.Optional;
import javax.lang.model.element.Name;

/** Finds the tree of the name at a position. */
final class NameFinder extends TreePathScanner<Void, Void> {
  private final SourceCompiler.Parsed code;
  private final SourcePositions positions;
  private final String name;
  private final int start;
  private final int end;
  private TreePath used;
  private TreePath declared;

  private NameFinder(SourceCompiler.Parsed code, String name, int start) {
    this.code = code;
    positions = code.trees().getSourcePositions();
    this.name = name;
    this.start = start;
    end = start + name.length();
  }

  /**
   * Returns the path to a name.
   *
   * @param name the name
   * @param start where it starts in the source file
   */
  static Optional<TreePath> find(SourceCompiler.Parsed code, String name, int start) {
    NameFinder finder = new NameFinder(code, name, start);
    finder.scan(new TreePath(code.unit()), null);
    return Optional.ofNullable(finder.used == null ? finder.declared : finder.used);
  }

  @Override
  public Void scan(Tree tree, Void unused) {
    return used == null ? super.scan(tree, unused) : null;
  }

  @Override
  public Void visitErroneous(ErroneousTree tree, Void unused) {
    return scan(tree.getErrorTrees(), unused);
  }

  @Override
  public Void visitIdentifier(IdentifierTree tree, Void unused) {
    return use(tree, tree.getName()) ? null : super.visitIdentifier(tree, unused);
  }

  @Override
  public Void visitMemberSelect(MemberSelectTree tree, Void unused) {
    return use(tree, tree.getIdentifier()) ? null : super.visitMemberSelect(tree, unused);
  }

  @Override
  public Void visitMemberReference(MemberReferenceTree tree, Void unused) {
    return use(tree, tree.getName()) ? null : super.visitMemberReference(tree, unused);
  }

  @Override
  public Void visitVariable(VariableTree tree, Void unused) {
    declare(tree, tree.getName());
    return super.visitVariable(tree, unused);
  }

  @Override
  public Void visitMethod(MethodTree tree, Void unused) {
    declare(tree, tree.getName());
    return super.visitMethod(tree, unused);
  }

  @Override
  public Void visitClass(ClassTree tree, Void unused) {
    declare(tree, tree.getSimpleName());
    return super.visitClass(tree, unused);
  }

  private boolean use(Tree tree, Name treeName) {
    if (treeName.contentEquals(name) && positions.getEndPosition(code.unit(), tree) == end) {
      used = getCurrentPath();
      return true;
    }
    return false;
  }

  /**
   * Records a declaration of the name: the innermost one around the position is the one that is
   * meant.
   */
  private void declare(Tree tree, Name treeName) {
    boolean around =
        positions.getStartPosition(code.unit(), tree) <= start
            && end <= positions.getEndPosition(code.unit(), tree);
    if (around && treeName.contentEquals(name)) {
      declared = getCurrentPath();
    }
  }
}
