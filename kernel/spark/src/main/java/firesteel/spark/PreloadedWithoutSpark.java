package firesteel.spark;

import firesteel.spark.settings.SparkStartException;

/**
 * Replaces {@link Preloaded} where no Spark is on the class path, so that cells that use it fail
 * with the reason, and not because a type is missing.
 */
public final class PreloadedWithoutSpark {
  private PreloadedWithoutSpark() {}

  /** Reading it throws {@link SparkStartException}. */
  public static Object spark;

  /** Reading it throws {@link SparkStartException}. */
  public static Object sc;

  /** Throws {@link SparkStartException}. */
  public static Object sql(String statement) {
    return spark();
  }

  /** Throws {@link SparkStartException}. */
  public static Object encoder(Class<?>... types) {
    return spark();
  }

  /** Replaces reads of {@link #spark}; see {@link PreloadedTransformer}. */
  public static Object spark() {
    return SparkAccess.extension().spark();
  }

  /** Replaces reads of {@link #sc}. */
  public static Object sc() {
    return spark();
  }
}
