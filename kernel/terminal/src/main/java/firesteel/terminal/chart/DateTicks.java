package firesteel.terminal.chart;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Converts dates to positions on an axis, in seconds, and chooses their ticks. */
final class DateTicks {
  private static final Pattern DATE = Pattern.compile("-?\\d{4}-\\d{1,2}([-T ].*)?");
  private static final DateTimeFormatter PARSED =
      new DateTimeFormatterBuilder()
          .appendPattern("uuuu[-M[-d[['T'][' ']HH:mm[:ss]")
          .appendPattern("]]]")
          .parseDefaulting(ChronoField.MONTH_OF_YEAR, 1)
          .parseDefaulting(ChronoField.DAY_OF_MONTH, 1)
          .parseDefaulting(ChronoField.HOUR_OF_DAY, 0)
          .parseDefaulting(ChronoField.MINUTE_OF_HOUR, 0)
          .parseDefaulting(ChronoField.SECOND_OF_MINUTE, 0)
          .toFormatter();

  /** A distance between ticks, and the pattern of their labels. */
  private record Step(ChronoUnit unit, int amount, String pattern) {
    double seconds() {
      return (double) unit.getDuration().toSeconds() * amount;
    }
  }

  private static final List<Step> STEPS = steps();

  private DateTicks() {}

  static boolean isDate(Object value) {
    return value instanceof String text && DATE.matcher(text).matches();
  }

  /** Returns the seconds of a date with or without time; NaN when the value is not a date. */
  static double position(Object value) {
    String text = LenientJson.text(value).replaceFirst("(Z|[+-]\\d{2}:?\\d{2})$", "");
    int fraction = text.indexOf('.');
    try {
      TemporalAccessor parsed = PARSED.parse(fraction < 0 ? text : text.substring(0, fraction));
      double nanos = fraction < 0 ? 0 : LenientJson.number("0" + text.substring(fraction));
      return LocalDateTime.from(parsed).toEpochSecond(ZoneOffset.UTC) + nanos;
    } catch (DateTimeParseException e) {
      return Double.NaN;
    }
  }

  /** Returns at most the given number of ticks between two dates. */
  static List<CharacterAxis.Tick> between(double min, double max, int most) {
    Step step =
        STEPS.stream()
            .filter(s -> (max - min) / s.seconds() <= most)
            .findFirst()
            .orElse(STEPS.get(STEPS.size() - 1));
    LocalDateTime at = start(min, step);
    DateTimeFormatter format = DateTimeFormatter.ofPattern(step.pattern());
    List<CharacterAxis.Tick> ticks = new ArrayList<>();
    while (seconds(at) <= max && ticks.size() <= 2 * most) {
      if (seconds(at) >= min) {
        ticks.add(new CharacterAxis.Tick(seconds(at), format.format(at)));
      }
      at = at.plus(step.amount(), step.unit());
    }
    return ticks;
  }

  /** Returns a position as a date, with its time unless that is midnight. */
  static String text(double position) {
    LocalDateTime at = LocalDateTime.ofEpochSecond((long) position, 0, ZoneOffset.UTC);
    boolean midnight = at.equals(at.truncatedTo(ChronoUnit.DAYS));
    return DateTimeFormatter.ofPattern(midnight ? "uuuu-MM-dd" : "uuuu-MM-dd HH:mm").format(at);
  }

  private static LocalDateTime start(double min, Step step) {
    LocalDateTime first =
        LocalDateTime.ofInstant(Instant.ofEpochSecond((long) Math.floor(min)), ZoneOffset.UTC);
    switch (step.unit()) {
      case YEARS:
        return LocalDateTime.of(
            Math.floorDiv(first.getYear(), step.amount()) * step.amount(), 1, 1, 0, 0);
      case MONTHS:
        int month = (first.getMonthValue() - 1) / step.amount() * step.amount() + 1;
        return LocalDateTime.of(first.getYear(), month, 1, 0, 0);
      case DAYS:
        return first.truncatedTo(ChronoUnit.DAYS);
      default:
        Duration since = Duration.between(first.truncatedTo(ChronoUnit.DAYS), first);
        long whole = since.toSeconds() / (long) step.seconds() * (long) step.seconds();
        return first.truncatedTo(ChronoUnit.DAYS).plusSeconds(whole);
    }
  }

  private static double seconds(LocalDateTime time) {
    return time.toEpochSecond(ZoneOffset.UTC);
  }

  private static List<Step> steps() {
    List<Step> steps = new ArrayList<>();
    add(steps, ChronoUnit.SECONDS, "HH:mm:ss", 1, 5, 15, 30);
    add(steps, ChronoUnit.MINUTES, "HH:mm", 1, 5, 15, 30);
    add(steps, ChronoUnit.HOURS, "MM-dd HH:mm", 1, 3, 6, 12);
    add(steps, ChronoUnit.DAYS, "uuuu-MM-dd", 1, 2, 7, 14);
    add(steps, ChronoUnit.MONTHS, "uuuu-MM", 1, 2, 3, 6);
    add(steps, ChronoUnit.YEARS, "uuuu", 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000);
    return List.copyOf(steps);
  }

  private static void add(List<Step> steps, ChronoUnit unit, String pattern, int... amounts) {
    for (int amount : amounts) {
      steps.add(new Step(unit, amount, pattern));
    }
  }
}
