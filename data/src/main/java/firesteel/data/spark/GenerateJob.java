package firesteel.data.spark;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;

/**
 * Makes a table of a dataset's rows as files in a folder.
 *
 * <p>Until it is whole the table is in the sibling {@code FOLDER.incomplete}; a job that was killed
 * or stopped goes on from there when the same is asked for again.
 */
public final class GenerateJob {
  private static final String TRUTH = "-truth";

  private final SparkSession spark;
  private final PartQueue queue;

  /** Creates a job; it runs nothing yet. */
  public GenerateJob(SparkSession spark) {
    this.spark = Objects.requireNonNull(spark, "spark");
    this.queue = new PartQueue(spark, "firesteel-data-" + UUID.randomUUID());
  }

  /**
   * Makes the table, or what is missing of it, and returns when it is whole. The same table as an
   * earlier call's is left as it is.
   *
   * @param progress called by the calling thread, first before any row is made and then after each
   *     file
   * @throws GenerateException when it can't be made or was stopped; the message is for the user
   * @throws InterruptedException when the calling thread is interrupted; finished files are kept
   */
  public GenerateResult run(GenerateRequest request, Consumer<GenerateProgress> progress)
      throws GenerateException, InterruptedException {
    Objects.requireNonNull(request, "request");
    Objects.requireNonNull(progress, "progress");
    try {
      Path folder = TableFiles.absolute(spark, request.folder());
      List<IncompleteTable> tables = new ArrayList<>();
      tables.add(table(request, folder, false));
      if (request.truth()) {
        tables.add(table(request, folder.suffix(TRUTH), true));
      }
      List<IncompleteTable> missing = new ArrayList<>();
      for (IncompleteTable table : tables) {
        if (!table.isThere(request.overwrite())) {
          missing.add(table);
        }
      }
      if (!missing.isEmpty()) {
        DataJar.bring(spark);
        make(request, missing, progress);
      }
      return result(request, tables, missing.isEmpty());
    } catch (GenerateException e) {
      throw e;
    } catch (RuntimeException e) {
      // Spark may end while it is asked something: a signal to the process ends both.
      if (queue.isStopped()) {
        throw new GenerateException("Stopped. Finished files are kept; ask again to go on.", e);
      }
      throw e;
    } catch (IOException e) {
      throw new GenerateException(request.folder() + " can't be written: " + e.getMessage(), e);
    }
  }

  private IncompleteTable table(GenerateRequest request, Path folder, boolean truth)
      throws IOException {
    return new IncompleteTable(TableFiles.of(spark, folder), folder, Manifest.of(request, truth));
  }

  private void make(
      GenerateRequest request, List<IncompleteTable> tables, Consumer<GenerateProgress> progress)
      throws IOException, InterruptedException {
    List<PartWriter> writers = new ArrayList<>();
    try {
      for (IncompleteTable table : tables) {
        table.open(request.overwrite());
        boolean truth = table.manifest().describesTruth();
        writers.add(new PartWriter(spark, table, request.dataset(), request.format(), truth));
      }
      new DiskSpace(TableFiles.of(spark, tables.get(0).folder()), writers).check();
      long earlier = tables.stream().mapToLong(IncompleteTable::doneRows).sum();
      long total = tables.stream().mapToLong(table -> table.manifest().rows()).sum();
      long start = System.nanoTime();
      Runnable tell =
          () ->
              progress.accept(
                  new GenerateProgress(
                      tables.stream().mapToLong(IncompleteTable::doneRows).sum(),
                      total,
                      earlier,
                      Duration.ofNanos(System.nanoTime() - start)));
      tell.run();
      for (PartWriter writer : writers) {
        queue.write(writer, tell);
        writer.table().finish();
      }
    } finally {
      for (IncompleteTable table : tables) {
        table.close();
      }
    }
  }

  private GenerateResult result(
      GenerateRequest request, List<IncompleteTable> tables, boolean existed) throws IOException {
    List<LocatedFileStatus> files = tables.get(0).data();
    return new GenerateResult(
        TableFiles.shown(tables.get(0).folder()),
        tables.stream().skip(1).map(table -> TableFiles.shown(table.folder())).findFirst(),
        request.rows(),
        files.size(),
        files.stream().mapToLong(LocatedFileStatus::getLen).sum(),
        existed);
  }

  /** Ends a running call of {@link #run}, by any thread; finished files are kept. */
  public void stop() {
    queue.stop();
  }
}
