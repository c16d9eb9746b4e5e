package firesteel.spark.jobs;

import java.util.concurrent.TimeUnit;

/** For how long any of several jobs has been active. Not thread-safe. */
public final class BusyTime {
  private int active;
  private long nanosBefore;
  private long since;

  /** A job starts. */
  public void started() {
    if (active++ == 0) {
      since = System.nanoTime();
    }
  }

  /** A job that started has ended. */
  public void ended() {
    if (--active == 0) {
      nanosBefore += System.nanoTime() - since;
    }
  }

  /** How many are active. */
  public int active() {
    return active;
  }

  /** Milliseconds with an active job, in all. */
  public long totalMillis() {
    return TimeUnit.NANOSECONDS.toMillis(nanosBefore + nanosNow());
  }

  /** Milliseconds since there was none active; 0 while there is none. */
  public long currentMillis() {
    return TimeUnit.NANOSECONDS.toMillis(nanosNow());
  }

  private long nanosNow() {
    return active > 0 ? System.nanoTime() - since : 0;
  }
}
