package firesteel.data;

import firesteel.data.ReviewProducts.Product;
import firesteel.data.ReviewWords.Category;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes the reviews as their authors meant them, without dirt. */
final class ReviewWriter {
  private static final int FIRST_YEAR = 2005;
  private static final int STREAM = 0;
  private static final int CUSTOMERS = 20_000_000;

  /** One review. */
  record Review(
      Category category,
      String marketplace,
      String customer,
      Product product,
      int stars,
      int helpfulVotes,
      int totalVotes,
      boolean vine,
      boolean verified,
      String headline,
      String body,
      LocalDate date) {}

  private record Tone(Phrases headlines, Phrases sentences) {}

  private final ReviewWords words;
  private final ReviewProducts products;
  private final ZipfMandelbrot customers = new ZipfMandelbrot(CUSTOMERS, 100);
  private final Map<String, ZipfMandelbrot> ranks = new HashMap<>();

  /** The tones of good, mixed and bad reviews, by category. */
  private final Map<String, List<Tone>> tones = new HashMap<>();

  ReviewWriter(ReviewWords words) {
    this.words = words;
    this.products = new ReviewProducts(words);
    for (Category category : words.categories()) {
      ranks.put(category.name(), new ZipfMandelbrot(category.titlesPerYear(), 1));
      Map<String, List<String>> lists = words.textWords(category.name());
      tones.put(
          category.name(),
          List.of("good", "mixed", "bad").stream()
              .map(
                  tone ->
                      new Tone(
                          new Phrases(words.headlines().get(tone), lists),
                          new Phrases(words.sentences().get(tone), lists)))
              .toList());
    }
  }

  /** Returns the category of a row, which is the first that is drawn. */
  Category category(long seed, long row) {
    return category(new RowRandom(seed, row, STREAM));
  }

  /**
   * Writes the review of a row.
   *
   * @param between stands between two sentences of the body
   */
  Review review(long seed, long row, String between) {
    RowRandom random = new RowRandom(seed, row, STREAM);
    Category category = category(random);
    int year = year(random);
    LocalDate date = LocalDate.ofYearDay(year, 1 + random.nextInt(365));
    int appeared = random.happens(0.7) ? year : year - 1 - random.nextInt(3);
    long rank = ranks.get(category.name()).draw(random);
    int stars = stars(random);
    int totalVotes = random.happens(0.55) ? 0 : (int) (40 * cube(random.nextDouble()));
    Tone tone = tones.get(category.name()).get(stars > 3 ? 0 : stars == 3 ? 1 : 2);
    return new Review(
        category,
        marketplace(random),
        customer(customers.draw(random)),
        products.product(seed, category, appeared, rank),
        stars,
        random.nextInt(totalVotes + 1),
        totalVotes,
        random.happens(0.005),
        random.happens(0.7),
        text(tone.headlines(), random, 1, between),
        text(tone.sentences(), random, 1 + random.nextInt(5), between),
        date);
  }

  private Category category(RowRandom random) {
    double draw = random.nextDouble();
    for (Category category : words.categories()) {
      draw -= category.share();
      if (draw < 0) {
        return category;
      }
    }
    return words.categories().get(0);
  }

  private int year(RowRandom random) {
    double draw = random.nextDouble();
    int year = FIRST_YEAR;
    for (double share : words.yearShares()) {
      draw -= share;
      if (draw < 0) {
        break;
      }
      year++;
    }
    return Math.min(year, FIRST_YEAR + words.yearShares().size() - 1);
  }

  private static int stars(RowRandom random) {
    double draw = random.nextDouble();
    if (draw < 0.58) {
      return 5;
    }
    if (draw < 0.76) {
      return 4;
    }
    if (draw < 0.85) {
      return 3;
    }
    return draw < 0.91 ? 2 : 1;
  }

  private static String marketplace(RowRandom random) {
    double draw = random.nextDouble();
    if (draw < 0.85) {
      return "US";
    }
    if (draw < 0.93) {
      return "UK";
    }
    if (draw < 0.97) {
      return "DE";
    }
    return draw < 0.99 ? "FR" : "JP";
  }

  /** Returns the id of a customer's rank: one to one, since the factor has no factor of 90e6. */
  private static String customer(long rank) {
    return Long.toString(10_000_000 + rank * 7_654_321 % 90_000_000);
  }

  private static double cube(double value) {
    return value * value * value;
  }

  private static String text(Phrases phrases, RowRandom random, int count, String between) {
    StringBuilder text = new StringBuilder(count * 64);
    phrases.append(text, random, count, between);
    return text.toString();
  }
}
