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
 * Answers an editor's questions about Java text: what may stand at the cursor, what a name means,
 * whether the text can run. It compiles what it needs by itself and never evaluates anything; of
 * the JShell it only reads which imports, variables, methods and types there are.
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
   * Makes an assistant.
   *
   * @param shell the JShell that holds what cells declared; asked at each call
   * @param files what cells compile against now; asked at each call
   * @param classPath the jars and folders that cells compile against now; asked at each call
   * @param variables finds a notebook variable's value by its name
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
   * What may stand at the cursor, best first. Declarations that stand above it in the same text
   * count as if they had run. A method comes with its opening bracket, or with both when none of
   * its overloads takes anything; overloads are one match.
   *
   * @param java a cell's text in which all that isn't Java is blank, so that places stay the same
   * @param cursor UTF-16 units from its start
   */
  public Completion complete(String java, int cursor) {
    int place = Math.max(0, Math.min(cursor, java.length()));
    return completion.complete(NotebookView.of(shell.get(), stubs), java, place);
  }

  /**
   * What the name at the cursor is, or the call whose arguments the cursor stands in: signatures
   * (the overload that fits marked), documentation, a notebook variable's value and cell. As plain
   * text, Markdown and HTML. A value is previewed only when that runs none of the user's code.
   *
   * @param java a cell's text in which all that isn't Java is blank
   * @param cursor UTF-16 units from its start
   * @param detailed whether the source of what the notebook declares is wanted too
   */
  public Optional<MimeBundle> inspect(String java, int cursor, boolean detailed) {
    int place = Math.max(0, Math.min(cursor, java.length()));
    return inspection.inspect(NotebookView.of(shell.get(), stubs), java, place, detailed);
  }

  /**
   * Whether a cell's text can run as it stands, or needs more lines, and how the next line is
   * indented. Invalid text is what no further line can mend: running it shows why.
   *
   * @param java a cell's text in which all that isn't Java is blank
   */
  public Completeness completeness(String java) {
    return new CompletenessCheck(compiler, shell.get().sourceCodeAnalysis()).check(java);
  }

  /** The simple names of the public classes of a package. */
  public Set<String> classesIn(String packageName) {
    index.refresh();
    return Set.copyOf(index.classes(packageName));
  }

  /** The qualified names of the public classes that have a simple name; nested ones left out. */
  public List<String> classesNamed(String simpleName) {
    index.refresh();
    return index.qualifiedNames(simpleName).stream()
        .filter(name -> name.endsWith("." + simpleName))
        .filter(index::isPublic)
        .toList();
  }
}
