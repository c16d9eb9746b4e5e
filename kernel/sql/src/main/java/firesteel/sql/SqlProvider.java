package firesteel.sql;

import firesteel.api.session.ExtensionProvider;
import firesteel.api.session.SessionExtension;
import firesteel.api.session.SessionSettings;

/** Adds connections to databases to sessions. */
public final class SqlProvider implements ExtensionProvider {
  /** Called by {@link java.util.ServiceLoader}. */
  public SqlProvider() {}

  @Override
  public String name() {
    return "sql";
  }

  @Override
  public int order() {
    return 40;
  }

  @Override
  public SessionExtension create(SessionSettings settings) {
    return new SqlExtension();
  }
}
