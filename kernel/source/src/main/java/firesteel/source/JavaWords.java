package firesteel.source;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds the words of a Java text that may refer to declarations: those that follow no dot. */
public final class JavaWords {
  private final Set<String> all = new HashSet<>();
  private final Set<String> called = new HashSet<>();

  private JavaWords() {}

  /** Parses a text. */
  public static JavaWords of(String java) {
    JavaWords words = new JavaWords();
    List<JavaToken> tokens = tokens(java);
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).kind() != JavaToken.Kind.WORD || isMember(java, tokens, i)) {
        continue;
      }
      String word = tokens.get(i).text(java);
      words.all.add(word);
      if (isCall(java, tokens, i) || i > 0 && tokens.get(i - 1).is(java, "::")) {
        words.called.add(word);
      }
    }
    return words;
  }

  /** Returns how often a name is followed by a bracket and not preceded by a dot. */
  public static int calls(String java, String name) {
    List<JavaToken> tokens = tokens(java);
    int count = 0;
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).is(java, name) && !isMember(java, tokens, i) && isCall(java, tokens, i)) {
        count++;
      }
    }
    return count;
  }

  private static List<JavaToken> tokens(String java) {
    return JavaLexer.tokens(java).stream().filter(t -> !t.isComment()).toList();
  }

  private static boolean isMember(String java, List<JavaToken> tokens, int index) {
    return index > 0 && tokens.get(index - 1).is(java, ".");
  }

  private static boolean isCall(String java, List<JavaToken> tokens, int index) {
    return index + 1 < tokens.size() && tokens.get(index + 1).is(java, "(");
  }

  /** All words, keywords included. */
  public Set<String> all() {
    return all;
  }

  /** The words that are called, or named by a method reference. */
  Set<String> called() {
    return called;
  }
}
