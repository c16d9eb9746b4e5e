package firesteel.data;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Makes the products that are reviewed: each a function of the seed, category, year and rank. */
final class ReviewProducts {
  /** Products appear from this year on, so that the first reviews have some to choose from. */
  private static final int FIRST_YEAR = 2002;

  private static final int LAST_YEAR = 2015;
  private static final int STREAM = 20;
  private static final double WHOLE_TITLE = 0.04;

  /** One product; its title is clean. */
  record Product(String id, String parent, String title) {}

  private final ReviewWords words;
  private final Map<String, List<Phrases>> titles = new HashMap<>();

  ReviewProducts(ReviewWords words) {
    this.words = words;
    for (ReviewWords.Category category : words.categories()) {
      titles.put(
          category.name(),
          IntStream.rangeClosed(FIRST_YEAR, LAST_YEAR)
              .mapToObj(
                  year ->
                      new Phrases(
                          words.titles().get(category.name()),
                          words.titleWords(category.name(), year)))
              .toList());
    }
  }

  /** Returns the product of a rank among those of a category that appeared in a year. */
  Product product(long seed, ReviewWords.Category category, int year, long rank) {
    int number = words.categories().indexOf(category);
    long key = (number * 100L + year - FIRST_YEAR) << 32 | rank;
    RowRandom random = new RowRandom(seed, key, STREAM);
    boolean book = category.name().equals("Books");
    String id =
        book
            ? Long.toString(1_000_000_000L + Math.floorMod(random.nextLong(), 900_000_000L))
            : "B0" + ReviewIds.base32(random.nextLong(), 8);
    String parent = Integer.toString(100_000_000 + random.nextInt(900_000_000));
    if (book && random.happens(WHOLE_TITLE)) {
      List<String> whole = words.wholeTitles();
      return new Product(id, parent, whole.get(random.nextInt(whole.size())));
    }
    StringBuilder title = new StringBuilder(60);
    titles.get(category.name()).get(year - FIRST_YEAR).append(title, random);
    return new Product(id, parent, title.toString());
  }
}
