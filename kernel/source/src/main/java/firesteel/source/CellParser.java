package firesteel.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Splits a cell into Java, magics, shell lines and questions.
 *
 * <p>A percent sign or an exclamation mark at the start of a line begins a magic or a shell command
 * only where no Java statement is open: {@code a\n % b} stays a remainder, {@code return\n !done} a
 * negation.
 */
public final class CellParser {
  private static final Pattern MAGIC = Pattern.compile("%%?([A-Za-z_]\\w*)[ \\t]*(.*)");

  /**
   * Matches a question as in IPython, without spaces, since with spaces it could be a conditional
   * expression.
   */
  private static final Pattern QUESTION =
      Pattern.compile(
          "(?:\\?{1,2}(?<after>%{0,2}[^\\s?%!]+)|(?<before>%{0,2}[^\\s?%!]+)\\?{1,2})\\s*");

  /** Words after which an expression continues. */
  private static final Set<String> OPEN_WORDS =
      Set.of("return", "throw", "case", "assert", "else", "do", "new", "instanceof", "yield");

  private final Predicate<String> isLineMagic;

  /**
   * Creates a parser.
   *
   * @param isLineMagic returns whether a line magic exists; decides ambiguous lines
   */
  public CellParser(Predicate<String> isLineMagic) {
    this.isLineMagic = isLineMagic;
  }

  /** Splits a cell into its parts, in order; Java that has only comments is left out. */
  public List<CellPart> parse(String text) {
    String cell = withoutShebang(text);
    Optional<CellPart> cellMagic = cellMagic(cell);
    if (cellMagic.isPresent()) {
      return List.of(cellMagic.get());
    }
    List<CellPart> parts = new ArrayList<>();
    if (isLineMagic.test("maven")) {
      parts.addAll(JBangLines.magics(cell));
    }
    int javaStart = 0;
    for (Line line : otherLines(cell)) {
      if (line.part() != null) {
        addJava(parts, cell, javaStart, line.start());
        parts.add(line.part());
        javaStart = line.end();
      }
    }
    addJava(parts, cell, javaStart, cell.length());
    return parts;
  }

  /**
   * Returns the cell with everything but Java replaced by spaces, and magics that stand for a value
   * by a placeholder value, so that positions stay the same. Empty for a cell magic.
   */
  public Optional<String> javaOnly(String text) {
    String cell = withoutShebang(text);
    if (cellMagic(cell).isPresent()) {
      return Optional.empty();
    }
    StringBuilder java = new StringBuilder(cell);
    for (Line line : otherLines(cell)) {
      java.replace(line.start(), line.end(), line.inJava());
    }
    return Optional.of(java.toString());
  }

  /** Replaces a script's first line that names its interpreter by a comment of the same length. */
  private static String withoutShebang(String cell) {
    return cell.startsWith("#!") ? "//" + cell.substring(2) : cell;
  }

  /** Returns the start of the line at a position when it is a magic or a shell line. */
  public Optional<Integer> otherLineAt(String cell, int position) {
    int first = cell.length() - cell.stripLeading().length();
    if (cell.startsWith("%%", first)) {
      int end = lineEnd(cell, first);
      return position >= first && position <= end ? Optional.of(first) : Optional.empty();
    }
    return otherLines(cell).stream()
        .filter(line -> position >= line.start() && position <= line.end())
        .map(Line::start)
        .findFirst();
  }

  /**
   * Returns the cell magic whose body a position lies in; empty elsewhere.
   *
   * @return the magic; its body ends with the cell
   */
  public Optional<CellPart.CellMagic> bodyAt(String cell, int position) {
    return cellMagic(cell)
        .map(CellPart.CellMagic.class::cast)
        .filter(magic -> position > lineEnd(cell, cell.length() - cell.stripLeading().length()));
  }

  /**
   * A line, or the rest of a line, that isn't Java.
   *
   * @param part null for a magic that stands for a value within Java
   * @param inJava the Java text that replaces it, of the same length
   */
  private record Line(int start, int end, CellPart part, String inJava) {
    Line(int start, int end, CellPart part) {
      this(start, end, part, " ".repeat(end - start));
    }
  }

  private static Optional<CellPart> cellMagic(String cell) {
    int start = cell.length() - cell.stripLeading().length();
    if (!cell.startsWith("%%", start)) {
      return Optional.empty();
    }
    int end = lineEnd(cell, start);
    if (QUESTION.matcher(cell.substring(start)).matches()) {
      return Optional.empty();
    }
    Matcher magic = MAGIC.matcher(cell.substring(start, end).stripTrailing());
    if (!magic.matches()) {
      return Optional.empty();
    }
    String body = end < cell.length() ? cell.substring(end + 1) : "";
    return Optional.of(
        new CellPart.CellMagic(
            magic.group(1), magic.group(2), body, TextLine.at(cell, start).number() + 1));
  }

  private List<Line> otherLines(String cell) {
    List<Line> lines = new ArrayList<>();
    JavaLexer lexer = new JavaLexer(cell);
    JavaToken before = null;
    int depth = 0;
    for (Optional<JavaToken> next = lexer.next(); next.isPresent(); next = lexer.next()) {
      JavaToken token = next.get();
      Optional<ExpressionMagics.Found> value = ExpressionMagics.at(cell, token, before);
      if (value.isPresent()) {
        lines.add(
            new Line(value.get().start(), value.get().end(), null, value.get().placeholder()));
        lexer.moveTo(value.get().end());
        before = null;
        continue;
      }
      if (startsLine(cell, token.start())) {
        Optional<Line> line = misplacedMagic(cell, token.start());
        if (line.isEmpty() && depth == 0) {
          line = otherLine(cell, token.start(), before);
        }
        if (line.isPresent()) {
          lines.add(line.get());
          lexer.moveTo(line.get().end());
          before = null;
          continue;
        }
      }
      if (token.kind() == JavaToken.Kind.OPEN) {
        depth++;
      } else if (token.kind() == JavaToken.Kind.CLOSE) {
        depth = Math.max(0, depth - 1);
      }
      if (!token.isComment()) {
        before = token;
      }
    }
    return lines;
  }

  /**
   * Returns a cell magic that isn't at the start of the cell: two percent signs can't start a line
   * of Java.
   */
  private static Optional<Line> misplacedMagic(String cell, int start) {
    int end = lineEnd(cell, start);
    Matcher magic = MAGIC.matcher(cell.substring(start, end).stripTrailing());
    return cell.startsWith("%%", start) && magic.matches()
        ? Optional.of(
            new Line(
                start,
                end,
                new CellPart.MisplacedMagic(magic.group(1), TextLine.at(cell, start).number())))
        : Optional.empty();
  }

  private Optional<Line> otherLine(String cell, int start, JavaToken before) {
    int end = lineEnd(cell, start);
    String text = cell.substring(start, end);
    if (text.startsWith("!") && !text.startsWith("!=") && !goesOn(cell, before)) {
      return Optional.of(
          new Line(
              start,
              end,
              new CellPart.Shell(text.substring(1).strip(), TextLine.at(cell, start).number())));
    }
    // Only as the last line: above other lines it may be part of an expression.
    Matcher question = QUESTION.matcher(text);
    if (endsStatement(cell, before) && question.matches() && cell.substring(end).isBlank()) {
      String code = question.group("before");
      return Optional.of(
          new Line(
              start,
              end,
              new CellPart.Question(
                  code == null ? question.group("after") : code,
                  TextLine.at(cell, start).number())));
    }
    Matcher magic = MAGIC.matcher(text.stripTrailing());
    if (!text.startsWith("%%") && magic.matches()) {
      String name = magic.group(1);
      if (endsStatement(cell, before) || (isLineMagic.test(name) && !goesOn(cell, before))) {
        return Optional.of(
            new Line(
                start,
                end,
                new CellPart.LineMagic(name, magic.group(2), TextLine.at(cell, start).number())));
      }
    }
    return Optional.empty();
  }

  private static boolean endsStatement(String cell, JavaToken before) {
    return before == null || before.is(cell, ";") || before.is(cell, "}");
  }

  private static boolean goesOn(String cell, JavaToken before) {
    if (endsStatement(cell, before)) {
      return false;
    }
    return switch (before.kind()) {
      case WORD -> OPEN_WORDS.contains(before.text(cell));
      case NUMBER, STRING, TEXT_BLOCK, CHARACTER, CLOSE -> false;
      default -> !before.is(cell, "++") && !before.is(cell, "--");
    };
  }

  private static void addJava(List<CellPart> parts, String cell, int start, int end) {
    String java = cell.substring(start, end);
    if (JavaLexer.tokens(java).stream().anyMatch(token -> !token.isComment())) {
      parts.add(new CellPart.Java(java, start, TextLine.at(cell, start).number()));
    }
  }

  private static boolean startsLine(String cell, int position) {
    return TextLine.at(cell, position).before().isBlank();
  }

  private static int lineEnd(String cell, int position) {
    int end = cell.indexOf('\n', position);
    return end < 0 ? cell.length() : end;
  }
}
