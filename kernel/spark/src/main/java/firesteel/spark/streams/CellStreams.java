package firesteel.spark.streams;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.scheduler.SparkListenerEvent;
import org.apache.spark.sql.streaming.StreamingQueryListener.QueryProgressEvent;
import org.apache.spark.sql.streaming.StreamingQueryListener.QueryStartedEvent;
import org.apache.spark.sql.streaming.StreamingQueryListener.QueryTerminatedEvent;
import org.apache.spark.sql.streaming.StreamingQueryProgress;
import scala.jdk.javaapi.OptionConverters;

/**
 * Tracks the streaming queries of a context and the cells that started them, through the context's
 * listener bus, which gets the events of all its sessions. Thread-safe.
 */
public final class CellStreams {
  private final Map<UUID, QuerySnapshot> queries = new ConcurrentHashMap<>();
  private final Map<String, Set<UUID>> queriesOfCell = new ConcurrentHashMap<>();

  /**
   * Takes an event of the listener bus.
   *
   * @return whether it changed what is known of a query
   */
  public boolean heard(SparkListenerEvent event) {
    if (event instanceof QueryStartedEvent started) {
      queries.put(started.id(), QuerySnapshot.started(started.id(), started.name()));
      return true;
    }
    if (event instanceof QueryProgressEvent told) {
      StreamingQueryProgress progress = told.progress();
      queries.computeIfPresent(progress.id(), (id, query) -> query.heard(progress));
      return true;
    }
    if (event instanceof QueryTerminatedEvent ended) {
      Optional<String> why =
          OptionConverters.toJava(ended.exception())
              .map(text -> text.lines().findFirst().orElse(""));
      queries.computeIfPresent(ended.id(), (id, query) -> query.ended(why));
      return true;
    }
    return false;
  }

  /**
   * Notes that a job of a query was submitted by a thread of a cell.
   *
   * @return whether that was unknown
   */
  public boolean belongs(UUID query, String cell) {
    return queriesOfCell.computeIfAbsent(cell, id -> ConcurrentHashMap.newKeySet()).add(query);
  }

  /** Returns the queries that a cell has started, including ended ones. */
  public List<QuerySnapshot> of(String cell) {
    return queriesOfCell.getOrDefault(cell, Set.of()).stream()
        .map(queries::get)
        .filter(query -> query != null)
        .toList();
  }

  /** Returns a query's name, or the beginning of its id. */
  public String nameOf(UUID id) {
    QuerySnapshot known = queries.get(id);
    return known == null ? QuerySnapshot.started(id, null).name() : known.name();
  }

  /** Returns the ids of the queries that a cell has started. */
  public Set<UUID> idsOf(String cell) {
    return Set.copyOf(queriesOfCell.getOrDefault(cell, Set.of()));
  }

  /** Forgets a cell that has ended. */
  public void forget(String cell) {
    Set<UUID> gone = queriesOfCell.remove(cell);
    if (gone != null) {
      queries.keySet().removeAll(gone);
    }
  }
}
