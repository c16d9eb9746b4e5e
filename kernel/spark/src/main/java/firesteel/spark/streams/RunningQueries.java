package firesteel.spark.streams;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.slf4j.LoggerFactory;

/** Finds and stops the running streaming queries of an application. Thread-safe. */
public final class RunningQueries {
  private final Supplier<List<StreamingQuery>> all;

  /**
   * Creates it without asking for queries.
   *
   * @param all finds the running queries
   */
  public RunningQueries(Supplier<List<StreamingQuery>> all) {
    this.all = all;
  }

  /** Returns all running queries. */
  public List<StreamingQuery> all() {
    return all.get();
  }

  /**
   * Stops the queries with these ids; doesn't wait, because a query that stops waits for its batch.
   */
  public void stop(Set<UUID> ids) {
    if (ids.isEmpty()) {
      return;
    }
    Thread stopping = new Thread(null, () -> stopNow(ids), "firesteel-streams-stop", 0, false);
    stopping.setDaemon(true);
    stopping.start();
  }

  private void stopNow(Set<UUID> ids) {
    for (StreamingQuery query : all()) {
      if (ids.contains(query.id())) {
        try {
          query.stop();
        } catch (TimeoutException e) {
          // The user set spark.sql.streaming.stopTimeout; the query has been told to stop all the
          // same.
          LoggerFactory.getLogger(RunningQueries.class).warn("a query takes long to stop", e);
        }
      }
    }
  }
}
