package firesteel.engine.assist;

import firesteel.api.completion.Completeness;
import firesteel.api.completion.Completeness.Status;
import firesteel.source.JavaLexer;
import firesteel.source.JavaToken;
import firesteel.source.JavaToken.Kind;
import firesteel.source.SnippetScanner;
import firesteel.source.SourceSnippet;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;

/** Checks whether the snippets of a cell are complete. */
final class CompletenessCheck {
  private static final Completeness COMPLETE = new Completeness(Status.COMPLETE, "");
  private static final Completeness INVALID = new Completeness(Status.INVALID, "");

  /** Symbols that a statement or an expression may end with. */
  private static final Set<String> LAST_SYMBOLS = Set.of(";", "++", "--", ">", "*");

  /** Matches annotations without a declaration. */
  private static final Pattern ANNOTATIONS =
      Pattern.compile("(\\s*@\\s*[\\w.]+\\s*(\\([^()]*\\))?)+\\s*");

  private final SourceCompiler compiler;
  private final SourceCodeAnalysis analysis;

  CompletenessCheck(SourceCompiler compiler, SourceCodeAnalysis analysis) {
    this.compiler = compiler;
    this.analysis = analysis;
  }

  Completeness check(String java) {
    List<JavaToken> tokens = JavaLexer.tokens(java);
    Completeness byTokens = byTokens(java, tokens);
    return byTokens != null ? byTokens : bySnippets(java, tokens);
  }

  /** Checks quotes, comments and brackets; null when they are all closed. */
  private static Completeness byTokens(String java, List<JavaToken> tokens) {
    Deque<Character> open = new ArrayDeque<>();
    for (JavaToken token : tokens) {
      if (token.kind() == Kind.UNKNOWN) {
        return INVALID;
      }
      if (!token.closed()) {
        boolean mayGoOn = token.kind() == Kind.TEXT_BLOCK || token.kind() == Kind.BLOCK_COMMENT;
        return mayGoOn ? incomplete(java, tokens) : INVALID;
      }
      if (token.kind() == Kind.OPEN) {
        open.push(java.charAt(token.start()));
      } else if (token.kind() == Kind.CLOSE) {
        char opened = open.isEmpty() ? ' ' : open.pop();
        if ("([{".indexOf(opened) != ")]}".indexOf(java.charAt(token.start()))) {
          return INVALID;
        }
      }
    }
    return open.isEmpty() && !endsWithOperator(java, tokens) ? null : incomplete(java, tokens);
  }

  private static boolean endsWithOperator(String java, List<JavaToken> tokens) {
    List<JavaToken> code = tokens.stream().filter(t -> !t.isComment()).toList();
    if (code.isEmpty()) {
      return false;
    }
    JavaToken last = code.get(code.size() - 1);
    return last.kind() == Kind.SYMBOL && !LAST_SYMBOLS.contains(last.text(java));
  }

  private Completeness bySnippets(String java, List<JavaToken> tokens) {
    String rest = java;
    while (JavaLexer.tokens(rest).stream().anyMatch(t -> !t.isComment())) {
      CompletionInfo info = analysis.analyzeCompletion(rest);
      switch (info.completeness()) {
        case COMPLETE, COMPLETE_WITH_SEMI -> {
          if (info.remaining().isBlank()) {
            if (ANNOTATIONS.matcher(rest).matches()) {
              return incomplete(java, tokens);
            }
            return isOneSnippet(info.source()) ? COMPLETE : INVALID;
          }
          if (info.remaining().length() >= rest.length()) {
            return INVALID;
          }
          rest = info.remaining();
        }
        case DEFINITELY_INCOMPLETE, CONSIDERED_INCOMPLETE -> {
          return incomplete(java, tokens);
        }
        case EMPTY -> {
          return COMPLETE;
        }
        default -> {
          return INVALID;
        }
      }
    }
    return COMPLETE;
  }

  /**
   * Returns whether the parser accepts the text as one snippet. JShell reports statements without a
   * semicolon between them as complete, so that running them shows the error; no further line can
   * correct that.
   */
  private boolean isOneSnippet(String source) {
    List<SourceSnippet> snippets = SnippetScanner.snippets(source);
    if (snippets.isEmpty() || source.stripTrailing().endsWith("}")) {
      return true;
    }
    return switch (snippets.get(0).kind()) {
      case IMPORT -> parses(source + "\n;");
      case TYPE, METHOD -> parses("class $Cell {" + source + "\n}");
      default ->
          parses("class $Cell { void $run() {" + source + "\n;}}")
              || parses("class $Cell { Object $run() { return " + source + "\n;}}");
    };
  }

  private boolean parses(String file) {
    return compiler.parse(file).isWellFormed();
  }

  private static Completeness incomplete(String java, List<JavaToken> tokens) {
    return new Completeness(Status.INCOMPLETE, Indentation.next(java, tokens));
  }
}
