package firesteel.engine;

import firesteel.api.completion.Completeness;
import firesteel.api.completion.Completion;
import firesteel.api.display.MimeBundle;
import firesteel.api.session.Variable;
import firesteel.engine.assist.JavaAssist;
import firesteel.engine.eval.JavaEvaluator;
import firesteel.engine.magic.JavaText;
import firesteel.engine.magic.MagicRunner;
import firesteel.source.CellParser;
import firesteel.source.CellPart;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Answers questions about the text of a cell: passes Java to the Java assistant, and magics and
 * shell lines to the magics.
 */
final class CellAssist {
  private static final Pattern MAGIC_NAME = Pattern.compile("%%?([A-Za-z_]\\w*)");

  private static final List<String> WARM_UP = List.of("String.", "List.of(1).", "Str");

  private final JavaSession session;
  private final JavaSetup java;
  private final CellParser parser;
  private final MagicRunner magics;
  private final JavaAssist javaAssist;

  CellAssist(JavaSession session, JavaSetup java, CellParser parser, MagicRunner magics) {
    this.session = session;
    this.java = java;
    this.parser = parser;
    this.magics = magics;
    this.javaAssist =
        new JavaAssist(
            () -> java.evaluator().ask(Function.identity()),
            () -> java.evaluator().files(),
            java::classPath,
            this::variable,
            session::workingDirectory);
  }

  private Optional<Variable> variable(String name) {
    return session.variables().stream().filter(v -> v.name().equals(name)).findFirst();
  }

  /**
   * Prepares for the first questions, which would be slow otherwise: loads classes, lists packages.
   */
  void warmUp() {
    for (String text : WARM_UP) {
      complete(text, text.length());
    }
  }

  /** Asks the Java assistant while it holds JShell's lock, which a running cell doesn't hold. */
  private <T> T askJava(Function<JavaAssist, T> question) {
    JavaEvaluator evaluator = java.evaluator();
    return evaluator.ask(js -> question.apply(javaAssist));
  }

  /**
   * Returns the qualified names of the public classes that cells can import under a simple name.
   */
  List<String> classesNamed(String simpleName) {
    return askJava(assist -> assist.classesNamed(simpleName));
  }

  /** Returns the simple names of a package's classes. */
  Set<String> classesIn(String packageName) {
    return askJava(assist -> assist.classesIn(packageName));
  }

  Completeness completeness(String code) {
    List<CellPart> parts = parser.parse(code);
    if (!parts.isEmpty() && parts.get(parts.size() - 1) instanceof CellPart.CellMagic magic) {
      // As in IPython: a cell magic's body goes on until an empty line.
      boolean ended = magic.body().endsWith("\n") || magic.body().isEmpty() && !code.endsWith("\n");
      return new Completeness(
          ended ? Completeness.Status.COMPLETE : Completeness.Status.INCOMPLETE, "");
    }
    return askJava(assist -> assist.completeness(parser.javaOnly(code).orElse("")));
  }

  Completion complete(String code, int cursor) {
    Optional<Integer> line = parser.otherLineAt(code, cursor);
    if (line.isPresent()) {
      return completeLine(code, line.get(), cursor);
    }
    Optional<CellPart.CellMagic> body = parser.bodyAt(code, cursor);
    if (body.isPresent()) {
      CellPart.CellMagic magic = body.get();
      int start = code.length() - magic.body().length();
      return magics
          .completeBody(session, magic.name(), magic.arguments(), magic.body(), cursor - start)
          .movedBy(start);
    }
    return parser
        .javaOnly(code)
        .map(text -> askJava(assist -> assist.complete(text, cursor)))
        .orElseGet(() -> Completion.none(cursor));
  }

  /** Returns the text below the line of a cell magic. */
  private static String bodyBelow(String code, int start, String line) {
    boolean cellMagic = line.stripLeading().startsWith("%%");
    return cellMagic ? code.substring(Math.min(code.length(), start + line.length() + 1)) : "";
  }

  private Completion completeLine(String code, int start, int cursor) {
    String line = lineAt(code, start);
    Optional<JavaText> java = magics.java(line);
    if (isWithin(java, cursor - start)) {
      int offset = start + java.get().start();
      String text = line.substring(java.get().start(), java.get().end());
      return askJava(assist -> assist.complete(text, cursor - offset)).movedBy(offset);
    }
    return magics
        .completeRawText(session, line, cursor - start)
        .orElseGet(
            () -> magics.complete(line, cursor - start, session, bodyBelow(code, start, line)))
        .movedBy(start);
  }

  Optional<MimeBundle> inspect(String code, int cursor, boolean detailed) {
    Optional<Integer> line = parser.otherLineAt(code, cursor);
    if (line.isPresent()) {
      return inspectLine(code, line.get(), cursor, detailed);
    }
    return parser
        .javaOnly(code)
        .flatMap(text -> askJava(assist -> assist.inspect(text, cursor, detailed)));
  }

  private Optional<MimeBundle> inspectLine(String code, int start, int cursor, boolean detailed) {
    String line = lineAt(code, start);
    Optional<JavaText> java = magics.java(line);
    if (isWithin(java, cursor - start) && cursor - start > java.get().start()) {
      int offset = java.get().start();
      String text = line.substring(offset, java.get().end());
      return askJava(assist -> assist.inspect(text, cursor - start - offset, detailed));
    }
    Matcher name = MAGIC_NAME.matcher(line);
    return name.lookingAt() ? magics.help(name.group(1)) : Optional.empty();
  }

  private static boolean isWithin(Optional<JavaText> java, int cursor) {
    return java.isPresent() && java.get().start() <= cursor && cursor <= java.get().end();
  }

  private static String lineAt(String code, int start) {
    int end = code.indexOf('\n', start);
    return code.substring(start, end < 0 ? code.length() : end);
  }
}
