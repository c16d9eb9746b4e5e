package firesteel.save;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import firesteel.api.error.MagicException;
import firesteel.api.session.Session;
import firesteel.save.JavaProgram.Code;
import firesteel.save.JavaProgram.Place;
import firesteel.source.CellPart;
import firesteel.source.JavaLexer;
import firesteel.source.JavaToken;
import firesteel.source.SnippetScanner;
import firesteel.source.SourceSnippet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** Sorts the content of cells into a program. */
final class JavaProgramReader {
  private final Session session;
  private final Set<String> notebookFunctions;
  private final JavaProgram program;

  JavaProgramReader(Session session, Set<String> notebookFunctions, JavaProgram program) {
    this.session = session;
    this.notebookFunctions = notebookFunctions;
    this.program = program;
  }

  /** Reads one cell; call it in the order of the cells. */
  void read(SavedCell cell) throws MagicException {
    for (int i = 0; i < cell.parts().size(); i++) {
      CellPart part = cell.parts().get(i);
      if (part instanceof CellPart.Java java) {
        boolean shown = cell.shown() && i == cell.parts().size() - 1;
        readJava(java.text(), new Place(cell.name(), java.line()), shown);
      } else if (part instanceof CellPart.LineMagic magic) {
        String text = "%" + magic.name() + " " + magic.arguments();
        program.addMagic(new Place(cell.name(), magic.line()), text.stripTrailing());
      } else if (part instanceof CellPart.Shell shell) {
        program.addMagic(new Place(cell.name(), shell.line()), "!" + shell.command());
      } else {
        program.addMagic(new Place(cell.name(), 1), cell.text());
      }
    }
  }

  private void readJava(String text, Place start, boolean shown) throws MagicException {
    List<SourceSnippet> snippets = SnippetScanner.snippets(text);
    int done = 0;
    for (int i = 0; i < snippets.size(); i++) {
      SourceSnippet snippet = snippets.get(i);
      String comments = comments(text, done, snippet.start());
      String java = text.substring(snippet.start(), snippet.end());
      String behind = commentBehind(text, snippet.end());
      done =
          behind.isEmpty() ? snippet.end() : text.indexOf(behind, snippet.end()) + behind.length();
      Place place = start.down(newlines(text.substring(0, snippet.start())));
      boolean last = i == snippets.size() - 1;
      switch (snippet.kind()) {
        case IMPORT -> program.imports.add(snippet.closed() ? java : java + ";");
        case TYPE, METHOD -> readMember(java, comments, place);
        default -> {
          readStatements(java, snippet.closed(), comments, place, shown && last);
          program.addBehind(behind);
        }
      }
    }
    String rest = comments(text, done, text.length());
    if (!rest.isEmpty()) {
      program.add(new Code(start.down(newlines(text.substring(0, done))), rest.stripTrailing()));
    }
  }

  /** Returns the comment at the end of a snippet's last line; empty when there is none. */
  private static String commentBehind(String text, int end) {
    int lineEnd = text.indexOf('\n', end);
    String rest = text.substring(end, lineEnd < 0 ? text.length() : lineEnd);
    List<JavaToken> tokens = JavaLexer.tokens(rest);
    return tokens.size() == 1 && tokens.get(0).kind() == JavaToken.Kind.LINE_COMMENT
        ? tokens.get(0).text(rest)
        : "";
  }

  /** Returns the comments in a range of text, each on lines of its own. */
  private static String comments(String text, int from, int to) {
    String between = text.substring(from, to);
    return JavaLexer.tokens(between).stream()
        .filter(JavaToken::isComment)
        .map(comment -> comment.text(between) + "\n")
        .collect(Collectors.joining());
  }

  private void readMember(String java, String comments, Place place) throws MagicException {
    JavaTrees parsed =
        JavaTrees.members(java)
            .filter(trees -> trees.trees().size() == 1)
            .orElseThrow(() -> untranslatable(place, java));
    Tree member = parsed.trees().get(0);
    program.inMembers.scan(member);
    if (member instanceof ClassTree type) {
      List<String> added = new ArrayList<>();
      Set<Modifier> flags = type.getModifiers().getFlags();
      if (!flags.contains(Modifier.PUBLIC)
          && !flags.contains(Modifier.PROTECTED)
          && !flags.contains(Modifier.PRIVATE)) {
        added.add("public"); // As in the session, where Spark's generated code can use it.
      }
      if (type.getKind() == Tree.Kind.CLASS && !flags.contains(Modifier.STATIC)) {
        added.add("static");
      }
      String text = modified(added, java, type.getModifiers(), parsed);
      String key = type.getSimpleName().toString();
      program.addMember(program.types, key, Code.of(place, comments, text));
    } else if (member instanceof MethodTree method) {
      boolean isStatic = method.getModifiers().getFlags().contains(Modifier.STATIC);
      String text =
          modified(isStatic ? List.of() : List.of("static"), java, method.getModifiers(), parsed);
      String key =
          method.getParameters().stream()
              .map(parameter -> parameter.getType().toString())
              .collect(Collectors.joining(", ", method.getName() + "(", ")"));
      program.addMember(program.methods, key, Code.of(place, comments, text));
    } else {
      throw untranslatable(place, java);
    }
  }

  private static String modified(
      List<String> added, String java, ModifiersTree modifiers, JavaTrees parsed) {
    List<? extends AnnotationTree> annotations = modifiers.getAnnotations();
    return JavaTrees.withModifiers(
        String.join(" ", added), java, parsed.afterAnnotations(annotations));
  }

  private void readStatements(
      String java, boolean closed, String comments, Place place, boolean shown)
      throws MagicException {
    Optional<JavaTrees> parsed =
        JavaTrees.statements(closed ? java : java + ";")
            .or(
                () ->
                    JavaTrees.members(closed ? java : java + ";")
                        .filter(JavaProgramReader::isFields));
    if (parsed.isEmpty()) {
      String expression = java.endsWith(";") ? java.substring(0, java.length() - 1) : java;
      JavaTrees alone =
          JavaTrees.expression(expression).orElseThrow(() -> untranslatable(place, java));
      program.inMain.scan(alone.trees());
      ExpressionTree tree = (ExpressionTree) alone.trees().get(0);
      String text =
          shown
              ? ResultStatement.statement(session, expression, tree)
              // Java has no such statement, but its calls may matter.
              : "var unused" + (program.main.size() + 1) + " = " + expression + ";";
      program.add(Code.of(place, comments, text));
      return;
    }
    String before = comments;
    for (Tree tree : parsed.get().trees()) {
      Place here = place.down(Math.max(0, parsed.get().linesBefore(tree)));
      boolean last = tree == parsed.get().trees().get(parsed.get().trees().size() - 1);
      if (tree instanceof VariableTree variable) {
        if (!before.isEmpty()) {
          program.add(new Code(here, before.stripTrailing()));
        }
        readVariable(variable, parsed.get(), here);
      } else {
        readStatement(tree, parsed.get(), before, here, shown && last);
      }
      before = "";
    }
  }

  private static boolean isFields(JavaTrees members) {
    return members.trees().stream().allMatch(VariableTree.class::isInstance);
  }

  private void readStatement(
      Tree tree, JavaTrees parsed, String comments, Place place, boolean shown) {
    String text = parsed.text(tree);
    if (tree instanceof ExpressionStatementTree statement) {
      ExpressionTree expression = statement.getExpression();
      Optional<MethodInvocationTree> call = notebookCall(expression);
      if (call.isPresent()) {
        String name = call.get().getMethodSelect().toString();
        if (!name.equals("display") || call.get().getArguments().size() != 1) {
          program.addComment(place, name + "() is a function of notebooks:\n" + text);
          return;
        }
        expression = call.get().getArguments().get(0);
      }
      if (shown || call.isPresent()) {
        text = ResultStatement.statement(session, parsed.text(expression), expression);
      }
      program.inMain.scan(expression);
    } else {
      program.inMain.scan(tree);
    }
    program.add(Code.of(place, comments, text));
  }

  private Optional<MethodInvocationTree> notebookCall(ExpressionTree expression) {
    return expression instanceof MethodInvocationTree call
            && call.getMethodSelect() instanceof IdentifierTree name
            && notebookFunctions.contains(name.getName().toString())
        ? Optional.of(call)
        : Optional.empty();
  }

  private void readVariable(VariableTree variable, JavaTrees parsed, Place place)
      throws MagicException {
    ExpressionTree value = variable.getInitializer();
    NameUse inValue = new NameUse();
    inValue.scan(value);
    program.inMain.scan(value);
    String name = variable.getName().toString();
    String text = value == null ? null : parsed.text(value);
    String type = variable.getType() == null ? "var" : variable.getType().toString();
    if (value instanceof NewArrayTree array && array.getType() == null) {
      text = "new " + type + " " + text;
    }
    String fieldType = type.equals("var") ? typeOf(name, text) : type;
    JavaProgram.Variable declared = new JavaProgram.Variable(place, name, type, fieldType);
    if (inValue.used.contains(name) && program.variables.containsKey(name)) {
      program.declare(declared, null); // A declaration in a cell resets the value first.
    }
    program.declare(declared, text);
  }

  private String typeOf(String variable, String value) {
    return session
        .typeOf(value)
        .filter(type -> !type.isBlank())
        .or(
            () ->
                session.variables().stream()
                    .filter(known -> known.name().equals(variable))
                    .map(firesteel.api.session.Variable::typeName)
                    .findFirst())
        .orElse("Object");
  }

  private static MagicException untranslatable(Place place, String java) {
    return new MagicException(
        place + " can't be written as a part of a class: " + java.lines().findFirst().orElse(""));
  }

  private static int newlines(String text) {
    return (int) text.chars().filter(c -> c == '\n').count();
  }
}
