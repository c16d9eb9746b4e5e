package firesteel.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Texts made of patterns such as {@code The {adjective} {noun}}, whose slots take words of the
 * lists that they name. Patterns are taken apart once, so that a text costs little.
 */
final class Phrases {
  private static final Pattern SLOT = Pattern.compile("\\{(\\w+)}");

  /** Literal i stands before the word of list i; the last literal ends the phrase. */
  private record Phrase(List<String> literals, List<List<String>> lists) {}

  private final List<Phrase> phrases;

  Phrases(List<String> patterns, Map<String, List<String>> words) {
    phrases = patterns.stream().map(pattern -> phrase(pattern, words)).toList();
  }

  /** Appends one phrase; every pattern is as likely as every other. */
  void append(StringBuilder out, RowRandom random) {
    append(out, random, 1, "");
  }

  /**
   * Appends phrases of different patterns.
   *
   * @param count more than there are patterns begin again
   * @param between stands between two phrases
   */
  void append(StringBuilder out, RowRandom random, int count, String between) {
    int first = random.nextInt(phrases.size());
    for (int i = 0; i < count; i++) {
      if (i > 0) {
        out.append(between);
      }
      append(out, random, phrases.get((first + i) % phrases.size()));
    }
  }

  private static void append(StringBuilder out, RowRandom random, Phrase phrase) {
    for (int i = 0; i < phrase.lists().size(); i++) {
      List<String> list = phrase.lists().get(i);
      out.append(phrase.literals().get(i)).append(list.get(random.nextInt(list.size())));
    }
    out.append(phrase.literals().get(phrase.lists().size()));
  }

  private static Phrase phrase(String pattern, Map<String, List<String>> words) {
    List<String> literals = new ArrayList<>();
    List<List<String>> lists = new ArrayList<>();
    int end = 0;
    for (MatchResult slot : SLOT.matcher(pattern).results().toList()) {
      List<String> list = words.get(slot.group(1));
      if (list == null) {
        throw new IllegalArgumentException("No word list " + slot.group(1) + ": " + pattern);
      }
      literals.add(pattern.substring(end, slot.start()));
      lists.add(list);
      end = slot.end();
    }
    literals.add(pattern.substring(end));
    return new Phrase(literals, lists);
  }
}
