package firesteel.data.spark;

import firesteel.data.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The rows of a dataset, or their truth, made by Spark's tasks when they are asked for. */
public final class DatasetRows {
  private DatasetRows() {}

  /**
   * Returns rows from row 0 on, in their order.
   *
   * @param partitions how many partitions Spark makes them in, which doesn't change the rows
   * @throws GenerateException when the executors can't get this module's jar
   */
  public static org.apache.spark.sql.Dataset<Row> of(
      SparkSession spark, Dataset dataset, long seed, long rows, int partitions)
      throws GenerateException {
    DataJar.bring(spark);
    RowFunction function = RowFunction.rows(dataset, seed);
    return function.apply(spark.range(0, rows, 1, partitions));
  }

  /** Returns the truth of rows from row 0 on; see {@link #of}. */
  public static org.apache.spark.sql.Dataset<Row> truth(
      SparkSession spark, Dataset dataset, long seed, long rows, int partitions)
      throws GenerateException {
    DataJar.bring(spark);
    RowFunction function = RowFunction.truth(dataset, seed);
    return function.apply(spark.range(0, rows, 1, partitions));
  }
}
