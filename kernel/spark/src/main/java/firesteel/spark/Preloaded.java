package firesteel.spark;

import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * What every cell has, by {@code import static firesteel.spark.Preloaded.*}.
 *
 * <p>The fields stand for a Spark that starts in the background. {@link PreloadedTransformer}
 * rewrites each use of them in a cell into a call of {@link SparkAccess}, which waits for it: a
 * class initialiser that waited instead would fail for good with the first failure or interrupt.
 */
public final class Preloaded {
  private Preloaded() {}

  /** The Spark session; a cell that reads it waits until Spark has started. */
  public static SparkSession spark;

  /** The Spark context, for RDDs; a cell that reads it waits until Spark has started. */
  public static JavaSparkContext sc;

  /** Runs a SQL statement, as {@code spark.sql} does. */
  public static Dataset<Row> sql(String statement) {
    return SparkAccess.spark().sql(statement);
  }
}
