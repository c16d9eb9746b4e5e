package firesteel.api.session;

import firesteel.api.display.MimeBundle;
import firesteel.api.error.CompileProblem;
import firesteel.api.error.ErrorSummary;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The plug-in point of a {@link Session}: Spark is one, and each method has a default that does
 * nothing. The session calls an extension's methods on its own threads; an exception from one is
 * logged and never breaks a cell.
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
   * Called once, while the session is being made, before any cell. Renderers are registered here;
   * slow work belongs on a thread of the extension's own.
   */
  default void attach(Session session) {}

  /** Called once when the session starts; slow work goes to a thread of the extension's own. */
  default void start() {}

  /** Imports that every cell has, such as {@code java.util.*} or {@code static a.B.*}. Few. */
  default List<String> imports() {
    return List.of();
  }

  /** Rewriters of the bytecode of every snippet class, run before it is defined. */
  default List<ClassTransformer> transformers() {
    return List.of();
  }

  /** Jars or class folders have become visible to cells; see {@link Session#addToClassPath}. */
  default void classPathAdded(List<Path> entries) {}

  /** A cell is about to run, on the calling thread. */
  default void cellStarted(RunningCell cell) {}

  /** A cell was asked to stop: cancel what it started elsewhere. Called on the asking thread. */
  default void cellInterrupted(RunningCell cell) {}

  /** A cell has ended, on the thread that ran it. */
  default void cellFinished(RunningCell cell) {}

  /**
   * A bundle is about to be shown, or to be the cell's value.
   *
   * @param displayId the name by which it may be replaced later; empty when it can't be
   * @return what to show in its place; usually the bundle itself
   */
  default MimeBundle showing(RunningCell cell, MimeBundle bundle, Optional<String> displayId) {
    return bundle;
  }

  /**
   * A bundle is about to replace what is shown under a display id, here or in other cells' outputs.
   *
   * @return what to show in its place; usually the bundle itself
   */
  default MimeBundle replacing(RunningCell cell, MimeBundle bundle, String displayId) {
    return bundle;
  }

  /** The cell's output so far is about to be removed. */
  default void clearing(RunningCell cell) {}

  /** What to do about a compile error, when this extension knows; shown below javac's message. */
  default Optional<String> hint(CompileProblem problem, Session session) {
    return Optional.empty();
  }

  /** A shorter truth about an exception, when this extension knows it better. */
  default Optional<ErrorSummary> summarize(Throwable thrown) {
    return Optional.empty();
  }

  /**
   * The id ({@link RunningCell#id()}) of the cell that the calling thread works for, when this
   * extension knows it better than the thread's birth tells: pooled threads work for many cells.
   */
  default Optional<String> cellOfCurrentThread() {
    return Optional.empty();
  }

  /**
   * Whether a logger is of this extension or a library of its: what it says goes where the
   * extension has it, and is no output of cells. Asked for each line that is logged.
   */
  default boolean isLibraryLogger(String name) {
    return false;
  }

  /** Forgets what the user made, as {@code %reset} asks. */
  default void reset() {}

  /** Stops and removes all that the extension started; called once, bounded in time. */
  @Override
  default void close() {}
}
