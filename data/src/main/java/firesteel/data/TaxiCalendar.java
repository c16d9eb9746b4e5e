package firesteel.data;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/**
 * When trips of one service begin: a weight for each hour of 2020 and 2021, from the number of
 * trips of each month, the day of the week, holidays, and the hour of the day. Times are seconds
 * since the beginning of 2020, without a zone.
 */
final class TaxiCalendar {
  static final YearMonth FIRST_MONTH = YearMonth.of(2020, 1);
  static final int MONTHS = 24;
  static final int SECONDS_OF_HOUR = 3600;

  private static final int HOURS_OF_DAY = 24;
  private static final int SECONDS_OF_DAY = HOURS_OF_DAY * SECONDS_OF_HOUR;
  private static final LocalDate FIRST_DAY = FIRST_MONTH.atDay(1);
  private static final int DAYS = daysBefore(MONTHS);

  /** The days before the first and behind the last that {@link #DATES} holds. */
  private static final int MARGIN = 3;

  private static final LocalDate[] DATES =
      FIRST_DAY
          .minusDays(MARGIN)
          .datesUntil(FIRST_DAY.plusDays(DAYS + (long) MARGIN))
          .toArray(LocalDate[]::new);

  private static final Set<LocalDate> HOLIDAYS =
      Set.of(
          LocalDate.of(2020, 1, 1),
          LocalDate.of(2020, 7, 4),
          LocalDate.of(2020, 11, 26),
          LocalDate.of(2020, 12, 25),
          LocalDate.of(2021, 1, 1),
          LocalDate.of(2021, 7, 4),
          LocalDate.of(2021, 11, 25),
          LocalDate.of(2021, 12, 25));

  private static final double HOLIDAY = 0.55;

  private static final double[] WEEKDAY_HOURS = {
    1.4, 0.8, 0.5, 0.35, 0.4, 0.8, 2.2, 3.9, 4.9, 4.8, 4.7, 4.9, 5.2, 5.2, 5.5, 5.7, 5.5, 6.3, 6.8,
    6.2, 5.3, 5.0, 4.4, 3.0
  };
  private static final double[] WEEKEND_HOURS = {
    4.3, 3.6, 2.9, 2.0, 1.3, 0.7, 0.9, 1.3, 2.2, 3.3, 4.3, 4.9, 5.4, 5.5, 5.5, 5.5, 5.3, 5.6, 5.8,
    5.4, 4.8, 4.7, 4.9, 4.7
  };

  private final AliasTable hours;

  /**
   * Creates a calendar.
   *
   * @param months the relative numbers of trips of the months
   * @param days the relative numbers of trips of the days from Monday to Sunday
   */
  TaxiCalendar(double[] months, double[] days) {
    double[] weights = new double[DAYS * HOURS_OF_DAY];
    for (int month = 0; month < MONTHS; month++) {
      int first = daysBefore(month);
      int last = daysBefore(month + 1);
      double sum = 0;
      for (int day = first; day < last; day++) {
        sum += weight(date(day), days);
      }
      for (int day = first; day < last; day++) {
        double[] profile = isWeekend(day) ? WEEKEND_HOURS : WEEKDAY_HOURS;
        for (int hour = 0; hour < HOURS_OF_DAY; hour++) {
          weights[day * HOURS_OF_DAY + hour] =
              months[month] * weight(date(day), days) / sum * profile[hour];
        }
      }
    }
    hours = new AliasTable(weights);
  }

  private static double weight(LocalDate date, double[] days) {
    double weight = days[date.getDayOfWeek().getValue() - 1];
    if (HOLIDAYS.contains(date)) {
      weight *= HOLIDAY;
    }
    if (YearMonth.from(date).equals(YearMonth.of(2020, 3))) {
      // The city closed step by step from the middle of March 2020.
      weight *= Math.max(0.05, Math.min(1, 1 - (date.getDayOfMonth() - 10) * 0.085));
    }
    return weight;
  }

  /** Returns the hour in which a trip begins, counted from the first of the calendar. */
  int pickHour(RowRandom random) {
    return hours.pick(random);
  }

  static int month(int hour) {
    LocalDate date = date(hour / HOURS_OF_DAY);
    return (date.getYear() - FIRST_MONTH.getYear()) * 12 + date.getMonthValue() - 1;
  }

  static int hourOfDay(int hour) {
    return hour % HOURS_OF_DAY;
  }

  static boolean isWeekendHour(int hour) {
    return isWeekend(hour / HOURS_OF_DAY);
  }

  private static boolean isWeekend(int day) {
    // The first day is a Wednesday.
    return (day + 2) % 7 >= DayOfWeek.SATURDAY.getValue() - 1;
  }

  /** Returns when a month begins. */
  static long start(int month) {
    return (long) daysBefore(month) * SECONDS_OF_DAY;
  }

  static LocalDateTime time(long second) {
    int day = (int) Math.floorDiv(second, (long) SECONDS_OF_DAY);
    return LocalDateTime.of(
        date(day), LocalTime.ofSecondOfDay(second - (long) day * SECONDS_OF_DAY));
  }

  /** Returns the second of a time; the inverse of {@link #time}. */
  static long second(LocalDateTime time) {
    return ChronoUnit.SECONDS.between(FIRST_DAY.atStartOfDay(), time);
  }

  private static LocalDate date(int day) {
    int index = day + MARGIN;
    return index >= 0 && index < DATES.length ? DATES[index] : FIRST_DAY.plusDays(day);
  }

  private static int daysBefore(int month) {
    return (int) ChronoUnit.DAYS.between(FIRST_DAY, FIRST_MONTH.plusMonths(month).atDay(1));
  }
}
