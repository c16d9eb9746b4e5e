package firesteel.magics.data;

import firesteel.api.error.MagicException;
import firesteel.api.magic.MagicContext;
import firesteel.data.Dataset;
import firesteel.data.spark.GenerateException;
import firesteel.data.spark.GenerateJob;
import firesteel.data.spark.GenerateRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A generated table, which is made the first time and then read from the cache.
 *
 * @param truth whether the table with what the generator knows of the rows is wanted
 */
record GeneratedData(Dataset dataset, long rows, long seed, boolean truth) {
  /**
   * Loads the table.
   *
   * @return see {@link DataVariables#declare}
   * @throws MagicException when it can't be made; the message says why
   */
  Object into(DataVariables variables) throws Exception {
    MagicContext context = variables.context();
    DataCache cache = DataCache.ofUser();
    Path table = cache.entry(dataset, seed, rows).resolve(dataset.name());
    GenerateRequest request = request(table);
    SparkOfSession spark = SparkOfSession.of(context);
    requireSees(spark, cache.folder());
    cache.locked(
        table.getParent(), context, () -> make(request, table.getParent(), spark, context));
    Path folder = truth ? table.resolveSibling(dataset.name() + "-truth") : table;
    return variables.declare(spark.session().read().parquet("file://" + folder), folder);
  }

  /** Refuses a Spark Connect server on another machine, which would write to its own disk. */
  private void requireSees(SparkOfSession spark, Path cache) throws MagicException, IOException {
    if (!spark.isRemote()) {
      return;
    }
    Files.createDirectories(cache);
    Path mark = Files.createTempFile(cache, "seen-", ".txt");
    try {
      if (!spark.sees(mark)) {
        throw new MagicException(
            "the Spark Connect server doesn't see %s of this machine, where generated rows are kept;"
                    .formatted(cache)
                + " make them where it runs, with firesteel data generate %s, and read them with"
                    .formatted(dataset.name())
                + " spark.read().parquet");
      }
    } finally {
      Files.delete(mark);
    }
  }

  /** Makes what isn't there yet; the job gives a table its name only when it is whole. */
  private void make(GenerateRequest request, Path entry, SparkOfSession spark, MagicContext context)
      throws Exception {
    Files.createDirectories(entry);
    try {
      new GenerateJob(spark.session()).run(request, progress -> {});
    } catch (GenerateException e) {
      if (context.cell().isInterrupted()) {
        throw new InterruptedException(e.getMessage());
      }
      throw new MagicException(e.getMessage(), e);
    }
  }

  private GenerateRequest request(Path table) throws MagicException {
    try {
      return GenerateRequest.of(dataset, rows, "file://" + table).withSeed(seed).withTruth(truth);
    } catch (IllegalArgumentException e) {
      throw new MagicException(e.getMessage(), e);
    }
  }
}
