package firesteel.spark.warehouse;

import java.lang.reflect.Field;
import java.nio.file.Path;
import org.apache.spark.sql.classic.SparkSession;
import org.slf4j.LoggerFactory;
import scala.Option;

/** Gives a Spark a catalog that keeps its tables. */
public final class Warehouse {
  /** Spark's setting for the folder of tables. */
  public static final String SETTING = "spark.sql.warehouse.dir";

  private static final String NAME = "spark-warehouse";
  private static final String IMPLEMENTATION = "spark.sql.catalogImplementation";

  private Warehouse() {}

  /**
   * Returns the location of tables for a working directory, in the form of plain Spark: text for
   * Hadoop, which doesn't decode it. The folder is created with the first table.
   */
  public static String in(Path workingDirectory) {
    return "file:" + workingDirectory.resolve(NAME).toAbsolutePath();
  }

  /**
   * Keeps the tables of this session and of other sessions of its application, unless Hive's
   * catalog does. To be called before the session is used; cheap, because the catalog is read on
   * first use.
   *
   * @param hints messages for the cell that creates a table
   */
  public static void keep(SparkSession session, SavedTableHints hints) {
    if (session.sparkContext().conf().get(IMPLEMENTATION, "in-memory").equals("hive")) {
      return;
    }
    try {
      // Spark has no setting for the catalog: a session takes it from its shared state, which
      // sessions pass on to each other.
      Field state = SparkSession.class.getDeclaredField("existingSharedState");
      state.setAccessible(true);
      if (((Option<?>) state.get(session)).isEmpty()) {
        state.set(session, Option.apply(new PersistentSharedState(session, hints)));
      }
    } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
      LoggerFactory.getLogger(Warehouse.class)
          .warn("this Spark is not as expected: its catalog forgets tables", e);
    }
  }
}
