package com.example.matrix;

import firesteel.api.session.RunningCell;
import firesteel.api.session.SessionExtension;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Says below a cell how long it ran, when that was long. */
final class SlowCells implements SessionExtension {
  private final Map<String, Long> starts = new ConcurrentHashMap<>();
  private final Duration limit;

  SlowCells(Duration limit) {
    this.limit = limit;
  }

  @Override
  public void cellStarted(RunningCell cell) {
    starts.put(cell.id(), System.nanoTime());
  }

  @Override
  public void cellFinished(RunningCell cell) {
    Long start = starts.remove(cell.id());
    if (start == null) {
      return; // The cell that brought this plug-in.
    }
    Duration ran = Duration.ofNanos(System.nanoTime() - start);
    if (cell.number() > 0 && ran.compareTo(limit) >= 0) {
      cell.outputs().stderr("This cell ran for %.1f s.%n".formatted(ran.toMillis() / 1000.0));
    }
  }
}
