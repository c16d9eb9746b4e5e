package firesteel.app;

import firesteel.api.session.NotebookMetadata;
import firesteel.api.session.Session;
import firesteel.notebook.Notebook;
import firesteel.notebook.NotebookException;
import firesteel.notebook.NotebookReader;
import firesteel.notebook.NotebookRun;
import firesteel.notebook.NotebookRunner;
import firesteel.notebook.NotebookWriter;
import firesteel.notebook.RunDescription;
import firesteel.notebook.RunListener;
import firesteel.notebook.RunOptions;
import firesteel.notebook.parameters.NotebookParameters;
import firesteel.notebook.parameters.ParameterOptions;
import firesteel.notebook.parameters.ParametersRefusedException;
import firesteel.spark.SparkExtension;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs a notebook without Jupyter. */
@Command(
    name = "run",
    description = {
      "Runs a notebook from top to bottom, without Python.",
      "Prints what the cells print and show, as a script would; with -o or --in-place writes the"
          + " notebook with its outputs, as they come, and tells its progress instead. The cells run"
          + " in the notebook's folder. Ends at the first failing cell, unless that is tagged"
          + " raises-exception; what was shown until then is written all the same."
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:all cells ran",
      "1:a cell failed or ran too long, or a file could not be read or written",
      "2:the command was called wrongly",
      "130:interrupted with Ctrl-C"
    },
    mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
  @Parameters(paramLabel = "NOTEBOOK", description = "The notebook to run (*.ipynb).")
  private Path notebookFile;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "OUT",
      description = "Writes the notebook with its outputs to this file.")
  private Path output;

  @Option(names = "--in-place", description = "Writes the outputs into NOTEBOOK itself.")
  private boolean inPlace;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      description = "How long one cell may run; by default there is no limit.")
  private Integer timeout;

  @Option(
      names = "--continue",
      description = "Runs the cells after a failing one too, and ends with status 1 all the same.")
  private boolean continues;

  @Option(
      names = "--allow-errors",
      description = "Runs the cells after a failing one too, and ends with status 0.")
  private boolean allowErrors;

  @Mixin private ParameterOptions parameters;

  @Mixin private SparkTargetOptions sparkOptions;

  @Option(
      names = "--echo",
      negatable = true,
      description =
          "Prints what the cells print and show, or doesn't; by default only when no file is written.")
  private Boolean echo;

  @Mixin private ReportOptions reportOptions;

  @Spec private CommandSpec spec;

  private final CommandFolder folder = CommandFolder.ofThisProcess();

  @Override
  public Integer call() throws Exception {
    Path file = folder.resolve(notebookFile);
    Optional<Path> copy = copyFile(file);
    Optional<Path> page = reportOptions.file(spec, folder, file);
    sparkOptions.check(spec);
    Notebook original = NotebookReader.read(file);
    checkLanguage(original);
    NotebookParameters given;
    try {
      given = parameters.in(original, notebookFile.toString(), folder::resolve);
    } catch (ParametersRefusedException e) {
      System.err.println("firesteel: " + e.getMessage());
      return ExitCode.USAGE; // Without the usage of the command, which is not what was wrong.
    }
    Notebook notebook = given.notebook();
    // Before the session is created, which redirects the standard streams to its cells.
    PrintStream log = System.err;
    boolean echoes = echo == null ? copy.isEmpty() && page.isEmpty() : echo;
    RunProgress progress = new RunProgress(log, notebook.cells().size(), echoes);
    List<RunListener> listeners = new ArrayList<>();
    if (copy.isPresent() || page.isPresent()) {
      listeners.add(progress);
    }
    copy.ifPresent(into -> listeners.add(new RunCopyFile(into, progress::println)));
    RunOptions options =
        new RunOptions(
            Optional.ofNullable(timeout).map(Duration::ofSeconds),
            continues || allowErrors,
            NotebookMetadata.languageInfo(),
            description(given),
            listeners,
            echoes ? new TerminalOutputs(System.out, log) : new RunLog(progress::println));
    Optional<SparkExtension> spark =
        sparkOptions.isGiven()
            ? Optional.of(sparkOptions.spark(spec, file.getParent(), true).extension())
            : Optional.empty();
    Session session = SessionFactory.forRun(file.getParent(), spark);
    NotebookRunner runner = new NotebookRunner(session, options);
    StopOnSignal stop = StopOnSignal.of(runner::stop);
    try (session) {
      session.start();
      NotebookRun run = runner.run(notebook);
      if (copy.isPresent()) {
        NotebookWriter.write(run.notebook(), copy.get());
        progress.println("wrote " + copy.get());
      }
      if (page.isPresent()) {
        reportOptions.write(run.notebook(), file, page.get());
        progress.println("wrote " + page.get());
      }
      boolean ok = run.end() == NotebookRun.End.COMPLETED;
      new RunReport(notebookFile, timeout, log)
          .print(run, allowErrors ? run.failure().stream().toList() : run.failures());
      return ok && (allowErrors || run.failures().isEmpty()) ? 0 : Main.FAILED;
    } finally {
      // Not before: a signal waits until everything is saved, reported and cleaned up.
      stop.done();
    }
  }

  /**
   * What the copy says of its run. A notebook that is run in place says nothing: it is often under
   * version control, and would differ after each run.
   */
  private Optional<RunDescription> description(NotebookParameters given) {
    return output == null
        ? Optional.empty()
        : Optional.of(
            new RunDescription(
                given.values(),
                notebookFile.toString(),
                output.toString(),
                "Firesteel " + new Version().firesteel()));
  }

  /** Returns the file for the copy; checked before the run, which may take hours. */
  private Optional<Path> copyFile(Path file) throws NotebookException {
    if (inPlace && output != null) {
      throw new ParameterException(spec.commandLine(), "Use --in-place or -o, not both.");
    }
    if (continues && allowErrors) {
      throw new ParameterException(
          spec.commandLine(), "Use --continue or --allow-errors, not both.");
    }
    if (timeout != null && timeout <= 0) {
      throw new ParameterException(spec.commandLine(), "--timeout takes seconds, more than 0.");
    }
    if (inPlace) {
      return Optional.of(file);
    }
    if (output == null) {
      return Optional.empty();
    }
    Path copy = folder.resolve(output);
    if (copy.equals(file)) {
      throw new ParameterException(
          spec.commandLine(),
          "-o names the notebook itself; use --in-place to write the outputs into it.");
    }
    return Optional.of(OutputFile.checked(spec, "-o", copy));
  }

  private void checkLanguage(Notebook notebook) {
    String language = notebook.language().orElse("java");
    if (!language.equals("java")) {
      throw new ParameterException(
          spec.commandLine(),
          "%s is written in %s (its kernel is %s); Firesteel runs Java notebooks. Run it with: jupyter nbconvert --execute"
              .formatted(notebookFile, language, notebook.kernelName().orElse("not named")));
    }
  }
}
