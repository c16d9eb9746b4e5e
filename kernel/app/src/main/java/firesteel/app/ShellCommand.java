package firesteel.app;

import firesteel.api.session.Cell;
import firesteel.api.session.CellOutputs;
import firesteel.api.session.CellResult;
import firesteel.api.session.Session;
import firesteel.api.settings.UserFolders;
import firesteel.spark.SparkExtension;
import firesteel.terminal.Shell;
import firesteel.terminal.SystemTerminal;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jline.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs cells in a terminal. */
@Command(
    name = "shell",
    description = {
      "Reads Java, magics and SQL in the terminal and runs them, with Spark.",
      "firesteel SCRIPT does the same as firesteel shell -- SCRIPT.",
      "With a script, with -c, or when the standard input is no terminal, runs that and ends; what"
          + " is printed is plain then."
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:all ran, or the user left",
      "1:the script failed; a script's System.exit ends with its own status",
      "2:the command was called wrongly"
    },
    mixinStandardHelpOptions = true)
final class ShellCommand implements Callable<Integer> {
  /** The exit status when the terminal is closed: 128 plus the number of SIGHUP. */
  private static final int ENDED_BY_HANGUP = 129;

  private static final String ALONE = "Java without Spark";

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "SCRIPT",
      description = "The file to run: .jsh, .java or .ipynb.")
  private Path script;

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "ARGS",
      description = "The arguments of the script, or of its main method.")
  private List<String> arguments = new ArrayList<>();

  @Option(names = "-c", paramLabel = "CODE", description = "Runs this text as a script.")
  private String code;

  @Mixin private SparkTargetOptions sparkOptions;

  @Option(names = "--no-spark", description = "Runs Java without Spark.")
  private boolean noSpark;

  @Spec private CommandSpec spec;

  private final CommandFolder folder = CommandFolder.ofThisProcess();

  @Override
  public Integer call() throws Exception {
    if (script != null && code != null) {
      throw new ParameterException(spec.commandLine(), "Use SCRIPT or -c, not both.");
    }
    sparkOptions.check(spec);
    if (noSpark && sparkOptions.isGiven()) {
      throw new ParameterException(
          spec.commandLine(), "--no-spark leaves no use for --master, --profile and --conf.");
    }
    boolean interactive = script == null && code == null && InteractiveConsole.isThere();
    // Before the session is created, which redirects the standard streams to its cells.
    PrintStream out = System.out;
    PrintStream err = System.err;
    Optional<String> text = interactive ? Optional.empty() : Optional.of(text());
    Optional<CommandSpark> spark = spark(interactive);
    try (Session session =
        SessionFactory.forShell(folder.resolve(Path.of("")), spark.map(CommandSpark::extension))) {
      session.start();
      return text.isPresent() ? run(session, text.get(), out, err) : interact(session, spark);
    }
  }

  private Optional<CommandSpark> spark(boolean interactive) {
    if (noSpark) {
      return Optional.empty();
    }
    return Optional.of(sparkOptions.spark(spec, folder.path(), interactive));
  }

  private int interact(Session session, Optional<CommandSpark> spark) throws Exception {
    endWithParent();
    try (Terminal terminal = SystemTerminal.open(System.getenv("TERM"))) {
      Path history = ShellHistory.file(UserFolders.current().data(), folder.path());
      Shell.Settings made =
          new Shell.Settings(
              banner(spark),
              history,
              () -> spark.map(CommandSpark::extension).map(SparkExtension::state).orElse(ALONE),
              () -> spark.map(CommandSpark::work).orElse(List.of()),
              System.getenv("NO_COLOR") == null,
              new ShellCharts());
      return new Shell(session, terminal, made).run();
    }
  }

  private static String banner(Optional<CommandSpark> spark) {
    return "Firesteel %s%s, Java %s%n%s; %%help shows how it works, Ctrl-D leaves."
        .formatted(
            new Version().firesteel(),
            spark.map(one -> ", " + one.version()).orElse(""),
            Runtime.version().feature(),
            spark.map(one -> "Spark on " + one.where()).orElse(ALONE));
  }

  /** Ends the shell when the process that started it has ended, and nobody can type any more. */
  private static void endWithParent() {
    ProcessHandle.current()
        .parent()
        .ifPresent(
            parent -> parent.onExit().thenRun(() -> Runtime.getRuntime().exit(ENDED_BY_HANGUP)));
  }

  private int run(Session session, String text, PrintStream out, PrintStream err) {
    CellOutputs outputs = new TerminalOutputs(out, err);
    CellResult result = session.execute(Cell.of(text), outputs);
    result.value().ifPresent(value -> out.println(value.text()));
    if (result.error().isEmpty()) {
      return 0;
    }
    OptionalInt status = script == null ? OptionalInt.empty() : ScriptErrors.status(session);
    if (status.isEmpty()) {
      List<String> lines = result.error().get().traceback();
      (script == null ? lines : ScriptErrors.withoutCall(lines)).forEach(err::println);
    }
    return status.orElse(Main.FAILED);
  }

  private String runsScript() {
    StringBuilder line = new StringBuilder();
    if (arguments.isEmpty() && !script.toString().endsWith(".java")) {
      line.append("String[] args = {};\n");
    }
    line.append("%run ").append(quoted(folder.resolve(script).toString()));
    arguments.forEach(argument -> line.append(' ').append(quoted(argument)));
    return line.toString();
  }

  private String quoted(String word) {
    if (word.indexOf('\n') >= 0 || word.indexOf('\r') >= 0) {
      throw new ParameterException(
          spec.commandLine(), "The name of a script and its arguments can't hold line breaks.");
    }
    return '"' + word.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private String text() throws Exception {
    if (script != null) {
      return runsScript();
    }
    return code != null ? code : new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
  }
}
