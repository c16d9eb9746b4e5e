package firesteel.source;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.regex.Pattern;

/**
 * Gives {@code _} (the last value, as in IPython) and {@code Out(3)} their types. Java has no
 * variable of that name, and {@code Out} has no static type for the value of cell 3, so both are
 * rewritten to casts before compilation. Java's own unnamed variable {@code _} stays unchanged.
 */
public final class OutputReferences {
  /**
   * Matches types that can be written in a cast: no intersections, captures or anonymous classes.
   */
  private static final Pattern WRITABLE = Pattern.compile("[\\w.$<>\\[\\], ?]+");

  /** Words after which an underscore is an expression and not a declared name. */
  private static final Set<String> EXPRESSION_WORDS =
      Set.of("return", "throw", "assert", "else", "do", "in", "yield");

  private record Edit(int start, int end, String replacement) {}

  private OutputReferences() {}

  /**
   * Rewrites Java text.
   *
   * @param java the text
   * @param last the number of the last cell that had a value; 0 when none had
   * @param typeOf returns the type of a cell's value, where it is known
   */
  public static EditedText in(String java, int last, IntFunction<Optional<String>> typeOf) {
    if (java.indexOf('_') < 0 && !java.contains("Out")) {
      return EditedText.unchanged(java);
    }
    List<JavaToken> tokens =
        JavaLexer.tokens(java).stream().filter(token -> !token.isComment()).toList();
    EditedText.Builder text = new EditedText.Builder(java);
    for (int i = 0; i < tokens.size(); i++) {
      edit(java, tokens, i, last, typeOf)
          .ifPresent(edit -> text.replace(edit.start(), edit.end(), edit.replacement()));
    }
    return text.build();
  }

  private static Optional<Edit> edit(
      String java,
      List<JavaToken> tokens,
      int index,
      int last,
      IntFunction<Optional<String>> typeOf) {
    JavaToken token = tokens.get(index);
    if (token.kind() != JavaToken.Kind.WORD || isMember(java, tokens, index)) {
      return Optional.empty();
    }
    if (token.is(java, "_")) {
      return isExpression(java, tokens, index)
          ? Optional.of(new Edit(token.start(), token.end(), reference(last, typeOf)))
          : Optional.empty();
    }
    if (token.is(java, "Out")
        && index + 3 < tokens.size()
        && tokens.get(index + 1).is(java, "(")
        && tokens.get(index + 2).kind() == JavaToken.Kind.NUMBER
        && tokens.get(index + 3).is(java, ")")) {
      String digits = tokens.get(index + 2).text(java);
      if (digits.length() < 9 && digits.chars().allMatch(Character::isDigit)) {
        return Optional.of(
            new Edit(
                token.start(),
                tokens.get(index + 3).end(),
                reference(Integer.parseInt(digits), typeOf)));
      }
    }
    return Optional.empty();
  }

  private static String reference(int cell, IntFunction<Optional<String>> typeOf) {
    String call = "Out(" + cell + ")";
    return typeOf
        .apply(cell)
        .filter(type -> WRITABLE.matcher(type).matches())
        .map(type -> "((" + type + ")" + call + ")")
        .orElse(call);
  }

  private static boolean isMember(String java, List<JavaToken> tokens, int index) {
    return index > 0
        && (tokens.get(index - 1).is(java, ".") || tokens.get(index - 1).is(java, "::"));
  }

  /** Returns false where the underscore is an unnamed variable, parameter or pattern of Java 22. */
  private static boolean isExpression(String java, List<JavaToken> tokens, int index) {
    if (index > 0) {
      JavaToken before = tokens.get(index - 1);
      boolean declared =
          before.kind() == JavaToken.Kind.WORD && !EXPRESSION_WORDS.contains(before.text(java));
      if (declared || before.is(java, ">") && index > 1 && isTypeEnd(java, tokens, index)) {
        return false;
      }
    }
    if (index + 1 < tokens.size() && tokens.get(index + 1).is(java, "->")) {
      return false;
    }
    return !isLambdaParameter(java, tokens, index) && !isComponentPattern(java, tokens, index);
  }

  /** Returns whether a component pattern of a record pattern starts at a token. */
  private static boolean isComponentPattern(String java, List<JavaToken> tokens, int index) {
    int open = index - 1;
    for (int depth = 0; open >= 0; open--) {
      if (tokens.get(open).is(java, ")")) {
        depth++;
      } else if (tokens.get(open).is(java, "(") && depth-- == 0) {
        break;
      } else if (tokens.get(open).is(java, ";") || tokens.get(open).is(java, "{")) {
        return false;
      }
    }
    int type = typeStart(java, tokens, open);
    if (type < 1 || type == open) {
      return false;
    }
    JavaToken before = tokens.get(type - 1);
    return before.is(java, "instanceof")
        || before.is(java, "case")
        || isComponentPattern(java, tokens, type);
  }

  /**
   * Returns the start of the type name that ends before a token; the token itself when there is
   * none.
   */
  private static int typeStart(String java, List<JavaToken> tokens, int end) {
    int start = end;
    for (int depth = 0; start > 0; start--) {
      JavaToken before = tokens.get(start - 1);
      if (before.is(java, ">")) {
        depth++;
      } else if (before.is(java, "<")) {
        depth--;
      } else if (depth == 0
          && !before.is(java, ".")
          && (before.kind() != JavaToken.Kind.WORD
              || before.is(java, "case")
              || before.is(java, "instanceof"))) {
        break;
      }
    }
    return start;
  }

  private static boolean isTypeEnd(String java, List<JavaToken> tokens, int index) {
    // "List<String> _ = ..." declares; "a > _" compares.
    return index + 1 < tokens.size()
        && (tokens.get(index + 1).is(java, "=") || tokens.get(index + 1).is(java, ":"));
  }

  private static boolean isLambdaParameter(String java, List<JavaToken> tokens, int index) {
    for (int i = index + 1; i < tokens.size(); i++) {
      JavaToken token = tokens.get(i);
      if (token.is(java, ")")) {
        return i + 1 < tokens.size() && tokens.get(i + 1).is(java, "->");
      }
      if (!token.is(java, ",") && token.kind() != JavaToken.Kind.WORD) {
        return false;
      }
    }
    return false;
  }
}
