package firesteel.charts.session;

import firesteel.api.chart.ChartBuilder;
import firesteel.api.chart.Charts;
import firesteel.api.display.Bundles;
import firesteel.api.display.Displays;
import firesteel.api.display.MimeBundle;
import firesteel.api.error.MagicException;
import firesteel.api.error.NearestNames;
import firesteel.api.session.RunningCell;
import firesteel.api.session.Session;
import firesteel.api.session.SessionExtension;
import firesteel.api.table.Table;
import firesteel.api.table.TableRequest;
import firesteel.charts.FigureBundle;
import firesteel.charts.LibraryPlace;
import firesteel.charts.plot.ChartKind;
import firesteel.charts.plot.Plot;
import firesteel.charts.tablesaw.TablesawReader;
import firesteel.charts.tablesaw.TablesawWarmUp;
import firesteel.charts.wordcloud.WordCloud;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Shows charts, word clouds and Tablesaw's tables in a session. */
public final class ChartsExtension implements SessionExtension, Charts {
  private final LibraryPlace library = new LibraryPlace();
  private final TablesawWarmUp tablesaw = new TablesawWarmUp();

  @Override
  public void attach(Session session) {
    Displays displays = session.displays();
    // By name: none of these types is loaded before the first chart.
    for (String type :
        List.of(
            "firesteel.charts.Figure",
            "firesteel.charts.plot.Plot",
            "tech.tablesaw.plotly.components.Figure",
            "tech.tablesaw.plotly.components.Page")) {
      displays.register(type, () -> chart -> FigureBundle.of(Figures.of(chart)));
    }
    displays.register(
        "firesteel.charts.wordcloud.WordCloud",
        () -> cloud -> Bundles.image(((WordCloud) cloud).image()));
    displays.register(
        "tech.tablesaw.table.Relation",
        () ->
            table ->
                new TablesawReader().read(table, TableRequest.rows(Table.HTML_ROWS)).toBundle());
  }

  @Override
  public List<String> kinds() {
    return Arrays.stream(ChartKind.values()).map(ChartKind::label).toList();
  }

  @Override
  public void checkKind(String kind) throws MagicException {
    kind(kind);
  }

  @Override
  public ChartBuilder chart(String kind, Object data) throws MagicException {
    return Plot.of(kind(kind), data);
  }

  private ChartKind kind(String name) throws MagicException {
    return ChartKind.of(name)
        .orElseThrow(
            () ->
                new MagicException(
                    "there is no chart \"%s\"%s The kinds are %s"
                        .formatted(
                            name,
                            NearestNames.question(NearestNames.of(name, kinds()))
                                .map(asked -> "; " + asked)
                                .orElse("."),
                            String.join(", ", kinds()))));
  }

  @Override
  public List<String> columnsOf(Object data) {
    return Plot.columnsOf(data);
  }

  @Override
  public List<String> imports() {
    return List.of("static firesteel.charts.save.ChartFiles.*");
  }

  @Override
  public void cellStarted(RunningCell cell) {
    tablesaw.awaitTypes();
    library.started(cell);
  }

  @Override
  public MimeBundle showing(RunningCell cell, MimeBundle bundle, Optional<String> displayId) {
    return library.showing(cell, bundle, displayId);
  }

  @Override
  public MimeBundle replacing(RunningCell cell, MimeBundle bundle, String displayId) {
    return library.replacing(cell, bundle, displayId);
  }

  @Override
  public void clearing(RunningCell cell) {
    library.clearing(cell);
  }

  @Override
  public void cellFinished(RunningCell cell) {
    library.finished(cell);
    tablesaw.want(cell.session().idleMonitor());
  }

  @Override
  public void close() {
    tablesaw.close();
  }
}
