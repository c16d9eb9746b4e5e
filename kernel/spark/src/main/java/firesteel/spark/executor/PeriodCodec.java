package firesteel.spark.executor;

import java.time.Period;

/**
 * Refuses periods with days: Spark's column holds years and months only, and Spark's own encoder
 * drops the days.
 */
public final class PeriodCodec extends ValueCodec<Period, Period> {
  private static final long serialVersionUID = 1L;

  @Override
  Period toColumn(Period value) {
    if (value.getDays() != 0) {
      throw new IllegalArgumentException(
          "the period "
              + value
              + " has days, and Spark's column holds years and months; a Duration holds days, or"
              + " an int beside a Period");
    }
    return value;
  }

  @Override
  Period fromColumn(Period value) {
    return value;
  }
}
