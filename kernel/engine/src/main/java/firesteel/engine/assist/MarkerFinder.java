package firesteel.engine.assist;

import com.sun.source.tree.ErroneousTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.Optional;
import javax.lang.model.element.Name;

/** Finds the tree whose name is {@link CellUnit#MARKER}: a name alone, behind a dot, behind ::. */
final class MarkerFinder extends TreePathScanner<Void, Void> {
  private TreePath found;

  private MarkerFinder() {}

  /** Returns the path to the marker; empty when it stands at a declared name, or is missing. */
  static Optional<TreePath> find(SourceCompiler.Parsed parsed) {
    MarkerFinder finder = new MarkerFinder();
    finder.scan(new TreePath(parsed.unit()), null);
    return Optional.ofNullable(finder.found);
  }

  @Override
  public Void scan(Tree tree, Void unused) {
    return found == null ? super.scan(tree, unused) : null;
  }

  @Override
  public Void visitErroneous(ErroneousTree tree, Void unused) {
    return scan(tree.getErrorTrees(), unused);
  }

  @Override
  public Void visitIdentifier(IdentifierTree tree, Void unused) {
    return check(tree.getName()) ? null : super.visitIdentifier(tree, unused);
  }

  @Override
  public Void visitMemberSelect(MemberSelectTree tree, Void unused) {
    return check(tree.getIdentifier()) ? null : super.visitMemberSelect(tree, unused);
  }

  @Override
  public Void visitMemberReference(MemberReferenceTree tree, Void unused) {
    return check(tree.getName()) ? null : super.visitMemberReference(tree, unused);
  }

  private boolean check(Name name) {
    if (!name.contentEquals(CellUnit.MARKER)) {
      return false;
    }
    found = getCurrentPath();
    return true;
  }
}
