package firesteel.tables;

import firesteel.api.session.ExtensionProvider;
import firesteel.api.session.SessionExtension;
import firesteel.api.session.SessionSettings;

/** Brings the functions for Tablesaw's tables into sessions. */
public final class TablesProvider implements ExtensionProvider {
  /** Made by {@link java.util.ServiceLoader}. */
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
