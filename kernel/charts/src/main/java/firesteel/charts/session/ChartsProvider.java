package firesteel.charts.session;

import firesteel.api.session.ExtensionProvider;
import firesteel.api.session.SessionExtension;
import firesteel.api.session.SessionSettings;

/** Adds charts to sessions. */
public final class ChartsProvider implements ExtensionProvider {
  /** Called by {@link java.util.ServiceLoader}. */
  public ChartsProvider() {}

  @Override
  public String name() {
    return "charts";
  }

  @Override
  public int order() {
    return 30;
  }

  @Override
  public SessionExtension create(SessionSettings settings) {
    return new ChartsExtension();
  }
}
