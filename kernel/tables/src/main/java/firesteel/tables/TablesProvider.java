package firesteel.tables;

import firesteel.api.session.ExtensionProvider;
import firesteel.api.session.SessionExtension;
import firesteel.api.session.SessionSettings;

/** Adds the functions for Tablesaw's tables to sessions. */
public final class TablesProvider implements ExtensionProvider {
  /** Called by {@link java.util.ServiceLoader}. */
  public TablesProvider() {}

  @Override
  public String name() {
    return "tables";
  }

  @Override
  public int order() {
    return 41;
  }

  @Override
  public SessionExtension create(SessionSettings settings) {
    return new TablesExtension();
  }
}
