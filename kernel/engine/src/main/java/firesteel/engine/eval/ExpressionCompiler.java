package firesteel.engine.eval;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import firesteel.api.error.CompileProblem;
import firesteel.source.SourceNames;
import firesteel.source.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import jdk.jshell.JShell;

/**
 * Compiles an expression in one go. JShell, which makes a variable of each value, needs five
 * compilations; most cells end in an expression, and while a session is young, its compiler cold,
 * those are what the user waits for. Text that isn't clearly a correct expression is left to
 * JShell, which also reports its errors. Not thread-safe.
 */
final class ExpressionCompiler {
  private static final List<String> OPTIONS =
      List.of("-proc:none", "-implicit:none", "-parameters", "-Xlint:none");

  /** Named like JShell's classes, so that stack frames and access rules are the same. */
  private static final String CLASS_NAME = "$JShell$V";

  private static final String VALUE = "value$";
  private static final Pattern NOT_DENOTABLE = Pattern.compile("<anonymous|[#&]");

  private final CompilerTasks tasks;
  private final SnippetFiles files;
  private final String bodyMethod;
  private boolean declarationsKnown;
  private int count;

  /**
   * A compiled expression.
   *
   * @param className the class whose body method returns the value
   * @param classFiles the bytes of that class and of its nested classes, by name
   * @param hasValue whether there is a value to show: not of a void call or of an assignment
   * @param typeName the expression's type as Java writes it; empty when Java can't
   * @param firstLine the line of the class's source, counted from 1, where the expression starts
   * @param ofVariable whether it is a call on a variable
   */
  record Compiled(
      String className,
      Map<String, byte[]> classFiles,
      boolean hasValue,
      String typeName,
      int firstLine,
      boolean ofVariable) {}

  private interface Work {
    void on(JavacTask task) throws IOException;
  }

  /**
   * Creates a compiler.
   *
   * @param files the classes that expressions may use
   * @param bodyMethod the name of the method that holds the expression
   * @param moreOptions the user's options of javac
   */
  ExpressionCompiler(SnippetFiles files, String bodyMethod, List<String> moreOptions) {
    this.tasks = new CompilerTasks(Stream.concat(OPTIONS.stream(), moreOptions.stream()).toList());
    this.files = files;
    this.bodyMethod = bodyMethod;
  }

  /** Drops caches after the classes that cells can import have changed. */
  void packagesChanged() {
    tasks.renew();
  }

  /** Drops caches after the declarations of cells have changed. */
  void declarationsChanged() {
    declarationsKnown = false;
  }

  /**
   * Returns the compiled expression; empty when the text is not a correct expression.
   *
   * @param snippet the text, with or without a semicolon at its end
   * @param statement whether its user ended it with a semicolon
   */
  Optional<Compiled> compile(JShell shell, String snippet, boolean statement) {
    if (snippet.endsWith("}")) {
      return Optional.empty(); // Most probably a declaration or a statement.
    }
    String expression = snippet.endsWith(";") ? chopped(snippet) : snippet;
    ExpressionImports imports = ExpressionImports.of(shell, expression);
    if (imports.ofDeclarations() && !declarationsKnown) {
      tasks.renew();
      declarationsKnown = true;
    }
    String className = CLASS_NAME + ++count;
    Attempt value =
        new Attempt(className, imports.text(), "var " + VALUE + " =\n", expression, VALUE);
    value.run(task -> value.compileValue(task, statement));
    if (value.isVoid) {
      Attempt call = new Attempt(className, imports.text(), "", expression, "null");
      call.run(task -> call.generate(task, false, "", StatementCall.VALUE));
      return call.compiled;
    }
    return value.compiled;
  }

  /**
   * Compiles the declaration of an existing variable as an assignment to it; empty when the
   * compiler rejects that, or its type differs.
   *
   * @param wrapper the class that holds the variable
   */
  Optional<Compiled> compileAssignment(
      JShell shell, VariableDeclaration declaration, String wrapper) {
    ExpressionImports imports = ExpressionImports.of(shell, declaration.text());
    if (!declarationsKnown) {
      tasks.renew();
      declarationsKnown = true;
    }
    String result = "%s.%s = %s".formatted(wrapper, declaration.name(), VALUE);
    Attempt attempt =
        new Attempt(CLASS_NAME + ++count, imports.text(), "", declaration.renamed(VALUE), result);
    attempt.run(task -> attempt.compileAssignment(task, wrapper, declaration.name()));
    return attempt.compiled;
  }

  /** Returns the position of a {@code return} outside of a method. */
  OptionalInt returnIn(String statement) {
    return TopLevelReturn.in(statement, tasks, files);
  }

  /** Returns the errors in snippets on which JShell's compiler crashed; never empty. */
  List<CompileProblem> problemsOfCrash(JShell shell, List<SnippetText> snippets) {
    return CompilerCrash.problems(shell, snippets, tasks, files);
  }

  private static String chopped(String text) {
    return text.substring(0, text.length() - 1);
  }

  /** One run of the compiler: the snippet in the body of a method, in lines of its own. */
  private final class Attempt {
    private final String className;
    private final String text;
    private final int firstLine;
    private final DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
    private boolean isVoid;
    private Optional<Compiled> compiled = Optional.empty();

    Attempt(String className, String imports, String before, String expression, String result) {
      this.className = SnippetFiles.PACKAGE + "." + className;
      // Qualified names: for a simple one the compiler lists the packages of all imports.
      String head =
          """
          package %s;
          %sclass %s {
          public static java.lang.Object %s() throws java.lang.Throwable {
          %s"""
              .formatted(SnippetFiles.PACKAGE, imports, className, bodyMethod, before);
      text = head + expression + "\n; return " + result + ";\n}\n}\n";
      firstLine = 1 + SnippetOrigins.newlinesBefore(head, head.length());
    }

    void run(Work work) {
      try {
        tasks.run(files, problems, new SourceText(className, text), task -> on(task, work));
      } catch (IllegalStateException e) {
        // The compiler crashed; JShell compiles another text and has an error for the user.
        tasks.renew();
        compiled = Optional.empty();
      }
    }

    private Void on(JavacTask task, Work work) {
      try {
        work.on(task);
        return null;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    void compileValue(JavacTask task, boolean statement) throws IOException {
      CompilationUnitTree unit = task.parse().iterator().next();
      VariableTree variable = variable(unit).orElse(null);
      if (variable == null) {
        return;
      }
      ExpressionTree expression = variable.getInitializer();
      task.analyze();
      Trees trees = Trees.instance(task);
      TypeMirror type = trees.getTypeMirror(TreePath.getPath(unit, expression));
      isVoid = type != null && type.getKind() == TypeKind.VOID;
      TypeMirror named = trees.getTypeMirror(TreePath.getPath(unit, variable));
      StatementCall call =
          statement && !hasErrors()
              ? StatementCall.of(task, TreePath.getPath(unit, expression))
              : StatementCall.VALUE;
      generate(task, !isAssignment(expression) && !call.changes(), nameOf(named), call);
    }

    void compileAssignment(JavacTask task, String wrapper, String name) throws IOException {
      CompilationUnitTree unit = task.parse().iterator().next();
      VariableTree variable = variable(unit).orElse(null);
      if (variable == null) {
        return;
      }
      task.analyze();
      TypeElement holder = task.getElements().getTypeElement(wrapper);
      TypeMirror type = Trees.instance(task).getTypeMirror(TreePath.getPath(unit, variable));
      boolean same =
          holder != null
              && ElementFilter.fieldsIn(holder.getEnclosedElements()).stream()
                  .filter(field -> field.getSimpleName().contentEquals(name))
                  .anyMatch(field -> task.getTypes().isSameType(field.asType(), type));
      if (same) {
        generate(task, false, "", StatementCall.VALUE);
      }
    }

    /** Returns the snippet as a single initializer; empty when the text continues after it. */
    private Optional<VariableTree> variable(CompilationUnitTree unit) {
      if (hasErrors() || unit.getTypeDecls().size() != 1) {
        return Optional.empty();
      }
      List<? extends Tree> members = ((ClassTree) unit.getTypeDecls().get(0)).getMembers();
      if (members.size() != 1) {
        return Optional.empty();
      }
      List<? extends StatementTree> body = ((MethodTree) members.get(0)).getBody().getStatements();
      return body.size() == 2 && body.get(0) instanceof VariableTree variable
          ? Optional.of(variable)
          : Optional.empty();
    }

    private boolean hasErrors() {
      return problems.getDiagnostics().stream().anyMatch(p -> p.getKind() == Diagnostic.Kind.ERROR);
    }

    void generate(JavacTask task, boolean hasValue, String typeName, StatementCall call)
        throws IOException {
      task.analyze();
      if (!hasErrors()) {
        task.generate();
        Map<String, byte[]> classFiles = new HashMap<>(files.takeOutput());
        if (hasValue && call.onReceiver()) {
          classFiles.computeIfPresent(
              className, (name, bytes) -> CallResult.instrument(bytes, bodyMethod));
        }
        compiled =
            Optional.of(
                new Compiled(
                    className, classFiles, hasValue, typeName, firstLine, call.ofVariable()));
      }
    }
  }

  /** Returns whether an expression is an assignment, whose value a cell doesn't show. */
  private static boolean isAssignment(ExpressionTree expression) {
    return expression instanceof AssignmentTree assignment
        && assignment.getVariable() instanceof IdentifierTree;
  }

  /** Returns the type as Java infers it for a variable, without parts that have no name. */
  private static String nameOf(TypeMirror type) {
    String name = SourceNames.in(String.valueOf(type));
    return NOT_DENOTABLE.matcher(name).find() ? "" : name;
  }
}
