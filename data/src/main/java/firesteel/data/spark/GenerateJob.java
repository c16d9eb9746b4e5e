package firesteel.data.spark;

import java.util.Objects;
import java.util.function.Consumer;
import org.apache.spark.sql.SparkSession;

/**
 * Makes a table of a dataset's rows as files in a folder.
 *
 * <p>Until it is whole the table is in the sibling {@code FOLDER.incomplete}; a job that was killed
 * or stopped goes on from there when the same is asked for again.
 */
public final class GenerateJob {
  private final SparkSession spark;

  /** Creates a job; it runs nothing yet. */
  public GenerateJob(SparkSession spark) {
    this.spark = Objects.requireNonNull(spark, "spark");
  }

  /**
   * Makes the table, or what is missing of it, and returns when it is whole. The same table as an
   * earlier call's is left as it is.
   *
   * @param progress called by the calling thread after each file
   * @throws GenerateException when it can't be made or was stopped; the message is for the user
   * @throws InterruptedException when the calling thread is interrupted; finished files are kept
   */
  public GenerateResult run(GenerateRequest request, Consumer<GenerateProgress> progress)
      throws GenerateException, InterruptedException {
    throw new GenerateException("not there yet");
  }

  /** Ends a running call of {@link #run}, by any thread; finished files are kept. */
  public void stop() {}
}
