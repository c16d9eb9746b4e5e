package firesteel.spark.executor;

import java.util.function.UnaryOperator;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SQLContext;
import org.apache.spark.sql.SparkSession;

/**
 * Replaces sessions and contexts that objects, lambdas and callers hold when their Spark has been
 * stopped meanwhile. The code of cells calls it in the driver; in an executor, which has no Spark,
 * it changes nothing. Called by rewritten bytecode, not by hand.
 */
public final class SparkReferences {
  private static volatile UnaryOperator<Object> current = UnaryOperator.identity();

  private SparkReferences() {}

  /**
   * Marks this JVM as a driver's.
   *
   * @param follow maps a session or context to the one that runs now
   */
  public static void inDriver(UnaryOperator<Object> follow) {
    current = follow;
  }

  /** Returns the session to use in place of one that was read; null stays null. */
  public static SparkSession held(SparkSession session) {
    return session == null ? null : (SparkSession) current.apply(session);
  }

  /** See {@link #held(SparkSession)}. */
  public static SQLContext held(SQLContext context) {
    return context == null ? null : (SQLContext) current.apply(context);
  }

  /** See {@link #held(SparkSession)}. */
  public static SparkContext held(SparkContext context) {
    return context == null ? null : (SparkContext) current.apply(context);
  }

  /** See {@link #held(SparkSession)}. */
  public static JavaSparkContext held(JavaSparkContext context) {
    return context == null ? null : (JavaSparkContext) current.apply(context);
  }
}
