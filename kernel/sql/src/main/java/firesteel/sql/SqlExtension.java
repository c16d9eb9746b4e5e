package firesteel.sql;

import firesteel.api.session.SessionExtension;

/** Keeps the database connections of a session, and closes them with it. */
public final class SqlExtension implements SessionExtension {
  private final JdbcConnections connections = new JdbcConnections();

  /** Creates it without opening a connection. */
  public SqlExtension() {}

  JdbcConnections connections() {
    return connections;
  }

  @Override
  public void close() {
    connections.closeAll();
  }
}
