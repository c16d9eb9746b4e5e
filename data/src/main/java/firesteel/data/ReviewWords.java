package firesteel.data;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The words and patterns of reviews, as {@code reviews.json} has them.
 *
 * @param categories the categories of products
 * @param yearShares which share of the reviews each year has, from the first year
 * @param words the words of each category
 * @param themes the words that books of one year prefer
 * @param names people, in several scripts
 * @param wholeTitles titles of books in other languages
 * @param titles patterns of titles by category
 * @param headlines patterns of headlines by tone
 * @param sentences patterns of sentences by tone
 * @param relatives those who read, wear or play too
 */
record ReviewWords(
    List<Category> categories,
    List<Double> yearShares,
    Map<String, Vocabulary> words,
    Map<String, Vocabulary> themes,
    List<String> names,
    List<String> wholeTitles,
    Map<String, List<String>> titles,
    Map<String, List<String>> headlines,
    Map<String, List<String>> sentences,
    List<String> relatives) {

  /** Words of a theme count so much, in sizes of the list that they join: about half of a title. */
  private static final double[] THEME_WEIGHTS = {0.4, 0.3, 0.22, 0.17, 0.12};

  private static final Vocabulary NO_THEME = new Vocabulary(List.of(), List.of(), List.of(), null);

  /** One category, its share of the reviews, and how many titles appear in a year. */
  record Category(String name, double share, int titlesPerYear) {}

  /** Nouns as singular/plural, verbs as infinitive/-ing/participle. */
  record Vocabulary(
      List<String> nouns, List<String> verbs, List<String> adjectives, List<String> things) {}

  static ReviewWords load() {
    return JsonResource.read("reviews.json", ReviewWords.class);
  }

  /** Returns the word lists for the titles of a category and year, with capital letters. */
  Map<String, List<String>> titleWords(String category, int year) {
    Vocabulary theme =
        category.equals("Books") ? themes.getOrDefault(Integer.toString(year), NO_THEME) : NO_THEME;
    Map<String, List<String>> lists = words(words.get(category), theme);
    lists.replaceAll((name, list) -> list.stream().map(ReviewWords::capitalized).toList());
    return lists;
  }

  /** Returns the word lists for texts about products of a category. */
  Map<String, List<String>> textWords(String category) {
    return words(words.get(category), NO_THEME);
  }

  private Map<String, List<String>> words(Vocabulary own, Vocabulary theme) {
    List<String> nouns = weighted(own.nouns(), theme.nouns());
    List<String> verbs = weighted(own.verbs(), theme.verbs());
    Map<String, List<String>> lists = new HashMap<>();
    lists.put("noun", forms(nouns, 0));
    lists.put("nouns", forms(nouns, 1));
    lists.put("verb", forms(verbs, 0));
    lists.put("verbing", forms(verbs, 1));
    lists.put("verbed", forms(verbs, 2));
    lists.put("adjective", weighted(own.adjectives(), theme.adjectives()));
    lists.put("thing", own.things());
    lists.put("name", names);
    lists.put("relative", relatives);
    lists.put("number", List.of("2", "3", "4", "5", "6", "8"));
    lists.put("ordinal", List.of("2nd", "3rd", "4th", "Revised", "New"));
    return lists;
  }

  private static List<String> weighted(List<String> own, List<String> theme) {
    List<String> all = new ArrayList<>(own);
    for (int i = 0; i < theme.size(); i++) {
      int times = (int) Math.round(own.size() * THEME_WEIGHTS[i]);
      all.addAll(Collections.nCopies(times, theme.get(i)));
    }
    return all;
  }

  private static List<String> forms(List<String> words, int form) {
    return words.stream().map(word -> word.split("/")[form]).toList();
  }

  private static String capitalized(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }
}
