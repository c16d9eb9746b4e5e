package firesteel.data;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command line of the catalogue: {@code list} and {@code generate}. */
@Command(name = "firesteel-data", description = "Generates the example datasets.")
public final class CatalogueCommand {
  @Spec private CommandSpec spec;

  @SuppressWarnings("UnusedVariable") // picocli reads it.
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = CommandLine.ScopeType.INHERIT,
      description = "Shows this text.")
  private boolean help;

  private CatalogueCommand() {}

  /** Runs the command line and exits: 0 when done, 1 when writing failed, 2 for wrong usage. */
  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  static CommandLine commandLine() {
    return new CommandLine(new CatalogueCommand())
        .setExecutionExceptionHandler(
            (failure, line, parsed) -> {
              line.getErr().println(failure.getMessage());
              return 1;
            });
  }

  @Command(description = "Lists the datasets.")
  void list() {
    PrintWriter out = spec.commandLine().getOut();
    for (Dataset dataset : Catalogue.datasets()) {
      out.println(dataset.name() + "  " + dataset.description());
      out.println("  columns: " + String.join(", ", dataset.columns()));
      out.println("  rows of the sample: " + dataset.sampleRows());
    }
    out.flush();
  }

  @Command(description = "Writes a dataset as a CSV file, UTF-8, with a header.")
  void generate(
      @Parameters(paramLabel = "DATASET", description = "A name that 'list' shows.") String name,
      @Option(
              names = {"-o", "--output"},
              paramLabel = "FILE",
              description = "The file to write; '-' for standard output. Default: DATASET.csv.")
          Path output,
      @Option(
              names = "--rows",
              description = "How many rows, header not counted. Default: as many as the sample.")
          Long rows,
      @Option(
              names = "--seed",
              description = "Equal seeds give equal rows. Default: ${DEFAULT-VALUE}.",
              defaultValue = "" + Dataset.SAMPLE_SEED)
          long seed)
      throws IOException {
    Dataset dataset = Catalogue.find(name).orElseThrow(() -> unknown(name));
    long count = rows == null ? dataset.sampleRows() : rows;
    if (count < 0) {
      throw new ParameterException(spec.commandLine(), "--rows must not be negative: " + count);
    }
    if (output != null && output.toString().equals("-")) {
      dataset.writeCsv(
          count,
          seed,
          new BufferedWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8)));
      return;
    }
    Path file = output == null ? Path.of(dataset.fileName()) : output;
    try (Writer out = Files.newBufferedWriter(file)) {
      dataset.writeCsv(count, seed, out);
    } catch (IOException e) {
      throw new IOException("cannot write " + file + ": " + e, e);
    }
    PrintWriter out = spec.commandLine().getOut();
    out.printf("%s: %d rows, %.1f MB%n", file, count, Files.size(file) / 1e6);
    out.flush();
  }

  private ParameterException unknown(String name) {
    String names =
        Catalogue.datasets().stream().map(Dataset::name).collect(Collectors.joining(", "));
    return new ParameterException(
        spec.commandLine(), "no dataset is called '" + name + "'; there are: " + names);
  }
}
