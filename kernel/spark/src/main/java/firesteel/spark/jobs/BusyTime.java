package firesteel.spark.jobs;

import java.util.concurrent.TimeUnit;

/** Measures for how long any of several jobs has been active. Not thread-safe. */
public final class BusyTime {
  private int active;
  private long nanosBefore;
  private long since;

  /** Counts a job that starts. */
  public void started() {
    if (active++ == 0) {
      since = System.nanoTime();
    }
  }

  /** Counts a job that has ended. */
  public void ended() {
    if (--active == 0) {
      nanosBefore += System.nanoTime() - since;
    }
  }

  /** Returns the number of active jobs. */
  public int active() {
    return active;
  }

  /** Returns the total milliseconds with an active job. */
  public long totalMillis() {
    return TimeUnit.NANOSECONDS.toMillis(nanosBefore + nanosNow());
  }

  /** Returns the milliseconds since no job was active; 0 while none is. */
  public long currentMillis() {
    return TimeUnit.NANOSECONDS.toMillis(nanosNow());
  }

  private long nanosNow() {
    return active > 0 ? System.nanoTime() - since : 0;
  }
}
