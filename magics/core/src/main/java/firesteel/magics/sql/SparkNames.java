package firesteel.magics.sql;

import firesteel.spark.SparkExtension;
import firesteel.spark.start.StartedSpark;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * What can be named in SQL. Commands tell it, whose rows Spark has at once: no job runs. Starts no
 * Spark.
 */
final class SparkNames {
  private SparkNames() {}

  /** The tables and views of the current schema, and temporary views. */
  static List<String> tables(SparkExtension extension) {
    return list(extension, "SHOW TABLES", "tableName");
  }

  /** The functions of the session, its own and registered ones. */
  static List<String> functions(SparkExtension extension) {
    return list(extension, "SHOW FUNCTIONS", "function");
  }

  private static List<String> list(SparkExtension extension, String command, String column) {
    Optional<SparkSession> spark = extension.running().map(StartedSpark::session);
    return spark.isEmpty()
        ? List.of()
        : spark.get().sql(command).collectAsList().stream()
            .map((Row row) -> row.<String>getAs(column))
            .toList();
  }
}
