package firesteel.magics.sql;

import firesteel.api.session.SessionExtension;
import java.util.List;

/**
 * Keeps the database connections of a session, and closes them with it; gives cells the functions
 * of Tablesaw's tables.
 */
public final class SqlExtension implements SessionExtension {
  private static final String SPARK = "org/apache/spark/sql/SparkSession.class";

  private final JdbcConnections connections = new JdbcConnections();

  /** Opens nothing yet. */
  public SqlExtension() {}

  JdbcConnections connections() {
    return connections;
  }

  @Override
  public List<String> imports() {
    // Their types are Spark's.
    return SqlExtension.class.getClassLoader().getResource(SPARK) == null
        ? List.of()
        : List.of("static firesteel.magics.tablesaw.TablesawFunctions.*");
  }

  @Override
  public void close() {
    connections.closeAll();
  }
}
