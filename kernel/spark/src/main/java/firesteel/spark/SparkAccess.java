package firesteel.spark;

import firesteel.api.session.RunningCell;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;

/**
 * Provides Spark to the rewritten bytecode of cells; see {@link PreloadedTransformer}. Not meant to
 * be called by hand: cells say {@code spark}.
 */
public final class SparkAccess {
  /**
   * The extension for threads that belong to no cell. Spark allows one context in each JVM, so
   * there is at most one extension.
   */
  private static final AtomicReference<SparkExtension> LATEST = new AtomicReference<>();

  private SparkAccess() {}

  /** Replaces reads of {@link Preloaded#spark}. */
  public static SparkSession spark() {
    return extension().spark();
  }

  /** Replaces reads of {@link Preloaded#sc}. */
  public static JavaSparkContext sc() {
    return extension().sc();
  }

  /** Replaces assignments to {@link Preloaded#spark}. */
  public static void spark(SparkSession session) {
    extension().use(session);
  }

  /** Replaces assignments to {@link Preloaded#sc}. */
  public static void sc(JavaSparkContext context) {
    extension().use(context);
  }

  static void attach(SparkExtension extension) {
    LATEST.set(extension);
  }

  static void detach(SparkExtension extension) {
    LATEST.compareAndSet(extension, null);
  }

  static SparkExtension extension() {
    return RunningCell.current()
        .flatMap(cell -> cell.session().extension(SparkExtension.class))
        .or(() -> Optional.ofNullable(LATEST.get()))
        .orElseThrow(() -> new IllegalStateException("Spark has been shut down with its session"));
  }
}
