package firesteel.source;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds a program's main method in a cell that only has declarations, so that nothing calls it. */
public final class MainMethod {
  private static final Pattern MAIN =
      Pattern.compile("\\bstatic\\s+(?:public\\s+)?void\\s+main\\s*\\(\\s*(?:final\\s+)?String\\b");

  private MainMethod() {}

  /**
   * Returns the call that runs the program; empty when there is no main method, or when the cell
   * has statements.
   *
   * @param snippets the cell's snippets
   */
  public static Optional<String> in(List<String> snippets) {
    String call = null;
    for (String text : snippets) {
      List<SourceSnippet> found = SnippetScanner.snippets(text);
      if (found.isEmpty()) {
        continue;
      }
      switch (found.get(0).kind()) {
        case TYPE, METHOD -> {
          if (MAIN.matcher(text).find()) {
            boolean type = found.get(0).kind() == SourceSnippet.Kind.TYPE;
            call = (type ? found.get(0).name() + "." : "") + "main(new String[0])";
          }
        }
        case IMPORT -> {
          // Runs no code by itself.
        }
        default -> {
          return Optional.empty();
        }
      }
    }
    return Optional.ofNullable(call);
  }
}
