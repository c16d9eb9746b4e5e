package firesteel.data;

import firesteel.data.Subscribers.Subscriber;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.UUID;

/** Makes sessions as they were, without dirt. */
final class SessionLog {
  private static final int STREAM = 0;
  private static final int PERSONS = 2_000_000;
  private static final int MEAN_MINUTES = 55;
  private static final int MOST_MINUTES = 600;

  /** Hours of a day, the busy ones several times. */
  private static final int[] HOURS = {
    0, 1, 6, 7, 7, 8, 8, 9, 10, 11, 12, 12, 13, 14, 15, 16, 17, 17, 18, 18, 18, 19, 19, 19, 20, 20,
    20, 20, 21, 21, 21, 21, 22, 22, 23
  };

  /** One session; speeds are megabits a second. */
  record Session(
      String id,
      Subscriber subscriber,
      String ip,
      LocalDateTime start,
      int minutes,
      double downloadSpeed,
      double uploadSpeed,
      long kilobytes) {}

  private final Subscribers subscribers;
  private final ZipfMandelbrot ranks = new ZipfMandelbrot(PERSONS, 10);

  SessionLog(UsageWords words) {
    this.subscribers = new Subscribers(words);
  }

  /** Returns the session of a row that arrives on a day. */
  Session session(long seed, long row, LocalDate arrival) {
    RowRandom random = new RowRandom(seed, row, STREAM);
    String id = id(random.nextLong(), random.nextLong());
    Subscriber subscriber = subscribers.subscriber(seed, ranks.draw(random));
    // Whoever is not at home has the address of another subscriber's line.
    String ip = random.happens(0.8) ? subscriber.ip() : Subscribers.ip(random);
    LocalDateTime start = start(arrival, random);
    int minutes = minutes(random);
    int paid = subscriber.downloadSpeed();
    double download = tenths(paid * (0.3 + 0.7 * random.nextDouble()));
    double upload = tenths(paid * (0.05 + 0.1 * random.nextDouble()));
    double used = paid * (0.001 + 0.039 * random.nextDouble());
    long kilobytes = (long) (used * minutes * 60 * 1_000 / 8);
    return new Session(id, subscriber, ip, start, minutes, download, upload, kilobytes);
  }

  /** Returns a UUID of random bits: version 4, variant 2. */
  private static String id(long high, long low) {
    long version = high & ~0xf000L | 0x4000L;
    long variant = low >>> 2 | Long.MIN_VALUE;
    return new UUID(version, variant).toString();
  }

  private static LocalDateTime start(LocalDate arrival, RowRandom random) {
    LocalDate day = day(arrival, random);
    int hour = HOURS[random.nextInt(HOURS.length)];
    return day.atTime(hour, random.nextInt(60), random.nextInt(60));
  }

  private static LocalDate day(LocalDate arrival, RowRandom random) {
    double draw = random.nextDouble();
    int late = 2 + random.nextInt(399);
    if (draw < 0.72) {
      return arrival;
    }
    if (draw < 0.8) {
      return arrival.minusDays(1);
    }
    // Many people are at home on New Year's Day.
    return draw < 0.83 ? arrival.minusDays(200).withDayOfYear(1) : arrival.minusDays(late);
  }

  private static int minutes(RowRandom random) {
    double minutes = -StrictMath.log(1 - random.nextDouble()) * MEAN_MINUTES;
    return 1 + (int) Math.min(minutes, MOST_MINUTES - 1);
  }

  private static double tenths(double value) {
    return Math.round(value * 10) / 10.0;
  }
}
