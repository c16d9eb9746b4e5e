package firesteel.spark;

import firesteel.spark.encoder.TypeEncoders;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Declares what every cell has by {@code import static firesteel.spark.Preloaded.*}.
 *
 * <p>The fields stand for a Spark that starts in the background. {@link PreloadedTransformer}
 * rewrites each use of them in a cell into a call of {@link SparkAccess}, which waits for it: a
 * class initializer that waited instead would fail for good with the first failure or interrupt.
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

  /**
   * Returns an encoder of a record, a bean or an enum: {@code spark.createDataset(cities,
   * encoder(City.class))}. Columns have the names of the components or properties.
   */
  public static <T> Encoder<T> encoder(Class<T> type) {
    return TypeEncoders.of(type);
  }

  /**
   * Returns an encoder of a generic class: {@code Encoder<Pair<String, Integer>> e =
   * encoder(Pair.class, String.class, Integer.class)}.
   */
  public static <T> Encoder<T> encoder(Class<? super T> type, Class<?>... arguments) {
    return TypeEncoders.of(type, arguments);
  }
}
