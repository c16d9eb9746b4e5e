package firesteel.spark.streams;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.apache.spark.sql.streaming.StateOperatorProgress;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.apache.spark.sql.streaming.StreamingQueryProgress;

/**
 * The state of a streaming query.
 *
 * @param id the id, which stays when the query is started again from its checkpoint
 * @param name the user's name for it, or the beginning of the id
 * @param active whether it runs
 * @param error what ended it, in one line
 * @param activity what it is doing, as Spark describes it; empty when unknown
 * @param batches the number of micro-batches reported so far
 * @param rows the number of rows reported so far
 * @param inputRate rows a second that arrive
 * @param processedRate rows a second that it can process
 * @param batchMillis how long the latest micro-batch took: the least latency of a row
 * @param stateRows the rows that its stateful operators keep
 */
public record QuerySnapshot(
    UUID id,
    String name,
    boolean active,
    Optional<String> error,
    String activity,
    long batches,
    long rows,
    double inputRate,
    double processedRate,
    long batchMillis,
    long stateRows) {

  /** Returns the snapshot of a query that has just started. */
  static QuerySnapshot started(UUID id, String name) {
    return new QuerySnapshot(id, nameOf(id, name), true, Optional.empty(), "", 0, 0, 0, 0, 0, 0);
  }

  /** Returns the current snapshot of a query. */
  public static QuerySnapshot of(StreamingQuery query) {
    QuerySnapshot started = started(query.id(), query.name());
    StreamingQueryProgress last = query.lastProgress();
    QuerySnapshot heard = last == null ? started : started.heard(last);
    return new QuerySnapshot(
        heard.id,
        heard.name,
        query.isActive(),
        heard.error,
        query.status().message(),
        last == null ? 0 : last.batchId() + 1,
        heard.rows,
        heard.inputRate,
        heard.processedRate,
        heard.batchMillis,
        heard.stateRows);
  }

  /** Returns the snapshot after a micro-batch. */
  QuerySnapshot heard(StreamingQueryProgress progress) {
    long kept = 0;
    for (StateOperatorProgress operator : progress.stateOperators()) {
      kept += operator.numRowsTotal();
    }
    Long took = progress.durationMs().get("triggerExecution");
    return new QuerySnapshot(
        id,
        name,
        active,
        error,
        activity,
        batches + 1,
        rows + progress.numInputRows(),
        finite(progress.inputRowsPerSecond()),
        finite(progress.processedRowsPerSecond()),
        took == null ? 0 : took,
        kept);
  }

  /** Returns the snapshot after the end. */
  QuerySnapshot ended(Optional<String> why) {
    return new QuerySnapshot(
        id,
        name,
        false,
        why,
        activity,
        batches,
        rows,
        inputRate,
        processedRate,
        batchMillis,
        stateRows);
  }

  /** Describes a running query in one line. */
  public String live() {
    if (batches == 0) {
      return "stream " + name + ": no rows yet";
    }
    return String.format(
        Locale.ROOT,
        "stream %s \u00b7 batch %,d \u00b7 %,.0f rows/s in, %,.0f rows/s possible \u00b7 latency %.1f s%s",
        name,
        batches - 1,
        inputRate,
        processedRate,
        batchMillis / 1000.0,
        stateRows > 0 ? String.format(Locale.ROOT, " \u00b7 %,d rows of state", stateRows) : "");
  }

  /** Describes a query in one line at the end of its cell. */
  public String summary() {
    String done =
        String.format(
            Locale.ROOT,
            "%,d row%s in %,d batch%s",
            rows,
            rows == 1 ? "" : "s",
            batches,
            batches == 1 ? "" : "es");
    String state = error.isPresent() ? "failed" : active ? "goes on" : "has ended";
    return "stream " + name + " " + state + " \u00b7 " + done;
  }

  private static String nameOf(UUID id, String name) {
    return name == null || name.isEmpty() ? id.toString().substring(0, 8) : name;
  }

  /** Spark divides by the time since the last trigger, which may be zero. */
  private static double finite(double rate) {
    return Double.isFinite(rate) ? rate : 0;
  }
}
