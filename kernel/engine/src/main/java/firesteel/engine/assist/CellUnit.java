package firesteel.engine.assist;

import firesteel.source.JavaLexer;
import firesteel.source.JavaToken;
import firesteel.source.SnippetScanner;
import firesteel.source.SourceSnippet;
import firesteel.source.SourceSnippet.Kind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A source file in which one snippet of a cell can be compiled on its own: it has the notebook's
 * variables, methods and types as members of the class around the snippet, the declarations above
 * it in the cell before it, and closes all open brackets.
 *
 * @param source the source file
 * @param offset what to add to a place in the snippet's cell to get its place in the source file
 */
record CellUnit(String source, int offset) {
  /** The marker for a name that is being written. */
  static final String MARKER = "$here$";

  private static final Pattern VAR = Pattern.compile("^(final\\s+)?var\\s");

  /**
   * Returns the source file for a snippet.
   *
   * @param view the notebook
   * @param cell the text of the cell; what is behind the snippet declares methods and types too
   * @param snippets the snippets of the cell
   * @param at the index of the snippet; behind the last one for the empty place at the end
   * @param ending closes what a name at the end of the text may stand in, such as type arguments
   */
  static CellUnit of(
      NotebookView view, String cell, List<SourceSnippet> snippets, int at, String ending) {
    StringBuilder out = new StringBuilder("package REPL;\n");
    view.imports().forEach(i -> out.append(i).append('\n'));
    Set<String> declared = new HashSet<>();
    StringBuilder members = new StringBuilder();
    StringBuilder locals = new StringBuilder();
    for (int i = 0; i < snippets.size(); i++) {
      SourceSnippet snippet = snippets.get(i);
      boolean declares = snippet.kind() == Kind.METHOD || snippet.kind() == Kind.TYPE;
      if (declares) {
        declared.add(snippet.name());
      }
      if (i == at) {
        continue;
      }
      String text = cell.substring(snippet.start(), snippet.end());
      if (snippet.kind() == Kind.IMPORT) {
        out.append(text).append(text.endsWith(";") ? "\n" : ";\n");
      } else if (declares) {
        members.append("static ").append(MemberStubs.withoutBodies(text)).append('\n');
      } else if (snippet.kind() == Kind.VARIABLE && i < at) {
        locals.append(declaration(text, snippet)).append('\n');
      }
    }
    out.append("class $Cell {\n").append(view.members(declared)).append(members);
    out.append("static Object $run() throws Throwable {\n").append(locals);
    if (at >= snippets.size()) {
      return new CellUnit(out.append(";\nreturn null; }}").toString(), 0);
    }
    SourceSnippet snippet = snippets.get(at);
    boolean member = snippet.kind() == Kind.METHOD || snippet.kind() == Kind.TYPE;
    if (snippet.kind() == Kind.IMPORT) {
      out.append("/*");
    } else if (member) {
      out.append("class $Here {\n");
    }
    int offset = out.length() - snippet.start();
    String text = cell.substring(snippet.start(), snippet.end());
    out.append(text).append(ending);
    out.append(snippet.kind() == Kind.IMPORT ? "*/" : closers(text));
    out.append(member ? "\n}" : "\n").append("return null; }}");
    return new CellUnit(out.toString(), offset);
  }

  /**
   * Returns the index of the snippet that a position lies in or ends; the number of snippets when
   * it lies behind all.
   */
  static int snippetAt(List<SourceSnippet> snippets, int place) {
    for (int i = 0; i < snippets.size(); i++) {
      if (snippets.get(i).start() <= place && place <= snippets.get(i).end()) {
        return i;
      }
    }
    return snippets.size();
  }

  /** Returns the snippets of a cell. */
  static List<SourceSnippet> snippets(String cell) {
    return SnippetScanner.snippets(cell);
  }

  private static String declaration(String text, SourceSnippet snippet) {
    int nameEnd = snippet.nameEnd() - snippet.start();
    String head = text.substring(0, nameEnd);
    String rest = text.substring(nameEnd).strip();
    // The initializer matters only where the variable's type is inferred from it.
    boolean typed = !VAR.matcher(head).find();
    if (typed && rest.startsWith("=") && !rest.contains(",")) {
      return head + ";";
    }
    return text.endsWith(";") ? text : text + closers(text);
  }

  /** Returns the text that closes the open brackets and the last statement of a text. */
  private static String closers(String text) {
    Deque<String> open = new ArrayDeque<>();
    JavaToken before = null;
    boolean comment = false;
    for (JavaToken token : JavaLexer.tokens(text)) {
      comment = token.kind() == JavaToken.Kind.LINE_COMMENT;
      if (token.isComment()) {
        continue;
      }
      if (token.kind() == JavaToken.Kind.OPEN) {
        open.push(closer(text, token, before));
      } else if (token.kind() == JavaToken.Kind.CLOSE) {
        open.poll();
      }
      before = token;
    }
    boolean ended = before != null && (before.is(text, ";") || before.is(text, "}"));
    return (comment ? "\n" : "") + String.join("", open) + (ended && open.isEmpty() ? "" : ";");
  }

  private static String closer(String text, JavaToken open, JavaToken before) {
    if (open.is(text, "(")) {
      return ")";
    }
    if (open.is(text, "[")) {
      return "]";
    }
    boolean array = before != null && (before.is(text, "=") || before.is(text, "]"));
    return array ? "}" : ";}";
  }
}
