package firesteel.magics.data;

import firesteel.api.error.MagicException;
import firesteel.api.magic.LineMagic;
import firesteel.api.magic.MagicContext;
import firesteel.data.Dataset;
import java.nio.file.Path;
import javax.lang.model.SourceVersion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Implements {@code %data}, which loads example data. */
@Command(
    name = "data",
    description = {
      "Loads example data, generated or from real files; lists what there is.",
      "",
      "%%data taxi generates the rows the first time, keeps them in the user's cache folder, and"
          + " shows them; with --into it puts them into a Dataset<Row>. Equal seeds give equal rows"
          + " everywhere. %%data taxi --from DIR reads real files instead: it says what differs in"
          + " each from the documented columns, and makes of them what they should be."
    },
    subcommands = {DataListCommand.class, DataDescribeCommand.class, DataCleanCommand.class})
public final class DataMagic implements LineMagic {
  @Parameters(
      arity = "0..1",
      paramLabel = "NAME",
      completionCandidates = DatasetNames.class,
      description = "The dataset, as %%data list shows it; taxi stands for taxi_yellow.")
  private String name;

  @Option(
      names = "--rows",
      paramLabel = "N",
      description = "How many rows; by default as many as the sample has.")
  private Long rows;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description =
          "Equal seeds give equal rows; by default the sample's, " + Dataset.SAMPLE_SEED + ".")
  private Long seed;

  @Option(
      names = "--into",
      paramLabel = "VARIABLE",
      description = "Puts the rows into a Dataset<Row> of this name, and doesn't show them.")
  private String into;

  @Option(
      names = "--truth",
      description =
          "Loads the truth in place of the rows: clean values, and which rows repeat others.")
  private boolean truth;

  @Option(
      names = "--path",
      paramLabel = "VARIABLE",
      description = "Puts the folder of the files into a String of this name.")
  private String path;

  @Option(
      names = "--from",
      paramLabel = "DIR",
      description = "Reads the Parquet, CSV and JSON files of this folder and those below it.")
  private Path from;

  @Override
  public Object runLine(MagicContext context) throws Exception {
    if (name == null) {
      if (rows != null || seed != null || into != null || truth || path != null || from != null) {
        throw new MagicException("say which dataset: %data taxi --into trips; %data lists them");
      }
      return new DataListCommand().runLine(context);
    }
    Dataset dataset = DatasetNames.find(name);
    requireVariable("--into", into);
    requireVariable("--path", path);
    DataVariables variables = new DataVariables(context, into, path);
    if (from == null) {
      long wanted = rows == null ? dataset.sampleRows() : rows;
      long used = seed == null ? Dataset.SAMPLE_SEED : seed;
      return new GeneratedData(dataset, wanted, used, truth).into(variables);
    }
    if (rows != null || seed != null || truth) {
      throw new MagicException(
          "--from reads all rows of real files: --rows, --seed and --truth are for generated ones");
    }
    return new ReadData(dataset, context.resolve(from).toAbsolutePath()).into(variables);
  }

  private static void requireVariable(String option, String variable) throws MagicException {
    if (variable != null
        && (!SourceVersion.isIdentifier(variable) || SourceVersion.isKeyword(variable))) {
      throw new MagicException(
          option + " needs the name of a Java variable, and " + variable + " is not one");
    }
  }
}
