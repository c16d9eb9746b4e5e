package firesteel.spark.warehouse;

import java.lang.reflect.Field;
import java.nio.file.Path;
import org.apache.spark.sql.classic.SparkSession;
import org.slf4j.LoggerFactory;
import scala.Option;

/** Gives a Spark a catalog that keeps its tables. */
public final class Warehouse {
  /** Spark's setting of the folder. */
  public static final String SETTING = "spark.sql.warehouse.dir";

  private static final String NAME = "spark-warehouse";
  private static final String IMPLEMENTATION = "spark.sql.catalogImplementation";

  private Warehouse() {}

  /**
   * The location of the tables of what runs in a folder, as plain Spark has it: text for Hadoop,
   * which doesn't decode it. Made with the first table.
   */
  public static String in(Path workingDirectory) {
    return "file:" + workingDirectory.resolve(NAME).toAbsolutePath();
  }

  /**
   * Keeps what this session and its siblings make, unless Hive's catalog does. To be called before
   * the session is used; cheap, as the catalog is read when it is first asked.
   *
   * @param hints what the cell that makes a table is told
   */
  public static void keep(SparkSession session, SavedTableHints hints) {
    if (session.sparkContext().conf().get(IMPLEMENTATION, "in-memory").equals("hive")) {
      return;
    }
    try {
      // Spark lets nobody else say what the catalog is: the one of a session is its shared
      // state's, which sessions hand on to each other.
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
