package firesteel.engine.assist;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import firesteel.api.display.MimeBundle;
import firesteel.api.session.Variable;
import firesteel.source.JavaLexer;
import firesteel.source.JavaToken;
import firesteel.source.JavaToken.Kind;
import firesteel.source.SourceSnippet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Describes the name or the call at a cursor. Not thread-safe. */
final class JavaInspection {
  private final SourceCompiler compiler;
  private final SourceDocs docs;
  private final Function<String, Optional<Variable>> variables;

  JavaInspection(
      SourceCompiler compiler, SourceDocs docs, Function<String, Optional<Variable>> variables) {
    this.compiler = compiler;
    this.docs = docs;
    this.variables = variables;
  }

  Optional<MimeBundle> inspect(NotebookView view, String java, int cursor, boolean detailed) {
    List<JavaToken> tokens = JavaLexer.tokens(java).stream().filter(t -> !t.isComment()).toList();
    for (JavaToken token : tokens) {
      if (token.kind() == Kind.WORD && token.start() <= cursor && cursor <= token.end()) {
        Optional<MimeBundle> found =
            describe(view, java, java.length(), token, detailed)
                // The text behind the cursor may be unfinished, so try it up to the end of the name
                // too.
                .or(() -> describe(view, java, token.end(), token, detailed))
                .or(() -> describeMethod(view, java.substring(0, token.end()), token, detailed));
        if (found.isPresent()) {
          return found;
        }
      }
    }
    int until = argumentEnd(tokens, cursor);
    return enclosingCall(java, tokens, cursor)
        .flatMap(name -> describe(view, java, until, name, detailed));
  }

  /** Describes a method name that no call follows. */
  private Optional<MimeBundle> describeMethod(
      NotebookView view, String java, JavaToken name, boolean detailed) {
    return describe(view, java + "(", java.length() + 1, name, detailed);
  }

  /**
   * Returns where to cut the text inside a call: a string that the cursor stands in is kept or
   * dropped as a whole.
   */
  private static int argumentEnd(List<JavaToken> tokens, int cursor) {
    for (JavaToken token : tokens) {
      if (token.isQuoted() && token.start() < cursor && cursor <= token.end()) {
        return token.closed() ? token.end() : token.start();
      }
    }
    return cursor;
  }

  /** Returns the name of the call whose brackets the cursor stands in. */
  private static Optional<JavaToken> enclosingCall(
      String java, List<JavaToken> tokens, int cursor) {
    int depth = 0;
    for (int i = tokens.size() - 1; i >= 0; i--) {
      JavaToken token = tokens.get(i);
      if (token.end() > cursor) {
        continue;
      }
      if (token.kind() == Kind.CLOSE) {
        depth++;
      } else if (token.kind() == Kind.OPEN && depth > 0) {
        depth--;
      } else if (token.is(java, "(")) {
        int name = i - 1;
        while (name >= 0 && isTypeArgument(java, tokens, name)) {
          name--;
        }
        if (name >= 0 && tokens.get(name).kind() == Kind.WORD) {
          String word = tokens.get(name).text(java);
          if (!SourceVersion.isKeyword(word)) {
            return Optional.of(tokens.get(name));
          }
        }
      } else if (token.is(java, ";") && depth == 0) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static boolean isTypeArgument(String java, List<JavaToken> tokens, int at) {
    JavaToken token = tokens.get(at);
    if (token.is(java, ">") || token.is(java, "<")) {
      return true;
    }
    for (int i = at + 1; i < tokens.size() && !tokens.get(i).is(java, "("); i++) {
      if (tokens.get(i).is(java, "<")) {
        return false;
      }
      if (tokens.get(i).is(java, ">")) {
        return true;
      }
    }
    return false;
  }

  private Optional<MimeBundle> describe(
      NotebookView view, String java, int until, JavaToken name, boolean detailed) {
    String text = java.substring(0, until);
    List<SourceSnippet> snippets = CellUnit.snippets(text);
    int at = CellUnit.snippetAt(snippets, name.start());
    CellUnit unit = CellUnit.of(view, text, snippets, at, "");
    SourceCompiler.Parsed code = compiler.parse(unit.source()).analyze();
    UnaryOperator<String> sources = n -> detailed ? view.source(n) : "";
    String word = name.text(java);
    if (at < snippets.size() && snippets.get(at).kind() == SourceSnippet.Kind.IMPORT) {
      return imported(code, snippets.get(at), text, name).map(e -> type(code, e, sources));
    }
    return NameFinder.find(code, word, name.start() + unit.offset())
        .flatMap(path -> describe(code, path, sources));
  }

  private static Optional<TypeElement> imported(
      SourceCompiler.Parsed code, SourceSnippet snippet, String text, JavaToken name) {
    String qualified =
        text.substring(snippet.start(), name.end())
            .replaceFirst("^import\\s+(static\\s+)?", "")
            .replaceAll("\\s", "");
    return Optional.ofNullable(code.elements().getTypeElement(qualified));
  }

  private Optional<MimeBundle> describe(
      SourceCompiler.Parsed code, TreePath path, UnaryOperator<String> sources) {
    TreePath parent = path.getParentPath();
    Tree above = parent.getLeaf();
    boolean called =
        above instanceof MethodInvocationTree call && call.getMethodSelect() == path.getLeaf();
    Element element = code.trees().getElement(path);
    if (above instanceof NewClassTree creation && creation.getIdentifier() == path.getLeaf()) {
      called = true;
      element = code.trees().getElement(parent);
    } else if (above instanceof ParameterizedTypeTree
        && parent.getParentPath().getLeaf() instanceof NewClassTree creation
        && creation.getIdentifier() == above) {
      called = true;
      parent = parent.getParentPath();
      element = code.trees().getElement(parent);
    }
    if (called) {
      List<CallTargets.Target> targets = CallTargets.of(code, parent);
      if (!targets.isEmpty()) {
        return Optional.of(methods(code, targets, element, arguments(parent), parent, sources));
      }
    }
    if (element instanceof TypeElement type && type.asType().getKind() == TypeKind.DECLARED) {
      return Optional.of(type(code, type, sources));
    }
    if (element instanceof VariableElement variable) {
      TypeMirror type = code.trees().getTypeMirror(path);
      return Optional.of(variable(code, variable, type == null ? variable.asType() : type));
    }
    if (element instanceof ExecutableElement method) {
      ExecutableType type = (ExecutableType) method.asType();
      CallTargets.Target target = new CallTargets.Target(method, type);
      return Optional.of(methods(code, List.of(target), method, List.of(), path, sources));
    }
    return element instanceof PackageElement named
            && code.elements().getPackageElement(named.getQualifiedName()) != null
        ? Optional.of(
            new Description(List.of("package " + named), -1, List.of(), Optional.empty(), "")
                .toBundle())
        : Optional.empty();
  }

  private static List<? extends ExpressionTree> arguments(TreePath call) {
    return call.getLeaf() instanceof MethodInvocationTree invocation
        ? invocation.getArguments()
        : ((NewClassTree) call.getLeaf()).getArguments();
  }

  private MimeBundle methods(
      SourceCompiler.Parsed code,
      List<CallTargets.Target> targets,
      Element resolved,
      List<? extends ExpressionTree> arguments,
      TreePath call,
      UnaryOperator<String> sources) {
    List<CallTargets.Target> sorted = Overloads.sorted(targets);
    int chosen = Overloads.chosen(code, sorted, resolved, arguments, call);
    List<String> signatures = new ArrayList<>();
    Optional<DocCommentTree> comment = Optional.empty();
    List<String> facts = new ArrayList<>();
    for (int i = 0; i < sorted.size(); i++) {
      CallTargets.Target target = sorted.get(i);
      Optional<SourceDocs.Found> found = docs.find(code.elements(), target.method());
      List<String> names = found.map(SourceDocs.Found::parameterNames).orElse(List.of());
      signatures.add(Overloads.declaration(target, names));
      if (i == Math.max(chosen, 0)) {
        comment =
            code.docComment(target.method())
                .or(() -> Overloads.comment(code, docs, target.method(), found));
        home(target.method()).ifPresent(facts::add);
      }
    }
    String source = source(sorted.get(0).method(), sources);
    return new Description(signatures, chosen, facts, comment, source).toBundle();
  }

  private MimeBundle type(
      SourceCompiler.Parsed code, TypeElement type, UnaryOperator<String> sources) {
    Optional<DocCommentTree> comment =
        code.docComment(type)
            .or(() -> docs.find(code.elements(), type).flatMap(SourceDocs.Found::comment));
    List<String> facts = new ArrayList<>();
    String home = Signatures.home(type);
    facts.add(home.isEmpty() ? "Declared in this notebook" : "In " + home);
    String declaration = Signatures.declaration(type).replaceFirst("^static ", "");
    String source = source(type, sources);
    return new Description(List.of(declaration), -1, facts, comment, source).toBundle();
  }

  /** Returns the source of a top-level declaration of the notebook. */
  private static String source(Element element, UnaryOperator<String> sources) {
    boolean notebook = element.getEnclosingElement().getSimpleName().contentEquals("$Cell");
    return notebook ? sources.apply(element.getSimpleName().toString()) : "";
  }

  private MimeBundle variable(
      SourceCompiler.Parsed code, VariableElement element, TypeMirror type) {
    String name = element.getSimpleName().toString();
    List<String> facts = new ArrayList<>();
    Optional<DocCommentTree> comment = Optional.empty();
    String modifiers = "";
    if (element.getEnclosingElement() instanceof TypeElement owner) {
      if (owner.getSimpleName().contentEquals("$Cell")) {
        variables.apply(name).ifPresent(v -> addNotebookFacts(facts, v));
      } else {
        modifiers =
            element.getModifiers().stream().map(Object::toString).reduce("", (a, b) -> a + b + " ");
        home(element).ifPresent(facts::add);
        comment = docs.find(code.elements(), element).flatMap(SourceDocs.Found::comment);
      }
    } else {
      facts.add(element.getKind() == ElementKind.PARAMETER ? "Parameter" : "Declared in this cell");
    }
    String constant =
        element.getConstantValue() == null
            ? ""
            : " = " + code.elements().getConstantExpression(element.getConstantValue());
    String signature = modifiers + Signatures.type(type) + " " + name + constant;
    return new Description(List.of(signature), -1, facts, comment, "").toBundle();
  }

  private static void addNotebookFacts(List<String> facts, Variable variable) {
    ValuePreview.of(variable.value()).ifPresent(text -> facts.add("Value: " + text));
    facts.add("Declared in cell " + variable.cell());
  }

  private static Optional<String> home(Element element) {
    if (!(element.getEnclosingElement() instanceof TypeElement owner)) {
      return Optional.empty();
    }
    String name = owner.getQualifiedName().toString();
    // Local classes, such as those that the cell itself declares, have no qualified name.
    return Optional.of(
        name.startsWith("REPL") || name.isEmpty() ? "Declared in this notebook" : "In " + name);
  }
}
