package firesteel.api.session;

import java.util.Optional;

/**
 * Finds the cell that a thread belongs to, for code that is called without a session: the functions
 * of cells, {@code System.out}, loggers. The engine installs itself when it opens the first
 * session. Static because those are.
 */
public interface CellLookup {
  /** The cell that the calling thread belongs to; see {@link RunningCell#current}. */
  Optional<RunningCell> current();

  /**
   * The cell that the calling thread's output belongs to: {@link #current}, or for a thread that no
   * cell started, the cell that runs, if any.
   */
  Optional<RunningCell> ofOutput();

  /** Whether a logger is of a library that an extension of any session speaks for. */
  boolean isLibraryLogger(String name);

  /** Makes a lookup the one of this process; the one before it is forgotten. */
  static void install(CellLookup lookup) {
    InstalledLookup.set(lookup);
  }

  /** The lookup of this process; one that finds no cell before the engine has installed its own. */
  static CellLookup installed() {
    return InstalledLookup.get();
  }
}
