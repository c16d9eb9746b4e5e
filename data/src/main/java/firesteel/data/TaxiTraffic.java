package firesteel.data;

/** How long trips take: slower by day than by night, on weekdays, and on short ways. */
final class TaxiTraffic {
  private static final double[] WEEKDAY_MPH = {
    15.5, 16.5, 17.5, 19, 21, 21.5, 17, 13, 11, 10.5, 10.5, 10.2, 10.2, 10.2, 10, 9.8, 10, 9.8,
    10.4, 11.5, 12.6, 13, 13.6, 14.6
  };
  private static final double[] WEEKEND_MPH = {
    13.8, 14, 14.5, 15.5, 18, 21, 21, 19.5, 17, 14.8, 13.2, 12.2, 11.6, 11.4, 11.4, 11.5, 11.6,
    11.6, 11.8, 12.2, 12.8, 13, 13.2, 13.4
  };

  private static final int LOCKDOWN_FIRST = 3;
  private static final int LOCKDOWN_LAST = 5;
  private static final double LOCKDOWN = 1.35;
  private static final int LEAST_SECONDS = 45;

  private TaxiTraffic() {}

  /** Returns the seconds of a trip that begins in an hour of the calendar. */
  static int pickSeconds(RowRandom random, int hour, int hundredths) {
    double[] speeds = TaxiCalendar.isWeekendHour(hour) ? WEEKEND_MPH : WEEKDAY_MPH;
    double speed = speeds[TaxiCalendar.hourOfDay(hour)] * Math.min(1.9, 0.85 + 0.0005 * hundredths);
    int month = TaxiCalendar.month(hour);
    if (month >= LOCKDOWN_FIRST && month <= LOCKDOWN_LAST) {
      speed *= LOCKDOWN;
    }
    double noise = Math.max(0.5, 1 + 0.2 * random.nextGaussian());
    return LEAST_SECONDS + (int) (hundredths * 36 / speed * noise);
  }
}
