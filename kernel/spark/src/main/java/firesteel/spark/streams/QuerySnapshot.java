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
 * @param id stays when the query is started again from its checkpoint
 * @param name the user's, or the beginning of the id
 * @param active whether it runs
 * @param error what ended it, in one line
 * @param activity what it does now, in Spark's words; empty when not known
 * @param batches how many micro-batches there were, as far as was told
 * @param rows how many rows came in all, as far as was told
 * @param inputRate rows a second that come
 * @param processedRate rows a second that it can process
 * @param batchMillis how long the latest micro-batch took: the latency of a row at least
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

  /** A query that has just started. */
  static QuerySnapshot started(UUID id, String name) {
    return new QuerySnapshot(id, nameOf(id, name), true, Optional.empty(), "", 0, 0, 0, 0, 0, 0);
  }

  /** A query by its own account. */
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

  /** It tells of a micro-batch. */
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

  /** It has ended. */
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

  /** In one line, while it runs. */
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

  /** In one line, when the cell has ended. */
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

  /** Spark divides by the time since the last trigger, which may be none. */
  private static double finite(double rate) {
    return Double.isFinite(rate) ? rate : 0;
  }
}
