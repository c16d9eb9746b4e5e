package firesteel.magics.data;

import firesteel.api.error.MagicException;
import firesteel.api.magic.MagicContext;
import firesteel.data.Dataset;
import firesteel.data.spark.TableSchema;
import firesteel.magics.data.files.FilesReport;
import firesteel.magics.data.files.RealFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Real files of a dataset.
 *
 * @param folder absolute
 */
record ReadData(Dataset dataset, Path folder) {
  private static final int MAX_LINES = 200;
  private static final int MAX_REASONS = 10;

  /**
   * Reads the files and says what differs.
   *
   * @return see {@link DataVariables#declare}
   * @throws MagicException when none can be read
   */
  Object into(DataVariables variables) throws Exception {
    MagicContext context = variables.context();
    if (!Files.exists(folder)) {
      throw new MagicException("there is no folder " + folder);
    }
    SparkOfSession spark = SparkOfSession.of(context);
    if (spark.isRemote() && !spark.sees(folder)) {
      throw new MagicException(
          "the Spark Connect server doesn't see %s of this machine; --from reads folders that both see"
              .formatted(folder));
    }
    RealFiles files =
        new RealFiles(
            spark.session(),
            dataset,
            TableSchema.of(dataset.columns()),
            context.cell()::isInterrupted,
            spark::reason);
    RealFiles.Result result;
    try {
      result = files.read(folder);
    } catch (IOException e) {
      throw new MagicException(folder + " can't be searched: " + e, e);
    }
    FilesReport report = result.report();
    if (result.rows().isEmpty()) {
      String reasons = report.reasons(MAX_REASONS);
      throw new MagicException(
          "no file of %s in %s can be read%s"
              .formatted(
                  dataset.name(),
                  folder,
                  reasons.isEmpty() ? ": none is named .parquet, .csv or .json" : ":\n" + reasons));
    }
    context.println(report.summary());
    if (!report.isPlain()) {
      context.outputs().display(report.table().toWideBundle(MAX_LINES), Optional.empty());
    }
    return variables.declare(result.rows().get(), folder);
  }
}
