package firesteel.app;

import firesteel.api.session.NotebookMetadata;
import firesteel.api.session.Session;
import firesteel.notebook.Notebook;
import firesteel.notebook.NotebookException;
import firesteel.notebook.NotebookReader;
import firesteel.notebook.NotebookRun;
import firesteel.notebook.NotebookRunner;
import firesteel.notebook.NotebookWriter;
import firesteel.notebook.RunOptions;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
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
          + " notebook with its outputs and tells its progress instead. The cells run in the"
          + " notebook's folder. Ends at the first failing cell, unless that is tagged"
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
      names = "--allow-errors",
      description = "Continues after failing cells, and ends with status 0.")
  private boolean allowErrors;

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
    Notebook notebook = NotebookReader.read(file);
    checkLanguage(notebook);
    PrintStream progress = System.err;
    boolean echoes = echo == null ? copy.isEmpty() && page.isEmpty() : echo;
    int total = notebook.cells().size();
    RunOptions options =
        new RunOptions(
            Optional.ofNullable(timeout).map(Duration::ofSeconds),
            allowErrors,
            NotebookMetadata.languageInfo(),
            cell -> {
              if (copy.isPresent() || page.isPresent()) {
                progress.println("cell " + cell + " of " + total);
              }
            },
            echoes ? new TerminalOutputs(System.out, System.err) : new RunLog(System.err));
    Session session = SessionFactory.forRun(file.getParent());
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
      report(run);
      return run.end() == NotebookRun.End.COMPLETED ? 0 : Main.FAILED;
    } finally {
      // Not before: a signal waits until everything is saved, reported and cleaned up.
      stop.done();
    }
  }

  /** Returns the file for the copy; checked before the run, which may take hours. */
  private Optional<Path> copyFile(Path file) throws NotebookException {
    if (inPlace && output != null) {
      throw new ParameterException(spec.commandLine(), "Use --in-place or -o, not both.");
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

  private void report(NotebookRun run) {
    if (run.end() == NotebookRun.End.STOPPED) {
      System.err.println("firesteel: interrupted");
      return;
    }
    run.failure()
        .ifPresent(
            failure -> {
              String where = notebookFile + ", cell " + failure.cell();
              if (failure.line().isPresent()) {
                where += ", line " + failure.line().getAsInt();
              }
              String what =
                  run.end() == NotebookRun.End.TIMED_OUT
                      ? "ran longer than " + timeout + " s and was stopped"
                      : failure.error().name() + ": " + failure.error().message();
              System.err.println("firesteel: " + where + ": " + what);
              if (run.end() == NotebookRun.End.FAILED) {
                failure.error().traceback().forEach(line -> System.err.println("  " + line));
              }
            });
  }
}
