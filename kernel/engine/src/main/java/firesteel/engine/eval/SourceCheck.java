package firesteel.engine.eval;

import com.sun.source.util.JavacTask;
import firesteel.api.error.CompileProblem;
import firesteel.source.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/** Compiles a source file to find its errors, without writing class files. */
public final class SourceCheck {
  private static final List<String> OPTIONS = List.of("-proc:none", "-implicit:none");

  private SourceCheck() {}

  /**
   * Returns the errors of a source file.
   *
   * @param files the classes that it is compiled against
   * @param className its public class
   * @param source its text
   */
  public static List<CompileProblem> problems(
      JavaFileManager files, String className, String source) {
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    JavacTask task =
        (JavacTask)
            ToolProvider.getSystemJavaCompiler()
                .getTask(
                    Writer.nullWriter(),
                    files,
                    found,
                    OPTIONS,
                    null,
                    List.of(new SourceText(className, source)));
    try {
      task.analyze();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found.getDiagnostics().stream()
        .filter(problem -> problem.getKind() == Diagnostic.Kind.ERROR)
        .map(problem -> SnippetProblems.of(problem, source))
        .toList();
  }
}
