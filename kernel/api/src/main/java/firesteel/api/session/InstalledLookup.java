package firesteel.api.session;

import java.util.Objects;
import java.util.Optional;

/** Holds the {@link CellLookup} of this process. */
final class InstalledLookup {
  private static volatile CellLookup installed = new NoCells();

  private InstalledLookup() {}

  static void set(CellLookup lookup) {
    installed = Objects.requireNonNull(lookup, "lookup");
  }

  static CellLookup get() {
    return installed;
  }

  /** The lookup before a session was opened in this process: it finds no cell. */
  private static final class NoCells implements CellLookup {
    @Override
    public Optional<RunningCell> current() {
      return Optional.empty();
    }

    @Override
    public Optional<RunningCell> ofOutput() {
      return Optional.empty();
    }

    @Override
    public boolean isLibraryLogger(String name) {
      return false;
    }
  }
}
