package firesteel.app;

import firesteel.data.Catalogue;
import firesteel.data.Column;
import firesteel.data.Dataset;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The example datasets. */
@Command(
    name = "data",
    description = {
      "Lists, describes and generates the example datasets.",
      "They have the columns, types, ranges and errors of real files, and any number of rows."
    },
    subcommands = DataGenerateCommand.class,
    mixinStandardHelpOptions = true)
final class DataCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    return list();
  }

  @Command(
      name = "list",
      description = "Lists the datasets with the number of rows of their samples.",
      mixinStandardHelpOptions = true)
  int list() {
    PrintWriter out = spec.commandLine().getOut();
    int width = Catalogue.datasets().stream().mapToInt(one -> one.name().length()).max().orElse(0);
    for (Dataset dataset : Catalogue.datasets()) {
      out.println(
          ("%-" + width + "s  %,9d rows  %s")
              .formatted(dataset.name(), dataset.sampleRows(), dataset.description()));
    }
    out.flush();
    return 0;
  }

  @Command(
      name = "describe",
      description = "Describes a dataset's columns: types, content, and which share is wrong.",
      mixinStandardHelpOptions = true)
  int describe(
      @Parameters(paramLabel = "NAME", converter = DatasetName.class, description = "The dataset.")
          Dataset dataset) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(dataset.name() + ": " + dataset.description());
    out.println(
        dataset.maxRows() == Long.MAX_VALUE
            ? "Any number of rows; %,d in the sample.".formatted(dataset.sampleRows())
            : "%,d rows.".formatted(dataset.maxRows()));
    if (!dataset.partitionColumns().isEmpty()) {
      out.println("Usually partitioned by " + String.join(", ", dataset.partitionColumns()) + ".");
    }
    out.println("As published: " + dataset.publishedFile(Dataset.SAMPLE_SEED, 0) + " and so on.");
    for (Column column : dataset.columns()) {
      out.println();
      out.println(column.name() + "  " + column.type());
      out.println("  " + column.description());
      if (!column.dirt().isEmpty()) {
        out.println("  Dirt: " + column.dirt());
      }
    }
    out.flush();
    return 0;
  }
}
