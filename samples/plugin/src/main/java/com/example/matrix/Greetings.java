package com.example.matrix;

import firesteel.api.error.MagicException;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;

/** What the magic and the command of this plug-in say. */
final class Greetings {
  private static final Map<String, String> WORDS =
      new TreeMap<>(Map.of("en", "Hello", "fr", "Bonjour", "it", "Ciao"));

  private Greetings() {}

  static String of(String name, String language) throws MagicException {
    String word = WORDS.get(language);
    if (word == null) {
      throw new MagicException(
          "there is no greeting in \"" + language + "\"; there are " + WORDS.keySet());
    }
    return word + ", " + name + "!";
  }

  /** The values that completion proposes for {@code --language}. */
  static final class Languages implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return WORDS.keySet().iterator();
    }
  }
}
