package firesteel.engine.plugin;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.LoggerFactory;

/** What of plug-ins can't be used, each said once. Thread-safe. */
final class PluginProblems {
  /** How {@link ServiceConfigurationError} names the class. */
  private static final Pattern PROVIDER = Pattern.compile("\\S+: Provider (\\S+) (.*)");

  private final Set<String> all = new LinkedHashSet<>();
  private final List<String> untold = new ArrayList<>();

  synchronized void add(String problem) {
    if (all.add(problem)) {
      untold.add(problem);
      LoggerFactory.getLogger(PluginProblems.class).warn("{}", problem);
    }
  }

  /** Something of a source that can't be loaded. */
  void add(String source, Throwable thrown) {
    String message = String.valueOf(thrown.getMessage());
    Matcher provider = PROVIDER.matcher(message);
    if (thrown instanceof ServiceConfigurationError && provider.matches()) {
      String reason = thrown.getCause() == null ? provider.group(2) : reason(thrown.getCause());
      add(source, provider.group(1), reason);
    } else {
      add("Of " + source + " something can't be loaded: " + reason(thrown) + ".");
    }
  }

  /** A class of a source that can't be used. */
  void add(String source, String className, String reason) {
    add("Of " + source + " " + className + " can't be used: " + reason + ".");
  }

  /** Returns why a class can't be loaded or made, without frames. */
  static String reason(Throwable thrown) {
    Throwable cause = thrown;
    if (cause instanceof ExceptionInInitializerError && cause.getCause() != null) {
      cause = cause.getCause();
    }
    if (cause instanceof NoClassDefFoundError || cause instanceof ClassNotFoundException) {
      return "it needs the class "
          + String.valueOf(cause.getMessage()).replace('/', '.')
          + ", which isn't there";
    }
    if (cause instanceof UnsupportedClassVersionError) {
      return "it is compiled for a newer Java than this one, " + Runtime.version().feature();
    }
    String message = cause.getMessage();
    if (cause instanceof IllegalArgumentException || cause instanceof IOException) {
      return message == null ? cause.getClass().getSimpleName() : message;
    }
    return cause.getClass().getSimpleName() + (message == null ? "" : ": " + message);
  }

  /** All, the oldest first; they count as told. */
  synchronized List<String> all() {
    untold.clear();
    return List.copyOf(all);
  }

  /** Those that nobody has asked for yet; they count as told. */
  synchronized List<String> untold() {
    if (untold.isEmpty()) {
      return List.of();
    }
    List<String> news = List.copyOf(untold);
    untold.clear();
    return news;
  }
}
