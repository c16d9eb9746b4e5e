package firesteel.api.session;

import java.util.Optional;

/**
 * Finds the cell that a thread belongs to, for code that is called without a session: the functions
 * of cells, {@code System.out}, loggers. The engine installs its lookup when it opens the first
 * session. Static because those callers are.
 */
public interface CellLookup {
  /** Returns the cell that the calling thread belongs to; see {@link RunningCell#current}. */
  Optional<RunningCell> current();

  /**
   * Returns the cell that the calling thread's output belongs to: {@link #current}, or for a thread
   * that no cell started, the cell that runs, if any.
   */
  Optional<RunningCell> ofOutput();

  /** Returns whether a logger belongs to a library of an extension of any session. */
  boolean isLibraryLogger(String name);

  /** Installs the lookup of this process, in place of an earlier one. */
  static void install(CellLookup lookup) {
    InstalledLookup.set(lookup);
  }

  /** Returns the lookup of this process; until the engine installs its own, it finds no cell. */
  static CellLookup installed() {
    return InstalledLookup.get();
  }
}
