package firesteel.engine.error;

import firesteel.api.bytecode.CellStopped;
import firesteel.api.error.CompileProblem;
import firesteel.api.error.ErrorSummary;
import firesteel.api.error.MagicException;
import firesteel.api.session.CellError;
import firesteel.api.session.CompileFailedException;
import firesteel.api.session.Origin;
import firesteel.source.SourceNames;
import firesteel.source.TextLine;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Describes the failure of a cell for the user: what happened, where, the causes, and what to do
 * next.
 */
public final class ErrorReporter {
  private static final int MAX_PROBLEMS = 5;
  private static final int MAX_CAUSES = 6;

  private final Function<String, Optional<String>> sourceText;
  private final Function<Throwable, Optional<ErrorSummary>> summaries;
  private final Function<CompileProblem, Optional<String>> hints;

  /**
   * Creates a reporter.
   *
   * @param sourceText returns the text of a source by its name in stack traces
   * @param summaries the summaries that extensions have for exceptions
   * @param hints the hints for compile errors
   */
  public ErrorReporter(
      Function<String, Optional<String>> sourceText,
      Function<Throwable, Optional<ErrorSummary>> summaries,
      Function<CompileProblem, Optional<String>> hints) {
    this.sourceText = sourceText;
    this.summaries = summaries;
    this.hints = hints;
  }

  /**
   * Describes the exception of a cell.
   *
   * @param thrown what was thrown
   * @param interrupted whether the user asked the cell to stop
   */
  public CellError report(Throwable thrown, boolean interrupted) {
    if (thrown instanceof CompileFailedException refused) {
      return compileError(refused);
    }
    if (thrown instanceof CellStopped || interrupted) {
      return interruption(thrown);
    }
    if (thrown instanceof MagicException magic) {
      return new CellError("MagicError", magic.getMessage(), lines("", magic.getMessage()));
    }
    return exception(thrown);
  }

  private CellError interruption(Throwable thrown) {
    String message = "the cell was interrupted";
    List<String> traceback = lines(CellError.INTERRUPTED + ": ", message);
    Arrays.stream(thrown.getStackTrace())
        .filter(UserFrames::isUser)
        .map(frame -> "    at " + UserFrames.place(frame))
        .findFirst()
        .ifPresent(traceback::add);
    return new CellError(CellError.INTERRUPTED, message, traceback);
  }

  private CellError exception(Throwable thrown) {
    Throwable unwrapped = unwrap(thrown);
    Optional<ErrorSummary> summary = summaries.apply(unwrapped);
    Throwable shown = summary.map(ErrorSummary::root).orElse(unwrapped);
    String name = name(shown, summary);
    String message =
        SourceNames.in(summary.map(ErrorSummary::message).orElseGet(() -> messageOf(unwrapped)));
    List<String> traceback =
        new ArrayList<>(lines(message.isEmpty() ? name : name + ": ", message));
    addFrames(traceback, shown, thrown);
    summary.ifPresent(known -> addWritten(traceback, known));
    addCauses(traceback, shown);
    summary
        .map(ErrorSummary::hint)
        .filter(hint -> !hint.isEmpty())
        .or(() -> StaleClassErrors.hint(shown))
        .ifPresent(hint -> traceback.addAll(lines("Hint: ", SourceNames.in(hint))));
    return new CellError(name, message, traceback);
  }

  /** Returns the I/O error in an unchecked wrapper; other exceptions as they are. */
  private static Throwable unwrap(Throwable thrown) {
    return thrown instanceof UncheckedIOException && thrown.getCause() != null
        ? thrown.getCause()
        : thrown;
  }

  private static String messageOf(Throwable thrown) {
    try {
      String message = thrown.getLocalizedMessage();
      return message == null ? "" : message;
    } catch (RuntimeException | StackOverflowError e) {
      return "(its message can't be read:  " + e.getClass().getName() + ")";
    }
  }

  private void addWritten(List<String> traceback, ErrorSummary summary) {
    for (ErrorSummary.Written code : summary.written()) {
      String place = code.source() + ", line " + code.line();
      boolean shown = traceback.stream().anyMatch(line -> line.endsWith("at " + place));
      traceback.add("    " + code.what() + " was written at " + place);
      if (!shown) {
        sourceLine(code.source(), code.line()).ifPresent(traceback::add);
      }
    }
  }

  /**
   * Adds the frames of the exception, and the user's frames that only its wrapper has: the
   * exception of a task has the line of a lambda, its wrapper the line that started the task.
   */
  private void addFrames(List<String> traceback, Throwable shown, Throwable outer) {
    StackTraceElement[] frames = shown.getStackTrace();
    boolean hasUser = Arrays.stream(frames).anyMatch(UserFrames::isUser);
    if (!hasUser && Arrays.stream(outer.getStackTrace()).anyMatch(UserFrames::isUser)) {
      frames = outer.getStackTrace();
    }
    boolean sourceShown = false;
    List<String> described = new ArrayList<>(UserFrames.describe(frames));
    if (shown != outer) {
      UserFrames.ofUser(outer.getStackTrace()).stream()
          .filter(line -> !described.contains(line))
          .forEach(described::add);
    }
    StackTraceElement firstUser =
        Arrays.stream(frames).filter(UserFrames::isUser).findFirst().orElse(null);
    for (String line : described) {
      traceback.add(line);
      if (!sourceShown && firstUser != null && line.endsWith(UserFrames.place(firstUser))) {
        sourceLine(firstUser.getFileName(), firstUser.getLineNumber()).ifPresent(traceback::add);
        sourceShown = true;
      }
    }
  }

  private Optional<String> sourceLine(String source, int line) {
    return sourceText
        .apply(source)
        .flatMap(text -> lineOf(text, line))
        .map(text -> "       " + text.strip());
  }

  private static Optional<String> lineOf(String text, int line) {
    return text.lines().skip(line - 1L).findFirst();
  }

  private void addCauses(List<String> traceback, Throwable shown) {
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    seen.add(shown);
    Throwable cause = shown.getCause();
    for (int i = 0; cause != null && i < MAX_CAUSES && seen.add(cause); i++) {
      Throwable now = cause;
      Optional<ErrorSummary> summary = summaries.apply(now).filter(known -> known.root() == now);
      String message =
          SourceNames.in(summary.map(ErrorSummary::message).orElse(messageOf(unwrap(now))));
      traceback.addAll(
          lines("Caused by: " + name(now, summary) + (message.isEmpty() ? "" : ": "), message));
      Arrays.stream(now.getStackTrace())
          .filter(UserFrames::isUser)
          .findFirst()
          .ifPresent(frame -> traceback.add("    at " + UserFrames.place(frame)));
      summary.ifPresent(known -> addWritten(traceback, known));
      cause = now.getCause();
    }
  }

  private static String name(Throwable thrown, Optional<ErrorSummary> summary) {
    return summary.map(ErrorSummary::name).filter(said -> !said.isEmpty()).orElse(name(thrown));
  }

  private static String name(Throwable thrown) {
    Class<?> type = thrown.getClass();
    return (SourceNames.isNameless(type) ? type.getSuperclass() : type).getSimpleName();
  }

  private CellError compileError(CompileFailedException refused) {
    List<String> traceback = new ArrayList<>();
    List<CompileProblem> problems = withoutEnds(refused.problems());
    for (CompileProblem problem : problems.subList(0, Math.min(MAX_PROBLEMS, problems.size()))) {
      describe(traceback, refused.origin(), problem);
    }
    if (problems.size() > MAX_PROBLEMS) {
      traceback.add("... and " + (problems.size() - MAX_PROBLEMS) + " more errors");
    }
    return new CellError("CompileError", traceback.get(0), traceback);
  }

  /**
   * Removes errors at the end of the text that follow another error: the compiler gave up there.
   */
  private static List<CompileProblem> withoutEnds(List<CompileProblem> problems) {
    CompileProblem first = problems.get(0);
    return problems.stream()
        .filter(p -> p == first || !p.code().equals("compiler.err.premature.eof"))
        .toList();
  }

  private void describe(List<String> traceback, Origin origin, CompileProblem problem) {
    TextLine place = TextLine.at(problem.source(), problem.position());
    String line = place.text();
    int number = origin.line() + place.number() - 1;
    Optional<UnsupportedInCells.Said> inCells = UnsupportedInCells.of(problem);
    String message =
        JavacMessages.simplify(
            inCells.map(UnsupportedInCells.Said::message).orElse(problem.message()));
    List<String> said = lines("", message);
    traceback.add(origin.source() + ", line " + number + ": " + said.get(0));
    said.stream().skip(1).map(more -> "    " + more.strip()).forEach(traceback::add);
    String shown = wholeLine(origin, number, line);
    int indent = shown.indexOf(line) + place.column();
    traceback.add("    " + shown.replace('\t', ' '));
    traceback.add("    " + " ".repeat(indent) + caret(problem, place));
    Optional<String> hint =
        inCells
            .map(UnsupportedInCells.Said::hint)
            .or(() -> hints.apply(problem))
            .or(() -> JavacMessages.hint(problem, number));
    hint.map(text -> "Hint: " + text)
        .filter(text -> traceback.stream().noneMatch(earlier -> text.startsWith(earlier.strip())))
        .ifPresent(text -> lines("", text).forEach(more -> traceback.add("    " + more)));
  }

  /**
   * Returns the whole line of the cell when the code is only a part of it, such as an expression in
   * a query.
   */
  private String wholeLine(Origin origin, int number, String line) {
    return sourceText
        .apply(origin.source())
        .flatMap(text -> lineOf(text, number))
        .filter(whole -> !line.isBlank() && whole.indexOf(line) >= 0)
        .filter(whole -> whole.indexOf(line) == whole.lastIndexOf(line))
        .orElse(line);
  }

  /**
   * Returns the underline from the position that javac points at to the end of the error, within
   * the line.
   */
  private static String caret(CompileProblem problem, TextLine place) {
    int end = Math.min(problem.end(), place.start() + place.text().length());
    return "^".repeat(Math.max(1, Math.min(60, end - place.position())));
  }

  private static List<String> lines(String prefix, String text) {
    List<String> lines = new ArrayList<>((prefix + text).lines().toList());
    if (lines.isEmpty()) {
      lines.add(prefix);
    }
    return lines;
  }
}
