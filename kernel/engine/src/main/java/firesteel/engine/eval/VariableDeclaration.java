package firesteel.engine.eval;

import firesteel.source.JavaLexer;
import firesteel.source.JavaToken;
import firesteel.source.SnippetScanner;
import firesteel.source.SourceSnippet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The declaration of one variable as the user wrote it.
 *
 * @param text the whole declaration
 * @param name the variable
 * @param nameStart the position of its name in the text
 */
record VariableDeclaration(String text, String name, int nameStart) {
  private static final Set<String> NOT_FOR_LOCALS =
      Set.of("public", "protected", "private", "static", "transient", "volatile", "final");
  private static final Set<String> NUMBERS =
      Set.of("byte", "short", "int", "long", "char", "float", "double");

  /** Parses a snippet; empty when it isn't the declaration of a single variable. */
  static Optional<VariableDeclaration> of(String snippet) {
    List<SourceSnippet> found = SnippetScanner.snippets(snippet);
    if (found.size() != 1
        || found.get(0).kind() != SourceSnippet.Kind.VARIABLE
        || found.get(0).name().isEmpty()) {
      return Optional.empty();
    }
    String name = found.get(0).name();
    return Optional.of(
        new VariableDeclaration(snippet, name, found.get(0).nameEnd() - name.length()));
  }

  /**
   * Returns this declaration as that of a local variable with another name and always an
   * initializer, in the same number of lines.
   */
  String renamed(String newName) {
    StringBuilder head = new StringBuilder(text.substring(0, nameStart));
    String type = "";
    for (JavaToken token : tokens(head.toString())) {
      String word = token.text(text);
      if (NOT_FOR_LOCALS.contains(word)) {
        head.replace(token.start(), token.end(), " ".repeat(word.length()));
      } else {
        type = word;
      }
    }
    String rest = text.substring(nameStart + name.length());
    boolean hasValue = tokens(rest).stream().anyMatch(t -> t.is(rest, "="));
    String value = hasValue ? "" : " = " + defaultOf(type + dimensions(rest));
    String end = rest.stripTrailing();
    String declarator = end.endsWith(";") ? end.substring(0, end.length() - 1) : end;
    return head + newName + declarator + value;
  }

  /**
   * Returns whether the initializer reads the variable itself, which has no value yet: {@code int a
   * = a + 1}.
   */
  boolean readsItself() {
    String rest = text.substring(nameStart + name.length());
    List<JavaToken> tokens = tokens(rest);
    for (int i = 0; i < tokens.size(); i++) {
      boolean member = i > 0 && tokens.get(i - 1).is(rest, ".");
      if (!member && tokens.get(i).is(rest, name)) {
        return true;
      }
    }
    return false;
  }

  private static String dimensions(String rest) {
    return rest.contains("[") ? "[]" : "";
  }

  private static String defaultOf(String type) {
    if (type.equals("boolean")) {
      return "false";
    }
    return NUMBERS.contains(type) ? "0" : "null";
  }

  /**
   * Splits a snippet that declares several variables of one type into their declarations, each at
   * its original position; empty when it declares one, or can't be split by its tokens alone.
   */
  static List<VariableDeclaration> several(String snippet) {
    Optional<VariableDeclaration> first = of(snippet);
    if (first.isEmpty() || snippet.indexOf(',', first.get().nameStart()) < 0) {
      return List.of();
    }
    List<int[]> pieces = declarators(snippet, first.get().nameStart());
    List<VariableDeclaration> declarations = new ArrayList<>();
    for (int[] piece : pieces) {
      String blank = blanked(snippet, first.get().nameStart(), piece[0], piece[1]);
      of(blank).ifPresent(declarations::add);
    }
    return pieces.size() > 1 && declarations.size() == pieces.size() ? declarations : List.of();
  }

  private static String blanked(String snippet, int from, int start, int end) {
    StringBuilder text = new StringBuilder(snippet);
    for (int i = from; i < text.length(); i++) {
      boolean outside = i < start || i >= end;
      if (outside && text.charAt(i) != '\n') {
        text.setCharAt(i, ' ');
      }
    }
    return text.toString().stripTrailing() + ";";
  }

  /**
   * Returns where the declarators start and end: at commas outside of brackets, angle brackets
   * included.
   */
  private static List<int[]> declarators(String snippet, int from) {
    List<int[]> found = new ArrayList<>();
    int depth = 0;
    int start = from;
    List<JavaToken> tokens = tokens(snippet);
    for (int i = 0; i < tokens.size(); i++) {
      JavaToken token = tokens.get(i);
      if (token.start() < from) {
        continue;
      }
      if (token.kind() == JavaToken.Kind.OPEN) {
        depth++;
      } else if (token.kind() == JavaToken.Kind.CLOSE) {
        depth--;
      } else if (depth == 0 && token.is(snippet, ",") && beginsDeclarator(snippet, tokens, i)) {
        found.add(new int[] {start, token.start()});
        start = token.end();
      } else if (depth == 0 && token.is(snippet, ";")) {
        found.add(new int[] {start, token.start()});
        return found;
      }
    }
    found.add(new int[] {start, snippet.length()});
    return found;
  }

  /**
   * Returns whether a declarator starts behind a comma: a name with what may follow it; in {@code
   * Map<String, Integer>} a bracket follows.
   */
  private static boolean beginsDeclarator(String snippet, List<JavaToken> tokens, int comma) {
    if (comma + 1 >= tokens.size() || tokens.get(comma + 1).kind() != JavaToken.Kind.WORD) {
      return false;
    }
    if (comma + 2 >= tokens.size()) {
      return true;
    }
    int behind = comma + 2;
    while (behind + 1 < tokens.size()
        && tokens.get(behind).is(snippet, "[")
        && tokens.get(behind + 1).is(snippet, "]")) {
      behind += 2;
    }
    JavaToken after = tokens.get(Math.min(behind, tokens.size() - 1));
    return after.is(snippet, "=") || after.is(snippet, ",") || after.is(snippet, ";");
  }

  private static List<JavaToken> tokens(String text) {
    return JavaLexer.tokens(text).stream().filter(t -> !t.isComment()).toList();
  }
}
