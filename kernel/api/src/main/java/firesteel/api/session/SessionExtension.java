package firesteel.api.session;

import firesteel.api.display.MimeBundle;
import firesteel.api.error.CompileProblem;
import firesteel.api.error.ErrorSummary;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Extends a {@link Session}, as Spark does; each method has a default that does nothing. The
 * session calls these methods on its own threads; it logs their exceptions, which never break a
 * cell.
 *
 * <pre>{@code
 * public final class AuditExtension implements SessionExtension {
 *   public List<String> imports() {
 *     return List.of("java.math.BigDecimal");
 *   }
 *
 *   public void cellFinished(RunningCell cell) {
 *     log.info("cell {}: {}", cell.number(), cell.code());
 *   }
 * }
 * }</pre>
 *
 * <p>An {@link ExtensionProvider} brings it into every session.
 */
public interface SessionExtension extends AutoCloseable {
  /**
   * Called once, while the session is created, before any cell. Register renderers here; do slow
   * work on a thread of the extension's own.
   */
  default void attach(Session session) {}

  /** Called once when the session starts; do slow work on a thread of the extension's own. */
  default void start() {}

  /**
   * The imports that every cell has, such as {@code java.util.*} or {@code static a.B.*}. Each one
   * slows down every cell.
   */
  default List<String> imports() {
    return List.of();
  }

  /** The transformers of the bytecode of snippet classes; they run before a class is defined. */
  default List<ClassTransformer> transformers() {
    return List.of();
  }

  /**
   * Called when jars or class folders have become visible to cells; see {@link
   * Session#addToClassPath}.
   */
  default void classPathAdded(List<Path> entries) {}

  /** Called before a cell runs, on the thread that runs it. */
  default void cellStarted(RunningCell cell) {}

  /**
   * Called when a cell was asked to stop, on the thread that asks: cancel what the cell started
   * elsewhere.
   */
  default void cellInterrupted(RunningCell cell) {}

  /** Called when a cell has ended, on the thread that ran it. */
  default void cellFinished(RunningCell cell) {}

  /**
   * Called before a bundle is shown, or becomes the cell's value.
   *
   * @param displayId the name by which it may be replaced later; empty when it can't be
   * @return what to show in its place; usually the bundle itself
   */
  default MimeBundle showing(RunningCell cell, MimeBundle bundle, Optional<String> displayId) {
    return bundle;
  }

  /**
   * Called before a bundle replaces what is shown under a display id, in this or other cells'
   * outputs.
   *
   * @return what to show in its place; usually the bundle itself
   */
  default MimeBundle replacing(RunningCell cell, MimeBundle bundle, String displayId) {
    return bundle;
  }

  /** Called before the cell's output so far is removed. */
  default void clearing(RunningCell cell) {}

  /**
   * Returns what to do about a compile error; empty when this extension doesn't know. Shown below
   * javac's message.
   */
  default Optional<String> hint(CompileProblem problem, Session session) {
    return Optional.empty();
  }

  /** Returns a summary of an exception; empty when this extension has none. */
  default Optional<ErrorSummary> summarize(Throwable thrown) {
    return Optional.empty();
  }

  /**
   * The id ({@link RunningCell#id()}) of the cell that the calling thread works for; empty when
   * this extension doesn't know it. Pooled threads work for many cells, so the cell that started a
   * thread may be another one.
   */
  default Optional<String> cellOfCurrentThread() {
    return Optional.empty();
  }

  /**
   * Returns whether a logger belongs to this extension or its libraries: the extension handles its
   * messages, and they aren't output of cells. Called for each message, so it must be quick.
   */
  default boolean isLibraryLogger(String name) {
    return false;
  }

  /** Removes what the user created, for {@code %reset}. */
  default void reset() {}

  /**
   * Stops and removes everything that the extension started; called once, and must not take long.
   */
  @Override
  default void close() {}
}
