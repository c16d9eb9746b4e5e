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
 * Knows the streaming queries of a context and the cells that started them, from the context's
 * listener bus, which hears of the queries of all its sessions. Thread-safe.
 */
public final class CellStreams {
  private final Map<UUID, QuerySnapshot> queries = new ConcurrentHashMap<>();
  private final Map<String, Set<UUID>> queriesOfCell = new ConcurrentHashMap<>();

  /**
   * An event of the listener bus.
   *
   * @return whether it tells something new of a query
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
   * A job of a query was submitted by the thread that a cell's thread started.
   *
   * @return whether that is news
   */
  public boolean belongs(UUID query, String cell) {
    return queriesOfCell.computeIfAbsent(cell, id -> ConcurrentHashMap.newKeySet()).add(query);
  }

  /** The queries that a cell has started, ended ones too. */
  public List<QuerySnapshot> of(String cell) {
    return queriesOfCell.getOrDefault(cell, Set.of()).stream()
        .map(queries::get)
        .filter(query -> query != null)
        .toList();
  }

  /** A query's name, or the beginning of its id. */
  public String nameOf(UUID id) {
    QuerySnapshot known = queries.get(id);
    return known == null ? QuerySnapshot.started(id, null).name() : known.name();
  }

  /** The ids of the queries that a cell has started. */
  public Set<UUID> idsOf(String cell) {
    return Set.copyOf(queriesOfCell.getOrDefault(cell, Set.of()));
  }

  /** A cell has ended. */
  public void forget(String cell) {
    Set<UUID> gone = queriesOfCell.remove(cell);
    if (gone != null) {
      queries.keySet().removeAll(gone);
    }
  }
}
