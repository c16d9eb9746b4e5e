package firesteel.magics.spark;

import firesteel.api.display.Html;
import firesteel.api.display.MimeBundle;
import firesteel.api.display.Secrets;
import firesteel.api.error.MagicException;
import firesteel.api.magic.MagicContext;
import firesteel.api.table.Table;
import firesteel.spark.master.SparkStatus;
import firesteel.spark.master.StartedSpark;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Renders the status of Spark. */
final class SparkStatusView {
  private SparkStatusView() {}

  /** Renders the whole status. */
  static MimeBundle of(SparkStatus status) {
    Table facts = Table.of(List.of("", "connected"), rows(status.facts()));
    Table executors =
        Table.of(
            List.of("executor", "address", "cores", "active tasks", "failed tasks", "memory"),
            status.executors().stream().map(SparkStatusView::row).toList());
    Table settings = Table.of(List.of("setting", "value"), rows(masked(status.settings())));
    List<Table> tables = new ArrayList<>(List.of(facts));
    if (!status.executors().isEmpty()) {
      tables.add(executors);
    }
    if (!status.settings().isEmpty()) {
      tables.add(settings);
    }
    List<MimeBundle> bundles = tables.stream().map(Table::toWholeBundle).toList();
    String html = String.join("\n", bundles.stream().map(SparkStatusView::html).toList());
    if (status.webUi().isPresent()) {
      String url = Html.escape(status.webUi().get());
      html = html.replace(">" + url + "<", ">" + anchor(status.webUi().get()) + "<");
    }
    return MimeBundle.text(paragraphs(bundles, MimeBundle::text))
        .withLayout(columns -> paragraphs(bundles, bundle -> bundle.text(columns)))
        .withHtml(html);
  }

  private static String paragraphs(List<MimeBundle> bundles, Function<MimeBundle, String> text) {
    return String.join("\n\n", bundles.stream().map(text).toList());
  }

  private static String html(MimeBundle bundle) {
    return String.valueOf(bundle.data().get(MimeBundle.HTML));
  }

  private static String anchor(String url) {
    String escaped = Html.escape(url);
    return "<a href=\"" + escaped + "\" target=\"_blank\">" + escaped + "</a>";
  }

  private static List<Object> row(SparkStatus.Executor executor) {
    return List.of(
        executor.id(),
        executor.address(),
        executor.cores(),
        executor.activeTasks(),
        executor.failedTasks(),
        "%,d MiB".formatted(executor.memoryBytes() >> 20));
  }

  private static List<List<Object>> rows(Map<String, String> values) {
    List<List<Object>> rows = new ArrayList<>();
    values.forEach((name, value) -> rows.add(List.of(name, value)));
    return rows;
  }

  /** Masks secrets: Spark's own pattern recognizes fewer names of secrets than Firesteel's. */
  private static Map<String, String> masked(Map<String, String> settings) {
    Map<String, String> masked = new java.util.TreeMap<>();
    settings.forEach(
        (name, value) ->
            masked.put(name, value.matches("true|false") ? value : Secrets.masked(name, value)));
    return masked;
  }

  /** Prints the settings whose names contain a text; a whole name also finds a default. */
  static void settings(StartedSpark spark, Optional<String> part, MagicContext context)
      throws MagicException {
    Map<String, String> settings = masked(spark.status().settings());
    part.ifPresent(text -> settings.keySet().removeIf(name -> !name.contains(text)));
    if (settings.isEmpty() && part.isPresent()) {
      String name = part.get();
      String value = spark.session().conf().get(name, null);
      if (value == null) {
        throw new MagicException("no setting has \"" + name + "\" in its name");
      }
      settings.put(name, Secrets.masked(name, value));
    }
    Table table = Table.of(List.of("setting", "value"), rows(settings));
    context.outputs().display(table.toWholeBundle(), Optional.empty());
  }

  /** Renders a list of jobs. */
  static MimeBundle jobs(List<SparkStatus.Job> jobs) {
    return Table.of(
            List.of("job", "state", "tasks", "started", "what"),
            jobs.stream()
                .map(
                    job ->
                        List.<Object>of(
                            job.id(), job.state(), job.tasks(), job.started(), job.description()))
                .toList())
        .toWholeBundle();
  }

  /** Renders a link. */
  static MimeBundle link(String url) {
    return MimeBundle.text(url).withHtml(anchor(url));
  }
}
