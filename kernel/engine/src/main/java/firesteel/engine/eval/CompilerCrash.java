package firesteel.engine.eval;

import com.sun.source.util.JavacTask;
import firesteel.api.error.CompileProblem;
import firesteel.source.SnippetScanner;
import firesteel.source.SourceSnippet;
import firesteel.source.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import jdk.jshell.JShell;

/**
 * Finds the errors that javac had found in a snippet before it crashed. Java 17's javac crashes
 * after a call with too few arguments when one of them is a lambda without braces ({@code
 * AttrRecover}, fixed in 18). JShell then drops the errors found so far, so the snippet is compiled
 * once more here.
 */
final class CompilerCrash {
  private static final String COMPILER = "com.sun.tools.javac.";
  private static final String CLASS_NAME = "$JShell$C";

  private CompilerCrash() {}

  /** Whether an exception is a crash of the compiler. */
  static boolean is(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      StackTraceElement[] frames = cause.getStackTrace();
      if (frames.length > 0 && frames[0].getClassName().startsWith(COMPILER)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Returns the errors in snippets; never empty.
   *
   * @param snippets one of any kind, or several methods and types that may need each other
   * @return the errors with their places in the text that the snippets' offsets count from
   */
  static List<CompileProblem> problems(
      JShell shell, List<SnippetText> snippets, CompilerTasks tasks, JavaFileManager files) {
    String all = snippets.stream().map(SnippetText::text).collect(Collectors.joining("\n"));
    StringBuilder text =
        new StringBuilder("package %s;\n".formatted(SnippetFiles.PACKAGE))
            .append(ExpressionImports.of(shell, all).text())
            .append("class %s {\n".formatted(CLASS_NAME));
    boolean inMethod = snippets.size() == 1 && isInMethod(all);
    text.append(inMethod ? "static void body() throws java.lang.Throwable {\n" : "");
    Map<SnippetText, Integer> starts = new LinkedHashMap<>();
    for (SnippetText snippet : snippets) {
      starts.put(snippet, text.length());
      text.append(snippet.text()).append('\n');
    }
    text.append(inMethod ? ";}\n}\n" : "}\n");
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    try {
      tasks.run(
          files,
          found,
          new SourceText(SnippetFiles.PACKAGE + "." + CLASS_NAME, text.toString()),
          CompilerCrash::analyze);
    } catch (IllegalStateException e) {
      // It crashed again; the errors found so far are collected.
    } finally {
      tasks.renew();
    }
    List<CompileProblem> problems = new ArrayList<>();
    starts.forEach(
        (snippet, start) ->
            found.getDiagnostics().stream()
                .filter(d -> d.getKind() == Diagnostic.Kind.ERROR)
                .filter(d -> d.getStartPosition() >= start)
                .filter(d -> d.getEndPosition() <= start + snippet.text().length())
                .forEach(d -> problems.add(problem(d, snippet, start))));
    return problems.isEmpty() ? List.of(unknown(snippets.get(0))) : problems;
  }

  private static boolean isInMethod(String snippet) {
    return SnippetScanner.snippets(snippet).stream()
        .map(SourceSnippet::kind)
        .allMatch(
            kind -> kind == SourceSnippet.Kind.STATEMENT || kind == SourceSnippet.Kind.VARIABLE);
  }

  private static Void analyze(JavacTask task) {
    try {
      task.analyze();
      return null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static CompileProblem problem(
      Diagnostic<? extends JavaFileObject> found, SnippetText snippet, int start) {
    int shift = snippet.offset() - start;
    return SnippetProblems.of(found, snippet.text())
        .in(snippet.text(), position -> position + shift);
  }

  private static CompileProblem unknown(SnippetText snippet) {
    return new CompileProblem(
        "",
        "the compiler of Java %d failed on this text; write it in another way, or try a newer Java"
            .formatted(Runtime.version().feature()),
        snippet.text(),
        snippet.offset(),
        snippet.offset(),
        snippet.offset() + snippet.text().length());
  }
}
