package firesteel.engine.plugin;

import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One thing that a plug-in brings.
 *
 * @param kind what it is
 * @param names the names that are its own; a magic may have several
 * @param type its class
 * @param maker makes an instance, or gives the one that was made to know its name; throws what
 *     {@link java.util.ServiceLoader} throws
 * @param source where it comes from
 */
public record PluginService<T>(
    PluginKind kind,
    List<String> names,
    Class<? extends T> type,
    Supplier<? extends T> maker,
    PluginSource source) {
  /** The plug-in or the jar that it is in, for messages. */
  public String place() {
    return source.folder().isPresent() ? source.title() : jarOf(type, source);
  }

  private static String jarOf(Class<?> type, PluginSource source) {
    CodeSource code = type.getProtectionDomain().getCodeSource();
    if (code == null || code.getLocation() == null) {
      return source.title();
    }
    String path = code.getLocation().getPath();
    String file = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    return Path.of(file).getFileName().toString();
  }

  /** The folder of the plug-in; empty for one of the class path or of a jar that a cell added. */
  public Optional<Path> folder() {
    return source.folder().map(PluginFolder::folder);
  }

  boolean isIsolated() {
    return source.folder().isPresent();
  }

  PluginService<T> withNames(List<String> others) {
    return new PluginService<>(kind, others, type, maker, source);
  }
}
