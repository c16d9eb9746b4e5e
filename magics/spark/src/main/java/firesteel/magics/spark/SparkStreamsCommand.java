package firesteel.magics.spark;

import firesteel.api.display.MimeBundle;
import firesteel.api.error.MagicException;
import firesteel.api.magic.LineMagic;
import firesteel.api.magic.MagicContext;
import firesteel.api.table.Table;
import firesteel.spark.jobs.ProgressLine;
import firesteel.spark.streams.QuerySnapshot;
import firesteel.spark.streams.RunningQueries;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.spark.sql.streaming.StreamingQuery;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Implements {@code %spark streams}, which lists the running streaming queries. */
@Command(
    name = "streams",
    description = {
      "Lists the streaming queries that run; watches or stops them.",
      "",
      "Latency is how long the latest micro-batch took."
    },
    subcommands = {SparkStreamsCommand.Stop.class, SparkStreamsCommand.Watch.class})
final class SparkStreamsCommand implements LineMagic {
  private static final String NONE = "No streaming query runs.";

  @Override
  public Object runLine(MagicContext context) throws Exception {
    List<StreamingQuery> running = queries(context).all();
    if (running.isEmpty()) {
      context.println(NONE);
      return null;
    }
    List<List<Object>> rows = running.stream().map(SparkStreamsCommand::row).toList();
    Table table =
        Table.of(
            List.of(
                "name",
                "id",
                "batches",
                "rows/s in",
                "rows/s possible",
                "latency",
                "state rows",
                "now"),
            rows);
    context.outputs().display(table.toWholeBundle(), Optional.empty());
    return null;
  }

  private static RunningQueries queries(MagicContext context) throws MagicException {
    return SparkMagic.running(context).queries();
  }

  private static List<Object> row(StreamingQuery query) {
    QuerySnapshot now = QuerySnapshot.of(query);
    return List.of(
        now.name(),
        now.id().toString(),
        now.batches(),
        Math.round(now.inputRate()),
        Math.round(now.processedRate()),
        String.format(Locale.ROOT, "%.1f s", now.batchMillis() / 1000.0),
        now.stateRows(),
        now.activity());
  }

  /** Returns the queries of a name, or with an id that begins with it. */
  private static List<StreamingQuery> named(MagicContext context, String name)
      throws MagicException {
    List<StreamingQuery> all = queries(context).all();
    List<StreamingQuery> found =
        all.stream()
            .filter(query -> name.equals(query.name()) || query.id().toString().startsWith(name))
            .toList();
    if (found.isEmpty()) {
      String names =
          all.stream()
              .map(query -> QuerySnapshot.of(query).name())
              .collect(Collectors.joining(", "));
      throw new MagicException(
          "no streaming query "
              + name
              + " runs; "
              + (all.isEmpty() ? "none does" : "there are: " + names));
    }
    return found;
  }

  /** Implements {@code %spark streams stop}. */
  @Command(name = "stop", description = "Stops a streaming query, after its micro-batch.")
  static final class Stop implements LineMagic {
    @Parameters(
        arity = "0..1",
        paramLabel = "NAME",
        description = "The name of the query, or the beginning of its id.")
    private String name;

    @Option(names = "--all", description = "Stops all streaming queries.")
    private boolean all;

    @Override
    public Object runLine(MagicContext context) throws Exception {
      if (all == (name != null)) {
        throw new MagicException("say which query to stop: %spark streams stop NAME, or --all");
      }
      List<StreamingQuery> wanted = all ? queries(context).all() : named(context, name);
      List<String> stopped = new ArrayList<>();
      for (StreamingQuery query : wanted) {
        query.stop();
        stopped.add(QuerySnapshot.of(query).name());
      }
      context.println(stopped.isEmpty() ? NONE : "Stopped: " + String.join(", ", stopped));
      return null;
    }
  }

  /** Implements {@code %spark streams watch}. */
  @Command(
      name = "watch",
      description = "Shows live what streaming queries do, until they end or an interrupt.")
  static final class Watch implements LineMagic {
    private static final long BETWEEN_UPDATES_MILLIS = 1000;

    @Parameters(
        arity = "0..1",
        paramLabel = "NAME",
        description = "The name of the query to watch, or the beginning of its id.")
    private String name;

    @Override
    public Object runLine(MagicContext context) throws Exception {
      List<StreamingQuery> watched = name == null ? queries(context).all() : named(context, name);
      if (watched.isEmpty()) {
        context.println(NONE);
        return null;
      }
      String id = UUID.randomUUID().toString();
      MimeBundle shown = lines(watched);
      context.outputs().display(shown, Optional.of(id));
      Optional<StreamingQuery> running = firstRunning(watched);
      while (running.isPresent()) {
        running.get().awaitTermination(BETWEEN_UPDATES_MILLIS);
        MimeBundle now = lines(watched);
        if (!now.equals(shown)) {
          context.outputs().update(id, now);
          shown = now;
        }
        running = firstRunning(watched);
      }
      return null;
    }

    private static Optional<StreamingQuery> firstRunning(List<StreamingQuery> queries) {
      return queries.stream().filter(StreamingQuery::isActive).findFirst();
    }

    private static MimeBundle lines(List<StreamingQuery> queries) {
      return ProgressLine.streams(queries.stream().map(QuerySnapshot::of).toList());
    }
  }
}
