package firesteel.engine;

import firesteel.api.display.MimeBundle;
import firesteel.api.session.SessionExtension;
import firesteel.engine.plugin.PluginContext;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.LoggerFactory;

/** Calls the extensions of a session; their exceptions never break a cell. */
final class Extensions {
  private final List<SessionExtension> extensions;

  Extensions(List<SessionExtension> extensions) {
    this.extensions = new CopyOnWriteArrayList<>(extensions);
  }

  /** Adds extensions that a plug-in brings while the session runs; they are asked last. */
  void add(List<SessionExtension> more) {
    extensions.addAll(more);
  }

  void each(Consumer<SessionExtension> call) {
    for (SessionExtension extension : extensions) {
      try {
        PluginContext.accept(extension, call);
      } catch (RuntimeException | LinkageError e) {
        LoggerFactory.getLogger(Extensions.class)
            .warn("{} failed", extension.getClass().getName(), e);
      }
    }
  }

  /** Returns the first answer of an extension that isn't empty. */
  <T> Optional<T> first(Function<SessionExtension, Optional<T>> question) {
    for (SessionExtension extension : extensions) {
      try {
        Optional<T> answer = question.apply(extension);
        if (answer.isPresent()) {
          return answer;
        }
      } catch (RuntimeException | LinkageError e) {
        LoggerFactory.getLogger(Extensions.class)
            .warn("{} failed", extension.getClass().getName(), e);
      }
    }
    return Optional.empty();
  }

  /** Passes a bundle through all extensions and returns the result. */
  MimeBundle pass(MimeBundle bundle, BiFunction<SessionExtension, MimeBundle, MimeBundle> call) {
    MimeBundle[] passed = {bundle};
    each(extension -> passed[0] = call.apply(extension, passed[0]));
    return passed[0];
  }

  /** A plain loop, since this is called for each printed line. */
  Optional<String> cellOfCurrentThread() {
    for (SessionExtension extension : extensions) {
      Optional<String> cell = extension.cellOfCurrentThread();
      if (cell.isPresent()) {
        return cell;
      }
    }
    return Optional.empty();
  }

  /** A plain loop, since this is called for each logged line. */
  boolean isLibraryLogger(String name) {
    for (SessionExtension extension : extensions) {
      if (extension.isLibraryLogger(name)) {
        return true;
      }
    }
    return false;
  }

  <T> Optional<T> ofType(Class<T> type) {
    return extensions.stream().filter(type::isInstance).map(type::cast).findFirst();
  }
}
