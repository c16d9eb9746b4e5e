package firesteel.ijava;

import firesteel.api.session.ExtensionProvider;
import firesteel.api.session.SessionExtension;
import firesteel.api.session.SessionSettings;

/** Adds IJava's classes and functions to sessions. */
public final class IJavaProvider implements ExtensionProvider {
  /** Called by {@link java.util.ServiceLoader}. */
  public IJavaProvider() {}

  @Override
  public String name() {
    return "ijava";
  }

  @Override
  public int order() {
    return 50;
  }

  @Override
  public SessionExtension create(SessionSettings settings) {
    return new IJavaExtension();
  }
}
