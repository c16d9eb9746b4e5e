package firesteel.magics.charts;

import firesteel.api.chart.ChartKinds;
import firesteel.api.chart.ChartOptions;
import firesteel.api.chart.ChartedData;
import firesteel.api.chart.Charts;
import firesteel.api.error.MagicException;
import firesteel.api.magic.CandidatesInSession;
import firesteel.api.magic.CompletionPlace;
import firesteel.api.magic.LineMagic;
import firesteel.api.magic.MagicContext;
import firesteel.api.magic.RawText;
import firesteel.api.session.Session;
import firesteel.api.session.Variable;
import firesteel.charts.Figure;
import firesteel.charts.save.BrowserException;
import firesteel.charts.save.ChartFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Implements {@code %chart}, which draws a chart of a table. */
@Command(
    name = "chart",
    description = {
      "Draws a chart of a table.",
      "",
      "Such as: %%chart bar df --x year --y income --color continent --title \"Average income\"",
      "KIND is bar, line, scatter, bubble, histogram, box, violin, heatmap, pie, sunburst, treemap or"
          + " choropleth. DATA is a variable or an expression: a Dataset, a table, a list of records,"
          + " beans or maps, or a map of columns. Names with blanks are quoted. At most 10,000 rows"
          + " are read unless --limit says otherwise; --sum, --mean and the like combine those. As"
          + " Java: firesteel.charts.plot.Plot."
    })
public final class ChartMagic implements LineMagic, ChartedData {
  private static final Pattern QUOTED = Pattern.compile("(?s)(['\"])((?:\\\\.|(?!\\1).)*)\\1");

  @Parameters(
      index = "0",
      paramLabel = "KIND",
      completionCandidates = ChartKinds.class,
      description = "The kind of the chart.")
  private String kind;

  @RawText(optionsBehind = true)
  @Parameters(
      index = "1",
      paramLabel = "DATA",
      completionCandidates = DataVariables.class,
      description = "The data: a variable or a Java expression.")
  private String data;

  @Mixin private ChartOptions options;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "How many rows of the data are read at most.")
  private Integer limit;

  @Option(
      names = "--save",
      paramLabel = "FILE",
      description =
          "Saves the chart as a file too: .html needs nothing else, .png and .svg need a browser.")
  private Path file;

  /** Completes the variables that may be data; those with known columns come first. */
  static final class DataVariables implements CandidatesInSession {
    @Override
    public List<String> in(CompletionPlace place) {
      return place.session().variables().stream()
          .filter(variable -> variable.value() != null)
          .map(Variable::name)
          .toList();
    }
  }

  /** Returns the columns of the variable that the line names. */
  @Override
  public List<String> columns(CompletionPlace place) {
    Session session = place.session();
    return session.variables().stream()
        .filter(variable -> place.words().contains(variable.name()))
        .map(Variable::value)
        .map(
            value ->
                session
                    .extension(Charts.class)
                    .map(charts -> charts.columnsOf(value))
                    .orElse(List.of()))
        .filter(columns -> !columns.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  @Override
  public Object runLine(MagicContext context) throws Exception {
    ChartOptions.charts(context.session()).checkKind(kind);
    Saver saver = saver(file);
    Object value = context.evaluate(withoutQuotes(data), 1);
    Figure figure = (Figure) options.draw(context.session(), kind, value, limit);
    if (file != null) {
      try {
        context.println("saved " + saver.save(figure, context.resolve(file)));
      } catch (BrowserException e) {
        throw new MagicException(e.getMessage(), e);
      }
    }
    return figure;
  }

  /** Removes the quotes of an expression, which may be quoted as in a shell. */
  private static String withoutQuotes(String expression) {
    Matcher quoted = QUOTED.matcher(expression);
    return quoted.matches() ? quoted.group(2).replaceAll("\\\\([\\\\\"'])", "$1") : expression;
  }

  /** Writes a figure, and returns where. */
  @FunctionalInterface
  private interface Saver {
    Path save(Figure figure, Path file) throws Exception;
  }

  /**
   * Chooses the writer before anything is read: an unknown ending must not be reported only after a
   * long job.
   */
  private static Saver saver(Path file) throws MagicException {
    String name = file == null ? ".html" : file.getFileName().toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".html")) {
      return ChartFiles::saveHtml;
    }
    if (name.endsWith(".png")) {
      return ChartFiles::savePng;
    }
    if (name.endsWith(".svg")) {
      return ChartFiles::saveSvg;
    }
    throw new MagicException("--save takes a name that ends with .html, .png or .svg, not " + file);
  }
}
