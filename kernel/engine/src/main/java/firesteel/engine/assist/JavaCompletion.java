package firesteel.engine.assist;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.util.TreePath;
import firesteel.api.completion.Completion;
import firesteel.api.completion.Completion.Match;
import firesteel.engine.assist.Candidate.Rank;
import firesteel.engine.assist.Proposals.Ranked;
import firesteel.engine.assist.Proposals.Wanted;
import firesteel.source.JavaLexer;
import firesteel.source.JavaToken;
import firesteel.source.JavaToken.Kind;
import firesteel.source.SourceSnippet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeMirror;

/** Completes Java text at a cursor. Not thread-safe. */
final class JavaCompletion {
  private static final Set<String> BEFORE_TYPES =
      Set.of("extends", "implements", "throws", "instanceof", "@");
  private static final Set<String> BEFORE_STATEMENTS =
      Set.of("", ";", "{", "}", ")", "else", "do", "->");

  private final SourceCompiler compiler;
  private final PackageCompletion packages;
  private final PathLiteralCompletion paths;
  private Place last;

  JavaCompletion(SourceCompiler compiler, PackageCompletion packages, PathLiteralCompletion paths) {
    this.compiler = compiler;
    this.packages = packages;
    this.paths = paths;
  }

  /**
   * A place whose proposals are cached: while the user types on, the place stays the same and only
   * the prefix grows.
   *
   * @param source the source file with the marker
   * @param packageName the package before the marker; empty when there is none
   * @param simpleName whether the name stands alone and not behind a dot
   * @param starImports the packages whose classes need no qualification there
   * @param builtIn names of the language that no class declares
   */
  private record Place(
      String source,
      Proposals proposals,
      String packageName,
      boolean simpleName,
      List<String> starImports,
      List<Match> builtIn) {}

  Completion complete(NotebookView view, String java, int cursor) {
    List<JavaToken> tokens = JavaLexer.tokens(java.substring(0, cursor));
    JavaToken token = tokens.isEmpty() ? null : tokens.get(tokens.size() - 1);
    int start = cursor;
    String prefix = "";
    if (token != null && token.end() == cursor) {
      if (token.isQuoted()) {
        return token.closed() ? Completion.none(cursor) : paths.complete(java, tokens, cursor);
      }
      if (token.kind() == Kind.LINE_COMMENT
          || token.kind() == Kind.NUMBER
          || (token.kind() == Kind.BLOCK_COMMENT && !token.closed())) {
        return Completion.none(cursor);
      }
      if (token.kind() == Kind.WORD) {
        start = token.start();
        prefix = token.text(java);
        tokens = tokens.subList(0, tokens.size() - 1);
      }
    } else if (token != null && !token.closed()) {
      return Completion.none(cursor);
    }
    List<JavaToken> before = tokens.stream().filter(t -> !t.isComment()).toList();
    String previous = before.isEmpty() ? "" : before.get(before.size() - 1).text(java);
    String marked = java.substring(0, start) + CellUnit.MARKER;
    List<SourceSnippet> snippets = CellUnit.snippets(marked);
    int at = snippets.size() - 1;
    SourceSnippet snippet = snippets.get(at);
    List<Ranked> matches;
    if (snippet.kind() == SourceSnippet.Kind.IMPORT) {
      matches = imports(java.substring(snippet.start(), start), prefix);
    } else {
      boolean brackets = !java.substring(cursor).stripLeading().startsWith("(");
      matches = names(view, marked, snippets, prefix, previous, brackets);
    }
    List<Match> texts =
        matches.stream().sorted(Ranked.BEST_FIRST).map(Ranked::match).distinct().toList();
    return new Completion(start, cursor, texts);
  }

  private List<Ranked> names(
      NotebookView view,
      String marked,
      List<SourceSnippet> snippets,
      String prefix,
      String previous,
      boolean brackets) {
    Wanted wanted = wanted(previous);
    Optional<Place> found = place(view, marked, snippets, wanted);
    if (found.isEmpty()) {
      return List.of();
    }
    Place place = found.get();
    for (boolean exactCase : new boolean[] {true, false}) {
      List<Ranked> matches =
          new ArrayList<>(place.proposals().matches(prefix, exactCase, brackets));
      for (Match match : place.builtIn()) {
        if (Proposals.startsWith(match.text(), prefix, exactCase)) {
          matches.add(new Ranked(match, false, false, Rank.OWN_MEMBER));
        }
      }
      if (!place.packageName().isEmpty()) {
        matches.addAll(packages.members(place.packageName(), prefix, exactCase));
      } else if (place.simpleName()) {
        if (!prefix.isEmpty()) {
          List<String> classes = packages.classes(place.starImports(), prefix, exactCase);
          matches.addAll(place.proposals().imported(classes, brackets));
        }
        addWords(matches, prefix, previous, wanted, exactCase);
      }
      if (!matches.isEmpty()) {
        return matches;
      }
    }
    return List.of();
  }

  private void addWords(
      List<Ranked> matches, String prefix, String previous, Wanted wanted, boolean exactCase) {
    if (exactCase && wanted == Wanted.ANYTHING) {
      boolean statement = BEFORE_STATEMENTS.contains(previous);
      for (String word : Keywords.startingWith(prefix, statement)) {
        matches.add(new Ranked(new Match(word, "keyword", ""), false, false, Rank.KEYWORD));
      }
      if (!prefix.isEmpty()) {
        packages.members("", prefix, true).forEach(matches::add);
      }
    }
    Set<String> known = new HashSet<>();
    matches.forEach(m -> known.add(m.match().text().replaceAll("[(<].*", "")));
    matches.addAll(packages.notImported(prefix, known));
  }

  private static Wanted wanted(String previous) {
    if (previous.equals("new")) {
      return Wanted.CONSTRUCTOR;
    }
    if (previous.equals("::")) {
      return Wanted.NAME;
    }
    return BEFORE_TYPES.contains(previous) ? Wanted.TYPE : Wanted.ANYTHING;
  }

  private Optional<Place> place(
      NotebookView view, String marked, List<SourceSnippet> snippets, Wanted wanted) {
    // A name may be a whole expression, a type before a name, or an argument of such a type.
    for (String ending : List.of("", " $v", "> $v", ">> $v", ">()")) {
      CellUnit unit = CellUnit.of(view, marked, snippets, snippets.size() - 1, ending);
      if (last != null && last.source().equals(unit.source())) {
        return Optional.of(last);
      }
      SourceCompiler.Parsed code = compiler.parse(unit.source());
      Optional<TreePath> path = MarkerFinder.find(code);
      if (path.isPresent()) {
        last = look(unit.source(), code, path.get(), ending.isEmpty() ? wanted : Wanted.TYPE);
        return Optional.of(last);
      }
    }
    return Optional.empty();
  }

  private Place look(String source, SourceCompiler.Parsed code, TreePath path, Wanted wanted) {
    code.analyze();
    boolean simpleName = path.getLeaf() instanceof IdentifierTree;
    List<Candidate> candidates =
        simpleName ? ScopeCandidates.collect(code, path) : MemberCandidates.collect(code, path);
    String packageName = simpleName || !candidates.isEmpty() ? "" : packageBefore(code, path);
    Proposals proposals = new Proposals(code, candidates, ExpectedTypes.at(code, path), wanted);
    return new Place(
        source,
        proposals,
        packageName,
        simpleName,
        simpleName ? StarImports.packages(code) : List.of(),
        builtIn(code, path));
  }

  private static List<Match> builtIn(SourceCompiler.Parsed code, TreePath path) {
    if (!(path.getLeaf() instanceof MemberSelectTree select)) {
      return List.of();
    }
    TreePath receiver = new TreePath(path, select.getExpression());
    TypeMirror type = code.trees().getTypeMirror(receiver);
    if (type instanceof ArrayType array) {
      return List.of(
          new Match("length", "property", "int"),
          new Match("clone()", "function", "() : " + Signatures.type(array)));
    }
    return code.trees().getElement(receiver) instanceof TypeElement
        ? List.of(new Match("class", "keyword", "Class<" + select.getExpression() + ">"))
        : List.of();
  }

  private String packageBefore(SourceCompiler.Parsed code, TreePath path) {
    if (!(path.getLeaf() instanceof MemberSelectTree select)) {
      return "";
    }
    ExpressionTree receiver = select.getExpression();
    String name = receiver.toString();
    boolean named =
        code.trees().getElement(new TreePath(path, receiver)) instanceof PackageElement
            || packages.isPackage(name);
    return named ? name : "";
  }

  private List<Ranked> imports(String declaration, String prefix) {
    PackageCompletion.ImportHead head = PackageCompletion.ImportHead.of(declaration);
    for (boolean exactCase : new boolean[] {true, false}) {
      Set<Ranked> matches =
          new LinkedHashSet<>(packages.members(head.qualifier(), prefix, exactCase));
      if (packages.isClass(head.qualifier())) {
        matches.addAll(members(head, prefix, exactCase));
      }
      if (!matches.isEmpty()) {
        return List.copyOf(matches);
      }
    }
    return List.of();
  }

  /**
   * Returns the static members or the nested classes of a class that an import declaration names.
   */
  private List<Ranked> members(
      PackageCompletion.ImportHead head, String prefix, boolean exactCase) {
    String source = "class $Cell { Object o = " + head.qualifier() + "." + CellUnit.MARKER + "; }";
    if (last == null || !last.source().equals(source)) {
      SourceCompiler.Parsed code = compiler.parse(source);
      TreePath path = MarkerFinder.find(code).orElseThrow();
      last = look(source, code, path, head.isStatic() ? Wanted.NAME : Wanted.TYPE);
    }
    return last.proposals().matches(prefix, exactCase, false);
  }
}
