package firesteel.app;

import firesteel.api.session.ExtensionProvider;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.slf4j.LoggerFactory;

/** The extensions that this installation has. */
final class InstalledExtensions {
  private InstalledExtensions() {}

  /** Their providers, in the order in which sessions ask them. */
  static List<ExtensionProvider> providers() {
    List<ExtensionProvider> found = new ArrayList<>();
    Iterator<ExtensionProvider> providers =
        ServiceLoader.load(ExtensionProvider.class, InstalledExtensions.class.getClassLoader())
            .iterator();
    while (true) {
      try {
        if (!providers.hasNext()) {
          found.sort(Comparator.comparingInt(ExtensionProvider::order));
          return found;
        }
        found.add(providers.next());
      } catch (ServiceConfigurationError | LinkageError e) {
        // One broken extension must not take the others away.
        LoggerFactory.getLogger(InstalledExtensions.class)
            .warn("An extension can't be loaded and is left out: {}", e.toString());
      }
    }
  }
}
