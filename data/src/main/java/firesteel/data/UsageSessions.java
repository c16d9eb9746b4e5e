package firesteel.data;

import static firesteel.data.ColumnType.DATE;
import static firesteel.data.ColumnType.DOUBLE;
import static firesteel.data.ColumnType.INTEGER;
import static firesteel.data.ColumnType.LONG;
import static firesteel.data.ColumnType.STRING;
import static firesteel.data.ColumnType.TIMESTAMP;

import firesteel.data.Subscribers.Subscriber;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * Generates {@code usage}: sessions of an internet provider's subscribers, in one file a day. The
 * first two days, those of the sample, are small; each later day has 250,000 rows.
 *
 * <p>A day's file has the sessions of that day and late arrivals of up to 400 days before, so that
 * it holds several years. Names, addresses and numbers are invented; telephone numbers, domains and
 * network addresses are of the ranges that are reserved for examples.
 */
final class UsageSessions implements Dataset {
  private static final LocalDate FIRST_DAY = LocalDate.of(2024, 12, 31);
  private static final long FIRST_DAY_ROWS = 780;
  private static final long SAMPLE_ROWS = 1_500;
  private static final long LATER_DAY_ROWS = 250_000;

  private static final int NAME = 1;
  private static final int EMAIL = 3;
  private static final int PHONE = 4;

  private static final int DIRT_STREAM = 1;
  private static final int COPY_STREAM = 2;
  private static final Copies COPIES = new Copies(0.025, 0.02, 300_000);
  private static final DateTimeFormatter OTHER_DATE =
      DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);

  private static final List<Column> COLUMNS =
      List.of(
          new Column(
              "unique_id",
              STRING,
              "The session, a UUID.",
              "2.5 % of the rows are equal to an earlier row, also one of an earlier day; 2 %"
                  + " repeat the id of an earlier row and differ in name, email or phone."),
          new Column(
              "person_name",
              STRING,
              "Given and family name, in several scripts. A few persons have many sessions (Zipf).",
              "A quarter of the near copies have capital letters and a blank behind."),
          Column.clean("user_name", STRING, "The account, in ASCII."),
          new Column(
              "email",
              STRING,
              "Addresses of many shapes, with one and two letters, tags, capitals, subdomains.",
              "6 % missing, and in a quarter of the near copies; in capitals in another quarter."),
          new Column(
              "phone",
              STRING,
              "Such as 212-555-0123.",
              "5 % missing; only digits in a quarter of the near copies."),
          Column.clean("street", STRING, "Number and street, some with commas and quotes."),
          Column.clean("city", STRING, "One of 16; some with commas."),
          Column.clean("zip", STRING, "Five digits, some with a zero first."),
          new Column(
              "birth_date",
              STRING,
              "Such as 1990-12-31; 1936 to 2007.",
              "2 % as 31/12/1990, 1 % with month 13 and day 45, 1 % \"not a date\", 1 % missing."),
          Column.clean("ip_address", STRING, "IPv4, 10 % IPv6; a person's own in 80 %."),
          Column.clean("mac_address", STRING, "The person's device."),
          Column.clean("user_agent", STRING, "With commas, some with quotes."),
          Column.clean(
              "accessed_at",
              TIMESTAMP,
              "Start of the session, most in the evening: 72 % on the day of the file, 8 % the day"
                  + " before, 17 % up to 400 days earlier, 3 % on a New Year's Day."),
          new Column(
              "session_duration",
              STRING,
              "Minutes, 1 to 600; an exponential distribution with a mean of 55.",
              "2 % as 12min, 1 % with a minus, 1 % \"n/a\", 1 % missing."),
          new Column(
              "download_speed",
              DOUBLE,
              "Megabits a second: 30 to 100 % of the 50, 100, 250 or 1,000 that were paid for.",
              "0.5 % missing."),
          Column.clean("upload_speed", DOUBLE, "Megabits a second, 5 to 15 % of the paid speed."),
          Column.clean(
              "consumed_traffic",
              LONG,
              "Kilobytes, from the duration and 0.1 to 4 % of the paid speed."));

  private static final List<Column> TRUTH_COLUMNS =
      List.of(
          Column.clean("row", LONG, "The row's number."),
          Column.clean("copy_of", LONG, "The row that this row repeats; null for originals."),
          Column.clean("person_name", STRING, "The name without dirt."),
          Column.clean("email", STRING, "The address, also where it is missing."),
          Column.clean("phone", STRING, "The number, also where it is missing."),
          Column.clean("birth_date", DATE, "The date of birth."),
          Column.clean("session_duration", INTEGER, "Minutes."),
          Column.clean("download_speed", DOUBLE, "Megabits a second."));

  private final SessionLog log = new SessionLog(UsageWords.load());

  @Override
  public String name() {
    return "usage";
  }

  @Override
  public String description() {
    return "Sessions of an internet provider's subscribers with addresses, speeds and traffic, "
        + "one file a day from "
        + FIRST_DAY
        + ".";
  }

  @Override
  public List<Column> columns() {
    return COLUMNS;
  }

  @Override
  public long sampleRows() {
    return SAMPLE_ROWS;
  }

  @Override
  public Object[] row(long seed, long row) {
    Copies.Kind kind = COPIES.kind(seed, row);
    Object[] values = original(seed, COPIES.original(seed, row));
    if (kind == Copies.Kind.NEAR) {
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
    SessionLog.Session session = log.session(seed, original, day(original));
    Subscriber person = session.subscriber();
    return new Object[] {
      row,
      original == row ? null : original,
      person.name(),
      person.email(),
      person.phone(),
      person.birth(),
      session.minutes(),
      session.downloadSpeed()
    };
  }

  @Override
  public String publishedFile(long seed, long row) {
    return "batch_" + day(row) + ".csv";
  }

  private static LocalDate day(long row) {
    if (row < FIRST_DAY_ROWS) {
      return FIRST_DAY;
    }
    long later = row < SAMPLE_ROWS ? 1 : 2 + (row - SAMPLE_ROWS) / LATER_DAY_ROWS;
    return FIRST_DAY.plusDays(later);
  }

  private Object[] original(long seed, long row) {
    SessionLog.Session session = log.session(seed, row, day(row));
    Subscriber person = session.subscriber();
    RowRandom dirt = new RowRandom(seed, row, DIRT_STREAM);
    return new Object[] {
      session.id(),
      person.name(),
      person.user(),
      dirt.happens(0.06) ? null : person.email(),
      dirt.happens(0.05) ? null : person.phone(),
      person.street(),
      person.city(),
      person.zip(),
      soiledDate(person.birth(), dirt),
      session.ip(),
      person.mac(),
      person.userAgent(),
      session.start(),
      soiledMinutes(session.minutes(), dirt),
      dirt.happens(0.005) ? null : session.downloadSpeed(),
      session.uploadSpeed(),
      session.kilobytes()
    };
  }

  private static String soiledDate(LocalDate date, RowRandom dirt) {
    double draw = dirt.nextDouble();
    if (draw < 0.02) {
      return OTHER_DATE.format(date);
    }
    if (draw < 0.03) {
      return date.getYear() + "-13-45";
    }
    if (draw < 0.04) {
      return "not a date";
    }
    return draw < 0.05 ? null : date.toString();
  }

  private static String soiledMinutes(int minutes, RowRandom dirt) {
    double draw = dirt.nextDouble();
    if (draw < 0.02) {
      return minutes + "min";
    }
    if (draw < 0.03) {
      return "-" + minutes;
    }
    if (draw < 0.04) {
      return "n/a";
    }
    return draw < 0.05 ? null : Integer.toString(minutes);
  }

  private static void change(Object[] values, RowRandom random) {
    int kind = random.nextInt(4);
    if (kind == 0 && values[EMAIL] != null) {
      values[EMAIL] = null;
    } else if (kind == 1 && values[EMAIL] != null) {
      values[EMAIL] = values[EMAIL].toString().toUpperCase(Locale.ROOT);
    } else if (kind == 2 && values[PHONE] != null) {
      values[PHONE] = values[PHONE].toString().replace("-", "");
    } else {
      values[NAME] = values[NAME].toString().toUpperCase(Locale.ROOT) + " ";
    }
  }
}
