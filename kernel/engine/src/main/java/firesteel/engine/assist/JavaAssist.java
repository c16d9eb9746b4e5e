package firesteel.engine.assist;

import firesteel.api.completion.Completeness;
import firesteel.api.completion.Completion;
import firesteel.api.display.MimeBundle;
import firesteel.api.session.Variable;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.tools.JavaFileManager;
import jdk.jshell.JShell;

/**
 * Answers an editor's questions about Java text: completion, the meaning of a name, and whether the
 * text can run. It compiles text with its own compiler and never evaluates anything; from JShell it
 * only reads the imports, variables, methods and types.
 *
 * <p>Not thread-safe, and the JShell must not change during a call.
 */
public final class JavaAssist {
  private final Supplier<JShell> shell;
  private final NotebookView.StubCache stubs = new NotebookView.StubCache();
  private final SourceCompiler compiler;
  private final ClassIndex index;
  private final JavaCompletion completion;
  private final JavaInspection inspection;

  /**
   * Creates an assistant.
   *
   * @param shell the JShell with the declarations of cells; called for each question
   * @param files the current classes of cells; called for each question
   * @param classPath the current class path of cells; called for each question
   * @param variables returns a notebook variable's value by its name
   * @param workingDirectory the folder that relative paths start in
   */
  public JavaAssist(
      Supplier<JShell> shell,
      Supplier<JavaFileManager> files,
      Supplier<List<Path>> classPath,
      Function<String, Optional<Variable>> variables,
      Supplier<Path> workingDirectory) {
    this.shell = Objects.requireNonNull(shell, "shell");
    compiler = new SourceCompiler(files);
    index = new ClassIndex(classPath);
    completion =
        new JavaCompletion(
            compiler, new PackageCompletion(index), new PathLiteralCompletion(workingDirectory));
    inspection = new JavaInspection(compiler, new SourceDocs(compiler, index), variables);
  }

  /**
   * Completes the text at the cursor, with the best proposal first. Declarations above it in the
   * same text count as if they had run. A method is proposed with its opening bracket, or with both
   * when none of its overloads has parameters; overloads are one proposal.
   *
   * @param java a cell's text with everything but Java blanked out, so that positions stay the same
   * @param cursor UTF-16 units from its start
   */
  public Completion complete(String java, int cursor) {
    int place = Math.max(0, Math.min(cursor, java.length()));
    return completion.complete(NotebookView.of(shell.get(), stubs), java, place);
  }

  /**
   * Describes the name at the cursor, or the call whose arguments the cursor stands in: signatures
   * (with the fitting overload marked), documentation, and the value and cell of a notebook
   * variable, as plain text, Markdown and HTML. A value is shown only when that doesn't run user
   * code.
   *
   * @param java a cell's text with everything but Java blanked out
   * @param cursor UTF-16 units from its start
   * @param detailed whether to include the source of the notebook's declarations
   */
  public Optional<MimeBundle> inspect(String java, int cursor, boolean detailed) {
    int place = Math.max(0, Math.min(cursor, java.length()));
    return inspection.inspect(NotebookView.of(shell.get(), stubs), java, place, detailed);
  }

  /**
   * Returns whether a cell's text can run as it stands, or needs more lines, and how the next line
   * is indented. Text is invalid when no further line can correct it; running it shows the error.
   *
   * @param java a cell's text with everything but Java blanked out
   */
  public Completeness completeness(String java) {
    return new CompletenessCheck(compiler, shell.get().sourceCodeAnalysis()).check(java);
  }

  /** Returns the simple names of the public classes of a package. */
  public Set<String> classesIn(String packageName) {
    index.refresh();
    return Set.copyOf(index.classes(packageName));
  }

  /**
   * Returns the qualified names of the public classes with a simple name, without nested classes.
   */
  public List<String> classesNamed(String simpleName) {
    index.refresh();
    return index.qualifiedNames(simpleName).stream()
        .filter(name -> name.endsWith("." + simpleName))
        .filter(index::isPublic)
        .toList();
  }
}
