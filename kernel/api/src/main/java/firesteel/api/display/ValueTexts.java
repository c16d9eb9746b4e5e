package firesteel.api.display;

import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.slf4j.LoggerFactory;

/** Finds the text of a value among the {@link ValueText} plug-ins. */
public final class ValueTexts {
  /** Loaded with the first value whose class isn't of the JDK. */
  private static final class PlugIns {
    static final List<ValueText> ALL = load();

    private static List<ValueText> load() {
      try {
        return ServiceLoader.load(ValueText.class, ValueText.class.getClassLoader()).stream()
            .map(ServiceLoader.Provider::get)
            .toList();
      } catch (ServiceConfigurationError | LinkageError e) {
        LoggerFactory.getLogger(ValueTexts.class).debug("Plug-ins for texts are left out", e);
        return List.of();
      }
    }
  }

  private ValueTexts() {}

  /** Returns the text of a value of a library; empty when no plug-in knows it. */
  public static Optional<String> of(Object value) {
    if (value == null || value.getClass().getClassLoader() == null) {
      return Optional.empty();
    }
    for (ValueText plugIn : PlugIns.ALL) {
      Optional<String> text = plugIn.of(value);
      if (text.isPresent()) {
        return text;
      }
    }
    return Optional.empty();
  }
}
