package firesteel.data;

import static firesteel.data.ColumnType.DATE;
import static firesteel.data.ColumnType.INTEGER;
import static firesteel.data.ColumnType.LONG;
import static firesteel.data.ColumnType.STRING;

import firesteel.data.ReviewProducts.Product;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Generates {@code reviews}: reviews of books and other products from 2005 to 2015, with the
 * columns of the customer reviews that Amazon published.
 *
 * <p>A few titles, other ones each year, get many of the reviews. Some reviews are there twice:
 * exactly, or under another id with small differences.
 */
final class Reviews implements Dataset {
  private static final int REVIEW_ID = 2;
  private static final int TITLE = 5;
  private static final int HEADLINE = 11;
  private static final int BODY = 12;

  private static final int DIRT_STREAM = 1;
  private static final int ID_STREAM = 2;
  private static final int COPY_STREAM = 3;
  private static final Copies COPIES = new Copies(0.02, 0.015, 1_000);

  private static final List<Column> COLUMNS =
      List.of(
          Column.clean("marketplace", STRING, "US (85 %), UK, DE, FR or JP."),
          Column.clean(
              "customer_id", STRING, "Eight digits; a few customers write many of the reviews."),
          new Column(
              "review_id",
              STRING,
              "R and 13 digits and letters.",
              "2 % of the rows are equal to an earlier row, with its id; 1.5 % repeat an earlier"
                  + " row under an id of their own, with other letters' case or more blanks."),
          Column.clean("product_id", STRING, "Ten digits for books, else B0 and 8 characters."),
          Column.clean("product_parent", STRING, "Nine digits."),
          new Column(
              "product_title",
              STRING,
              "English; 4 % of the books' titles are in other languages. The first ranks of each"
                  + " year and category get most reviews (Zipf).",
              "1 % have blanks around or doubled; 0.5 % are in capital letters."),
          new Column(
              "star_rating",
              INTEGER,
              "1 to 5; 5 in 58 %, 4 in 18 %, 3 in 9 %, 2 in 6 %, 1 in 9 %.",
              "0.3 % are 0, 0.3 % missing."),
          Column.clean("helpful_votes", INTEGER, "0 to total_votes."),
          Column.clean("total_votes", INTEGER, "0 in 68 %, then ever rarer up to 39."),
          Column.clean("vine", STRING, "Y in 0.5 %, else N."),
          Column.clean("verified_purchase", STRING, "Y in 70 %, else N."),
          new Column(
              "review_headline", STRING, "A few words that fit the stars.", "0.5 % missing."),
          new Column(
              "review_body",
              STRING,
              "1 to 5 sentences that fit the stars; quotes and commas.",
              "0.5 % missing; in 15 % <br /> stands between sentences; in 6 % quotes, apostrophes"
                  + " and ampersands are HTML entities."),
          Column.clean("review_date", DATE, "A day of the year."),
          Column.clean("year", INTEGER, "The year of review_date, 2005 to 2015, ever more a year."),
          Column.clean(
              "product_category",
              STRING,
              "Books (60 %), Music (14 %), Kitchen (10 %), Toys (8 %) or Video_Games (8 %)."));

  private static final List<Column> TRUTH_COLUMNS =
      List.of(
          Column.clean("row", LONG, "The row's number."),
          Column.clean("copy_of", LONG, "The row that this row repeats; null for originals."),
          Column.clean("product_title", STRING, "The title without dirt."),
          Column.clean("star_rating", INTEGER, "1 to 5."),
          Column.clean("review_headline", STRING, "The headline."),
          Column.clean("review_body", STRING, "The text; a blank between sentences."));

  private final ReviewWriter writer = new ReviewWriter(ReviewWords.load());

  @Override
  public String name() {
    return "reviews";
  }

  @Override
  public String description() {
    return "Reviews of books and other products with titles, stars and texts, 2005-2015.";
  }

  @Override
  public List<Column> columns() {
    return COLUMNS;
  }

  @Override
  public long sampleRows() {
    return 4_000;
  }

  @Override
  public Object[] row(long seed, long row) {
    Copies.Kind kind = COPIES.kind(seed, row);
    long original = COPIES.original(seed, row);
    Object[] values = original(seed, original);
    if (kind == Copies.Kind.NEAR) {
      values[REVIEW_ID] = id(seed, row);
      change(values, new RowRandom(seed, row, COPY_STREAM));
    }
    return values;
  }

  @Override
  public List<Column> truthColumns() {
    return TRUTH_COLUMNS;
  }

  @Override
  public Object[] truth(long seed, long row) {
    long original = COPIES.original(seed, row);
    ReviewWriter.Review review = writer.review(seed, original, " ");
    return new Object[] {
      row,
      original == row ? null : original,
      review.product().title(),
      review.stars(),
      review.headline(),
      review.body()
    };
  }

  @Override
  public String publishedFile(long seed, long row) {
    String category = writer.category(seed, COPIES.original(seed, row)).name();
    return "product_category=" + category + "/part-0.parquet";
  }

  @Override
  public List<Column> publishedColumns(String file) {
    return COLUMNS.subList(0, COLUMNS.size() - 1);
  }

  @Override
  public Object[] publishedRow(long seed, long row) {
    return Arrays.copyOf(row(seed, row), COLUMNS.size() - 1);
  }

  @Override
  public List<String> partitionColumns() {
    return List.of("product_category");
  }

  private Object[] original(long seed, long row) {
    RowRandom dirt = new RowRandom(seed, row, DIRT_STREAM);
    String between = dirt.happens(0.15) ? "<br /><br />" : " ";
    ReviewWriter.Review review = writer.review(seed, row, between);
    Product product = review.product();
    String body = dirt.happens(0.06) ? escaped(review.body()) : review.body();
    return new Object[] {
      review.marketplace(),
      review.customer(),
      id(seed, row),
      product.id(),
      product.parent(),
      soiledTitle(product.title(), dirt),
      soiledStars(review.stars(), dirt),
      review.helpfulVotes(),
      review.totalVotes(),
      review.vine() ? "Y" : "N",
      review.verified() ? "Y" : "N",
      dirt.happens(0.005) ? null : review.headline(),
      dirt.happens(0.005) ? null : body,
      review.date(),
      review.date().getYear(),
      review.category().name()
    };
  }

  /** Returns the id of a row; different for different rows, because a row's bits are only mixed. */
  private static String id(long seed, long row) {
    return "R" + ReviewIds.base32(new RowRandom(seed, row, ID_STREAM).nextLong(), 13);
  }

  private static String soiledTitle(String title, RowRandom dirt) {
    double draw = dirt.nextDouble();
    if (draw < 0.005) {
      return title.replace(" ", "  ") + " ";
    }
    if (draw < 0.01) {
      return " " + title;
    }
    return draw < 0.015 ? title.toUpperCase(Locale.ROOT) : title;
  }

  private static Integer soiledStars(int stars, RowRandom dirt) {
    double draw = dirt.nextDouble();
    if (draw < 0.003) {
      return null;
    }
    return draw < 0.006 ? 0 : stars;
  }

  private static String escaped(String text) {
    // The ampersand first, or it would escape the other entities.
    return text.replace("&", "&amp;").replace("\"", "&#34;").replace("'", "&#39;");
  }

  private static void change(Object[] values, RowRandom random) {
    int kind = random.nextInt(3);
    if (kind == 0 && values[BODY] != null) {
      values[BODY] = values[BODY].toString().replace(". ", ".  ") + " ";
    } else if (kind == 1 && values[HEADLINE] != null) {
      values[HEADLINE] = values[HEADLINE].toString().toLowerCase(Locale.ROOT);
    } else {
      values[TITLE] = values[TITLE].toString().toUpperCase(Locale.ROOT);
    }
  }
}
