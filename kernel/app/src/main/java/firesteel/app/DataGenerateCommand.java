package firesteel.app;

import firesteel.api.session.Session;
import firesteel.data.Dataset;
import firesteel.data.spark.FileFormat;
import firesteel.data.spark.GenerateJob;
import firesteel.data.spark.GenerateRequest;
import firesteel.data.spark.GenerateResult;
import firesteel.data.spark.PublishJob;
import firesteel.spark.SparkExtension;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a dataset's rows as files. */
@Command(
    name = "generate",
    description = {
      "Writes rows of a dataset as a table's files into a folder.",
      "The folder has its name only when it is whole; until then it is DIR.incomplete. The same"
          + " command goes on where an earlier one was stopped or killed. Equal seeds give equal rows,"
          + " on every machine and master."
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:the table is whole, or was already",
      "1:it could not be written, or the disk has not the space",
      "2:the command was called wrongly",
      "130:interrupted with Ctrl-C; finished files are kept"
    },
    mixinStandardHelpOptions = true)
final class DataGenerateCommand implements Callable<Integer> {
  private static final String URL = "[a-zA-Z][a-zA-Z0-9+.-]+:/.*";

  @Parameters(
      paramLabel = "NAME",
      converter = DatasetName.class,
      description = "The dataset, as firesteel data list names it.")
  private Dataset dataset;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "The folder to write: a path, or a URL that Spark can write to.")
  private String out;

  @Option(
      names = "--rows",
      paramLabel = "N",
      description = "How many rows; by default as many as the sample has.")
  private Long rows;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "parquet",
      description = "parquet (the default), csv or json.")
  private String format;

  @Option(
      names = "--partition-by",
      split = ",",
      paramLabel = "COLUMN",
      description = "Columns by which the table is partitioned, separated by commas.")
  private List<String> partitionBy = List.of();

  @Option(
      names = "--rows-per-file",
      paramLabel = "N",
      description = "The largest number of rows of a file; by default up to 1,000,000.")
  private Long rowsPerFile;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Equal seeds give equal rows; by default that of the samples, 2023.")
  private long seed = Dataset.SAMPLE_SEED;

  @Option(
      names = "--truth",
      description = "Writes the clean values and which rows are copies into DIR-truth, too.")
  private boolean truth;

  @Option(
      names = "--published",
      description =
          "Writes files as the publisher does, such as one for each month, instead of a table.")
  private boolean published;

  @Option(names = "--overwrite", description = "Replaces a table or files of an earlier call.")
  private boolean overwrite;

  @Mixin private SparkTargetOptions sparkOptions;

  @Spec private CommandSpec spec;

  private final CommandFolder folder = CommandFolder.ofThisProcess();

  @Override
  public Integer call() throws Exception {
    sparkOptions.check(spec);
    GenerateRequest request = request();
    if (published && (!partitionBy.isEmpty() || truth || rowsPerFile != null)) {
      throw new ParameterException(
          spec.commandLine(),
          "--published leaves no use for --partition-by, --truth and --rows-per-file.");
    }
    // Before the session is created, which redirects the standard streams to its cells.
    PrintStream progress = System.err;
    SparkExtension spark = sparkOptions.spark(spec, folder.path(), false).extension();
    Session session = SessionFactory.forShell(folder.path(), Optional.of(spark));
    try {
      return published ? publish(request, spark, progress) : generate(request, spark, progress);
    } finally {
      session.close();
    }
  }

  private GenerateRequest request() {
    try {
      GenerateRequest request =
          GenerateRequest.of(dataset, rows == null ? dataset.sampleRows() : rows, place())
              .withSeed(seed)
              .withFormat(FileFormat.of(format))
              .withPartitionBy(partitionBy)
              .withTruth(truth)
              .withOverwrite(overwrite);
      return rowsPerFile == null ? request : request.withRowsPerFile(rowsPerFile);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  /** Returns the folder; a path is one from the folder in which the user called the command. */
  private String place() {
    return out.matches(URL) ? out : folder.resolve(Path.of(out)).toString();
  }

  private int generate(GenerateRequest request, SparkExtension spark, PrintStream progress)
      throws Exception {
    GenerateJob job = new GenerateJob(spark.spark());
    StopOnSignal stop = StopOnSignal.of(job::stop);
    DataProgressLine line = new DataProgressLine(progress, InteractiveConsole.isThere());
    try {
      GenerateResult result = job.run(request, line::show);
      line.finish(result);
      return 0;
    } catch (Exception e) {
      line.end();
      progress.println("firesteel: " + UserMessage.of(e));
      return Main.FAILED;
    } finally {
      stop.done(); // Not before: a signal waits until all is said.
    }
  }

  private int publish(GenerateRequest request, SparkExtension spark, PrintStream progress)
      throws Exception {
    if (out.matches(URL)) {
      throw new ParameterException(
          spec.commandLine(), "--published writes to a folder of this machine, and not to a URL.");
    }
    List<Path> files =
        new PublishJob(spark::spark)
            .run(
                dataset,
                request.rows(),
                seed,
                Path.of(request.folder()),
                overwrite,
                file -> progress.println("made " + file));
    progress.println("wrote %,d files to %s".formatted(files.size(), request.folder()));
    return 0;
  }
}
