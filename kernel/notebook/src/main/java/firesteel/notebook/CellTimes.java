package firesteel.notebook;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * When a cell, or the whole run, started and ended.
 *
 * @param failed whether it failed; false while it runs
 */
record CellTimes(Optional<Instant> started, Optional<Instant> ended, boolean failed) {
  /** The metadata with the times as JupyterLab and nbclient record them. */
  static final String EXECUTION = "execution";

  /** The metadata with papermill's times and status. */
  static final String PAPERMILL = "papermill";

  private static final DateTimeFormatter MICROSECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS").withZone(ZoneOffset.UTC);

  /** The times of a cell that has not started. */
  static CellTimes pending() {
    return new CellTimes(Optional.empty(), Optional.empty(), false);
  }

  static CellTimes startedNow() {
    return new CellTimes(Optional.of(Instant.now()), Optional.empty(), false);
  }

  CellTimes endedNow(boolean withFailure) {
    return new CellTimes(started, Optional.of(Instant.now()), withFailure);
  }

  /** Returns a cell's metadata without the times of any run. */
  static Map<String, Object> removedFrom(Map<String, Object> metadata) {
    Map<String, Object> rest = new LinkedHashMap<>(metadata);
    rest.remove(EXECUTION);
    rest.remove(PAPERMILL);
    return rest;
  }

  /** Returns a cell's metadata with these times in place of those of an earlier run. */
  Map<String, Object> addedTo(Map<String, Object> metadata) {
    Map<String, Object> with = removedFrom(metadata);
    if (started.isPresent()) {
      Map<String, Object> execution = new LinkedHashMap<>();
      String start = MICROSECONDS.format(started.get()) + "Z";
      execution.put("iopub.status.busy", start);
      execution.put("iopub.execute_input", start);
      ended.ifPresent(
          end -> {
            execution.put("iopub.status.idle", MICROSECONDS.format(end) + "Z");
            execution.put("shell.execute_reply", MICROSECONDS.format(end) + "Z");
          });
      with.put(EXECUTION, execution);
    }
    Map<String, Object> papermill = papermill();
    papermill.put("status", status());
    with.put(PAPERMILL, papermill);
    return with;
  }

  /** Returns papermill's fields, those of a time that isn't known yet with null. */
  Map<String, Object> papermill() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("start_time", started.map(CellTimes::withOffset).orElse(null));
    fields.put("end_time", ended.map(CellTimes::withOffset).orElse(null));
    fields.put(
        "duration",
        ended.map(end -> started.get().until(end, ChronoUnit.MICROS) / 1e6).orElse(null));
    fields.put("exception", ended.isPresent() ? failed : null);
    return fields;
  }

  private String status() {
    if (started.isEmpty()) {
      return "pending";
    }
    if (ended.isEmpty()) {
      return "running";
    }
    return failed ? "failed" : "completed";
  }

  private static String withOffset(Instant time) {
    return MICROSECONDS.format(time) + "+00:00";
  }
}
