package firesteel.engine.eval;

import firesteel.source.SnippetScanner;
import firesteel.source.SourceSnippet;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;

/** Splits Java into the snippets that JShell takes one at a time. */
final class SnippetSplitter {
  /** Matches {@code non-sealed}, which JShell reads as a subtraction. */
  private static final Pattern NON_SEALED =
      Pattern.compile(
          "(?:\\s|//.*|/\\*(?s:.*?)\\*/|@\\w+|public|abstract|static|strictfp)*non-sealed\\b");

  private SnippetSplitter() {}

  static List<SnippetText> split(SourceCodeAnalysis analysis, String java) {
    List<SnippetText> snippets = new ArrayList<>();
    String rest = java;
    while (!rest.isBlank()) {
      CompletionInfo info = analysis.analyzeCompletion(rest);
      String source = info.source();
      String remaining = info.remaining();
      if (!info.completeness().isComplete() || NON_SEALED.matcher(rest).lookingAt()) {
        int end = endOfFirst(rest);
        source = rest.substring(0, end);
        remaining = rest.substring(end);
      }
      if (source == null || source.isBlank()) {
        break; // Comments alone.
      }
      int offset = java.length() - rest.length();
      int leading = source.length() - source.stripLeading().length();
      snippets.add(new SnippetText(source.strip(), offset + leading).withoutLastComment());
      if (remaining.length() >= rest.length()) {
        break;
      }
      rest = remaining;
    }
    return snippets;
  }

  /**
   * Returns the end of the first snippet of a text that JShell can't split: given the whole text as
   * one snippet, it would drop the rest.
   */
  private static int endOfFirst(String rest) {
    List<SourceSnippet> snippets = SnippetScanner.snippets(rest);
    boolean several = snippets.size() > 1 && snippets.get(0).closed();
    return several ? snippets.get(0).end() : rest.length();
  }
}
