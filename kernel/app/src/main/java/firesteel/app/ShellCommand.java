package firesteel.app;

import firesteel.engine.Cell;
import firesteel.engine.CellOutputs;
import firesteel.engine.CellResult;
import firesteel.engine.Session;
import firesteel.spark.SparkExtension;
import firesteel.spark.SparkOptions;
import firesteel.spark.start.StartedSpark;
import firesteel.terminal.Shell;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Cells in a terminal. */
@Command(
    name = "shell",
    description = {
      "Reads Java, magics and SQL in the terminal and runs them, with Spark.",
      "With a script, with -c, or when the standard input is no terminal, runs that and ends; what"
          + " is printed is plain then."
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:all ran, or the user left",
      "1:the script failed",
      "2:the command was called wrongly"
    },
    mixinStandardHelpOptions = true)
final class ShellCommand implements Callable<Integer> {
  @Parameters(
      arity = "0..1",
      paramLabel = "SCRIPT",
      description = "A file to run: .jsh, .java or .ipynb.")
  private Path script;

  @Option(names = "-c", paramLabel = "CODE", description = "Run this text.")
  private String code;

  @Option(
      names = "--master",
      paramLabel = "URL",
      description = "Where Spark runs: local[*] by default, spark://host:7077, yarn, ...")
  private String master;

  @Option(
      names = "--conf",
      paramLabel = "NAME=VALUE",
      description = "A setting of Spark, as of spark-submit; may be given more than once.")
  private Map<String, String> settings = new LinkedHashMap<>();

  @Option(names = "--no-spark", description = "Java alone.")
  private boolean noSpark;

  @Spec private CommandSpec spec;

  private final CommandFolder folder = CommandFolder.ofThisProcess();

  @Override
  public Integer call() throws Exception {
    if (script != null && code != null) {
      throw new ParameterException(spec.commandLine(), "Use SCRIPT or -c, not both.");
    }
    if (noSpark && (master != null || !settings.isEmpty())) {
      throw new ParameterException(
          spec.commandLine(), "--no-spark leaves no use for --master and --conf.");
    }
    boolean interactive = script == null && code == null && System.console() != null;
    // Before the session is there: standard streams belong to its cells from then on.
    PrintStream out = System.out;
    PrintStream err = System.err;
    Optional<String> text = interactive ? Optional.empty() : Optional.of(text());
    Optional<SparkExtension> spark = spark(interactive);
    try (Session session = SessionFactory.forShell(folder.resolve(Path.of("")), spark)) {
      session.start();
      return text.isPresent() ? run(session, text.get(), out, err) : interact(session, spark);
    }
  }

  private Optional<SparkExtension> spark(boolean interactive) {
    if (noSpark) {
      return Optional.empty();
    }
    Map<String, String> all = new LinkedHashMap<>(settings);
    if (master != null) {
      all.put("spark.master", master);
    }
    SparkOptions options = SparkOptions.fromEnvironment(System.getenv()).with(all);
    return Optional.of(new SparkExtension(options.withProgress(interactive)));
  }

  private int interact(Session session, Optional<SparkExtension> spark) throws Exception {
    try (Terminal terminal = TerminalBuilder.builder().system(true).build()) {
      String banner =
          "Firesteel %s, Java %s\n%s"
              .formatted(
                  new Version().firesteel(),
                  Runtime.version(),
                  "%help shows how it works, Ctrl-D leaves.");
      Path history =
          ShellHistory.file(
              SessionFactory.historyFile(System.getenv(), System.getProperties()).getParent(),
              folder.path());
      return new Shell(
              session,
              terminal,
              new Shell.Settings(
                  banner,
                  history,
                  () -> status(spark),
                  System.getenv("NO_COLOR") == null,
                  new ShellCharts()))
          .run();
    }
  }

  private static String status(Optional<SparkExtension> spark) {
    return spark
        .map(
            extension ->
                extension
                    .running()
                    .map(StartedSpark::description)
                    .orElse("Spark starts with its first use, or when you pause"))
        .orElse("without Spark");
  }

  private static int run(Session session, String text, PrintStream out, PrintStream err) {
    CellOutputs outputs = new TerminalOutputs(out, err);
    CellResult result = session.execute(Cell.of(text), outputs);
    result.value().ifPresent(value -> out.println(value.text()));
    result.error().ifPresent(error -> error.traceback().forEach(err::println));
    return result.isOk() ? 0 : Main.FAILED;
  }

  private String text() throws Exception {
    if (script != null) {
      return "%run \"" + folder.resolve(script) + "\"";
    }
    return code != null ? code : new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
  }
}
