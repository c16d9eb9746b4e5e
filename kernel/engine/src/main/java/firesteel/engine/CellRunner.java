package firesteel.engine;

import firesteel.api.bytecode.CellStopped;
import firesteel.api.bytecode.FailureLocations;
import firesteel.api.display.MimeBundle;
import firesteel.api.error.CompileProblem;
import firesteel.api.error.MagicException;
import firesteel.api.session.CompileFailedException;
import firesteel.api.session.Origin;
import firesteel.engine.eval.Evaluation;
import firesteel.engine.eval.JavaEvaluator;
import firesteel.engine.eval.SnippetText;
import firesteel.engine.magic.MagicRunner;
import firesteel.source.CellParser;
import firesteel.source.CellPart;
import firesteel.source.CellPlan;
import firesteel.source.DeclarationForms;
import firesteel.source.EditedText;
import firesteel.source.ExpressionMagics;
import firesteel.source.JavaLexer;
import firesteel.source.JavaToken;
import firesteel.source.MainMethod;
import firesteel.source.OutputReferences;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;

/** Runs the parts of a cell in order; the value of the last one is the cell's value. */
final class CellRunner {
  /**
   * The value of a piece of code; null for statements and void calls as well as for null.
   *
   * @param typeName its type as Java writes it; empty when that isn't known
   * @param incidental see {@link Evaluation.Done}
   * @param at the position of the code; null when there is no value
   */
  record Value(Object value, String typeName, boolean incidental, Origin at) {
    static final Value NONE = new Value(null, "", false, null);
  }

  private final Supplier<JavaEvaluator> java;
  private final MagicRunner magics;
  private final CellParser parser;
  private final OutputHistory outputs;

  CellRunner(
      Supplier<JavaEvaluator> java, MagicRunner magics, CellParser parser, OutputHistory outputs) {
    this.java = java;
    this.magics = magics;
    this.parser = parser;
    this.outputs = outputs;
  }

  /**
   * Runs code on the calling thread.
   *
   * @param origin the position of the code's first line
   */
  Value run(ExecutingCell cell, String code, Origin origin) throws Throwable {
    Value last = Value.NONE;
    List<CellPart> parts = parser.parse(code);
    for (CellPart part : parts) {
      if (part instanceof CellPart.MisplacedMagic magic) {
        throw magics.misplaced(magic.name(), origin.down(magic.line() - 1)); // before anything runs
      }
    }
    for (CellPart part : parts) {
      last = runPart(cell, part, origin);
      stopIfInterrupted(cell);
    }
    return last;
  }

  private Value runPart(ExecutingCell cell, CellPart part, Origin origin) throws Throwable {
    if (part instanceof CellPart.Java text) {
      return runJava(cell, text.text(), origin.down(text.line() - 1));
    }
    if (part instanceof CellPart.LineMagic magic) {
      Origin line = origin.down(magic.line() - 1);
      return valueOf(line, () -> magics.runLine(magic.name(), magic.arguments(), cell, line));
    }
    if (part instanceof CellPart.Shell shell) {
      magics.runShell(shell.command(), cell);
      return Value.NONE;
    }
    if (part instanceof CellPart.Question question) {
      answer(question.code(), cell);
      return Value.NONE;
    }
    CellPart.CellMagic magic = (CellPart.CellMagic) part;
    Origin body = origin.down(magic.bodyLine() - 1);
    return valueOf(
        origin, () -> magics.runCell(magic.name(), magic.arguments(), magic.body(), cell, body));
  }

  private static void answer(String code, ExecutingCell cell) throws MagicException {
    int call = code.endsWith(")") ? code.lastIndexOf('(') : code.length();
    MimeBundle answer =
        cell.session()
            .inspect(code, call, true)
            .orElseThrow(() -> new MagicException("there is no information about " + code));
    cell.outputs().display(answer, Optional.empty());
  }

  /**
   * Ends the cell if it was interrupted: an interrupt may come between two snippets, or be
   * swallowed by one.
   */
  private static void stopIfInterrupted(ExecutingCell cell) {
    if (cell.isInterrupted()) {
      throw new CellStopped();
    }
  }

  private interface Magic {
    Object run() throws Throwable;
  }

  /** Runs a magic and returns its value; the stack traces of its exceptions name its line. */
  private static Value valueOf(Origin at, Magic magic) throws Throwable {
    try {
      Object value = magic.run();
      return value == null ? Value.NONE : new Value(value, "", false, at);
    } catch (Throwable thrown) {
      FailureLocations.addPlace(thrown, at.source(), at.line());
      throw thrown;
    }
  }

  /**
   * Returns the error of a comment without an end, which would otherwise silently disable the rest
   * of the cell.
   */
  private static List<CompileProblem> openComment(String text) {
    List<JavaToken> tokens = JavaLexer.tokens(text);
    JavaToken last = tokens.isEmpty() ? null : tokens.get(tokens.size() - 1);
    if (last == null || last.kind() != JavaToken.Kind.BLOCK_COMMENT || last.closed()) {
      return List.of();
    }
    int start = last.start();
    return List.of(
        new CompileProblem(
            "compiler.err.unclosed.comment", "unclosed comment", text, start, start, start + 2));
  }

  private Value runJava(ExecutingCell cell, String text, Origin origin) throws Throwable {
    EditedText calls = ExpressionMagics.in(text);
    EditedText references = OutputReferences.in(calls.text(), outputs.last(), outputs::typeName);
    EditedText forms = DeclarationForms.in(references.text());
    IntUnaryOperator original =
        position -> calls.original(references.original(forms.original(position)));
    List<CompileProblem> open = openComment(forms.text());
    if (!open.isEmpty()) {
      throw refused(text, origin, original, open);
    }
    JavaEvaluator evaluator = java.get();
    Value last = Value.NONE;
    Function<SnippetText, Origin> originOf =
        snippet -> origin.down(newlines(forms.text(), snippet.offset()));
    List<SnippetText> snippets = evaluator.split(forms.text());
    for (List<SnippetText> step : CellPlan.of(snippets, SnippetText::text)) {
      evaluator.notesOn(step).forEach(note -> cell.outputs().stderr(note + "\n"));
      Origin at = originOf.apply(step.get(step.size() - 1));
      Evaluation evaluation =
          evaluator.evaluate(step, originOf, snippet -> snippet.isStatementOf(forms.text()));
      if (evaluation instanceof Evaluation.Rejected rejected) {
        throw refused(text, origin, original, rejected.problems());
      }
      if (evaluation instanceof Evaluation.Threw threw) {
        throw threw.thrown();
      }
      stopIfInterrupted(cell);
      Evaluation.Done done = (Evaluation.Done) evaluation;
      done.notes().forEach(note -> cell.outputs().stderr(note + "\n"));
      last =
          done.hasValue()
              ? new Value(done.value(), done.typeName(), done.incidental(), at)
              : Value.NONE;
    }
    if (origin.isOfCell()) { // Of a file, main runs by itself.
      MainMethod.in(snippets.stream().map(SnippetText::text).toList())
          .ifPresent(
              call -> cell.outputs().stderr("Note: " + call + " runs what this cell declares.\n"));
    }
    return last;
  }

  /** Maps the compiler's positions to the text that the user wrote. */
  private static CompileFailedException refused(
      String text, Origin origin, IntUnaryOperator original, List<CompileProblem> problems) {
    return new CompileFailedException(
        origin, problems.stream().map(problem -> problem.in(text, original)).toList());
  }

  /** Prints which declarations of a cell can't be used yet, after the cell has run. */
  void noteUnresolved(ExecutingCell cell) {
    java.get().takeStaleNotes().forEach(note -> cell.outputs().stderr(note + "\n"));
    Map<String, List<String>> unresolved = java.get().unresolvedIn(cell.number());
    unresolved.forEach(
        (name, missing) ->
            cell.outputs()
                .stderr(
                    "Note: "
                        + name
                        + " can be used once "
                        + (missing.isEmpty() ? "its errors are fixed" : String.join(", ", missing))
                        + (missing.isEmpty()
                            ? "."
                            : (missing.size() == 1 ? " is" : " are") + " declared.")
                        + "\n"));
  }

  private static int newlines(String text, int end) {
    return (int) text.substring(0, end).chars().filter(c -> c == '\n').count();
  }
}
